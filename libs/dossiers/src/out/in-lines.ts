import { attachmentKinds } from '#policy';
import type { DossierAnswer, DossierFile } from './dossier.ts';
import type { Experience } from '../writing/answered.ts';

const isFile = (one: Experience | DossierFile): one is DossierFile => 'size' in one;

/** Each item of an answer that is a list, as a line to read. */
export const inLines = (answer: Exclude<DossierAnswer['answer'], string>): string[] =>
  answer.map((one) => (typeof one === 'string' ? one : isFile(one) ? fileLine(one) : [one.where, one.what, one.howLong].filter(Boolean).join(', ')));

const fileLine = ({ name, kind, size }: DossierFile): string => `${name} (${attachmentKinds.find(({ type }) => type === kind)?.dutch ?? 'bestand'}, ${sizeInWords(size)})`;

function sizeInWords(bytes: number): string {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${amount.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} ${unit}`;
}

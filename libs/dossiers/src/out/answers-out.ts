import { attachmentKinds } from '#policy';
import type { AttachedFile } from '../attachments/attachments.ts';
import type { Answer, Answers } from '../writing/answered.ts';
import { inOrder } from '../writing/in-order.ts';
import type { DossierAnswer } from './dossier.ts';

/** Answers as they go out, in the order of the page. */
export const answersOut = (section: string, answers: Answers): DossierAnswer[] =>
  inOrder(section, answers).map(({ code, asked, answer }) => ({ code, asked, answer: withTypes(answer) }));

/** A file goes out by name; its id opens nothing for who reads this elsewhere. */
function withTypes(answer: Answer): DossierAnswer['answer'] {
  if (typeof answer === 'string') return answer;
  const files = answer.filter((one): one is AttachedFile => typeof one === 'object' && 'file' in one);
  if (!files.length) return answer as Exclude<DossierAnswer['answer'], readonly AttachedFile[]>;
  return files.map(({ name, kind, size }) => ({ name, kind: attachmentKinds.find(({ code }) => code === kind)?.type ?? kind, size }));
}

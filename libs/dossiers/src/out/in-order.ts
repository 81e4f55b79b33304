import { attachmentKinds, sections } from '#policy';
import type { AttachedFile } from '../attachments/attachments.ts';
import type { Answer, Answers } from '../writing/answers.ts';
import type { DossierAnswer } from './dossier.ts';

/** Answers as they are asked on the page; what a region added, or is asked no more, comes last. */
export function inOrder(section: string, answers: Answers): DossierAnswer[] {
  const asked = sections.find(({ code }) => code === section)?.questions.map(({ code }) => code) ?? [];
  const place = (code: string): number => (asked.includes(code) ? asked.indexOf(code) : asked.length);
  return Object.entries(answers)
    .map(([code, one]) => ({ code, asked: one.asked, answer: withTypes(one.answer) }))
    .toSorted((one, other) => place(one.code) - place(other.code));
}

/** A file goes out by name; its id opens nothing for who reads this elsewhere. */
function withTypes(answer: Answer): DossierAnswer['answer'] {
  if (typeof answer === 'string') return answer;
  const files = answer.filter((one): one is AttachedFile => typeof one === 'object' && 'file' in one);
  if (!files.length) return answer as Exclude<DossierAnswer['answer'], readonly AttachedFile[]>;
  return files.map(({ name, kind, size }) => ({ name, kind: attachmentKinds.find(({ code }) => code === kind)?.type ?? kind, size }));
}

import type { SchoolReader, SharingNow } from '#dossiers';
import { paths, sections } from '#policy';

const WHO = { mentor: 'Je mentor', 'support-coordinator': 'Je ondersteuningscoördinator', guardian: 'Je ouder of verzorger' } as const;

/** "Wie kan dit nu lezen?", true at this moment: who at school, which parents and which colleges. */
export function readersNow({ shared, receivers }: SharingNow, readers: readonly SchoolReader[]): { whoReads: string; openTo: string; hasParent: boolean } {
  const atSchool = whoMayRead(readers);
  const given = new Set(shared.filter(({ state }) => state === 'given').map(({ application }) => application));
  const colleges = [...new Set(receivers.filter(({ application }) => given.has(application)).map(({ college }) => college))];
  const elsewhere = colleges.length ? [`${colleges.join(' en ')} ${colleges.length > 1 ? 'lezen' : 'leest'} wat jij hebt gedeeld.`] : [];
  const parents = shared.some(({ state }) => state === 'waiting') ? ['Je ouder of verzorger kan lezen wat je wilt delen.'] : [];
  const others = [...atSchool, ...parents, ...elsewhere];
  return { whoReads: others.length ? ['Jij.', ...others, 'Verder niemand.'].join(' ') : 'Alleen jij. Later kies je zelf wie meeleest.', openTo: paths.openedToMentor, hasParent: readers.some(({ kind }) => kind === 'guardian') };
}

/** A sentence for each person at school and each parent, with what they may read. */
export const whoMayRead = (readers: readonly SchoolReader[]): string[] =>
  readers.map(({ kind, name, sections: parts }) => `${name ? `${WHO[kind]} ${name}` : WHO[kind]} kan ${kind === 'guardian' ? 'alles lezen, behalve notities voor jezelf' : `lezen: ${namesOf(parts)}`}.`);

const namesOf = (codes: readonly string[]): string => sections.filter(({ code }) => codes.includes(code)).map(({ dutch }) => `‘${dutch}’`).join(', ');

import type { SchoolReader, SharingNow } from '#dossiers';
import { paths, sections } from '#policy';

const WHO = { mentor: 'Je mentor', 'support-coordinator': 'Je ondersteuningscoördinator', guardian: 'Je ouder of verzorger' } as const;

/** "Wie kan dit nu lezen?", true at this moment: who at school, which parents and which colleges. */
export function readersNow({ shared, receivers }: SharingNow, readers: readonly SchoolReader[]): { whoReads: string; openTo: string; hasParent: boolean } {
  const atSchool = whoMayRead(readers);
  const reading = (given: SharingNow['shared']): string[] => [...new Set(receivers.filter(({ application }) => given.some((row) => row.state === 'given' && row.application === application)).map(({ college }) => college))];
  const says = (colleges: readonly string[], what: string): string[] => (colleges.length ? [`${colleges.join(' en ')} ${colleges.length > 1 ? 'lezen' : 'leest'} ${what}.`] : []);
  const [mine, schools] = [reading(shared.filter(({ bySchool }) => !bySchool)), reading(shared.filter(({ bySchool }) => bySchool))];
  const elsewhere = [
    ...says(mine.filter((one) => schools.includes(one)), 'wat jij hebt gedeeld en wat je school stuurde'),
    ...says(mine.filter((one) => !schools.includes(one)), 'wat jij hebt gedeeld'),
    ...says(schools.filter((one) => !mine.includes(one)), 'wat je school stuurde'),
  ];
  const hasParent = readers.some(({ kind }) => kind === 'guardian');
  const parents = !hasParent && shared.some(({ state }) => state === 'waiting') ? ['Je ouder of verzorger kan lezen wat je wilt delen.'] : [];
  const others = [...atSchool, ...parents, ...elsewhere];
  return { whoReads: others.length ? ['Jij.', ...others, 'Verder niemand.'].join(' ') : 'Alleen jij. Later kies je zelf wie meeleest.', openTo: paths.openedToMentor, hasParent };
}

/** A sentence for each person at school and each parent, with what they may read. */
export const whoMayRead = (readers: readonly SchoolReader[]): string[] =>
  readers.map(({ kind, name, sections: parts }) => `${name ? `${WHO[kind]} ${name}` : WHO[kind]} kan ${kind === 'guardian' ? 'alles lezen, behalve notities voor jezelf' : `lezen: ${namesOf(parts)}`}.`);

const namesOf = (codes: readonly string[]): string => sections.filter(({ code }) => codes.includes(code)).map(({ dutch }) => `‘${dutch}’`).join(', ');

import { pathways } from '#policy';
import type { ProgrammeKey } from '#transfers';

interface Named extends ProgrammeKey {
  readonly name: string | null;
  readonly level: number | null;
}

export const courseName = ({ name, crebo }: Named): string => name ?? `Opleiding ${crebo}`;

/** "niveau 2, bol": what tells two programmes of one name apart. */
export function courseKind({ level, pathway, name, crebo }: Named): string {
  const kind = pathways.find(({ code }) => code === pathway)?.dutch ?? pathway;
  return [level === null ? undefined : `niveau ${level}`, kind, name === null ? undefined : `crebo ${crebo}`].filter(Boolean).join(', ');
}

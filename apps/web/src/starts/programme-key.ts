import { NotFoundException } from '@nestjs/common';
import { isDay } from '#platform';
import type { ProgrammeKey } from '#transfers';

const FORM = /^(.+)-([a-z]+)-(\d{4}-\d{2}-\d{2})$/;

/** A programme in an address: also one that only applications know. */
export const keyText = ({ crebo, pathway, startsOn }: ProgrammeKey): string => `${encodeURIComponent(crebo)}-${pathway}-${startsOn}`;

export function keyFrom(text: string): ProgrammeKey {
  const [, crebo, pathway, startsOn] = FORM.exec(text) ?? [];
  if (!crebo || !pathway || !startsOn || !isDay(startsOn)) throw new NotFoundException();
  return { crebo, pathway, startsOn };
}

import type { SummerStory } from '#alerts';
import { summerEndings, summerOutcomes } from '#policy';

/** What a summer team did for a leaver, in a line for the mentor. */
export function summerText(story: SummerStory): { readonly text: string; readonly team: string; readonly fromOn: string; readonly endedOn: string | null; readonly note: string | null } {
  const { tries, spoken, last, endedBecause, team, fromOn, endedOn, note } = story;
  const latest = summerOutcomes.find(({ code }) => code === last)?.dutch;
  const called = tries === 0 ? 'Nog niet gebeld' : `${tries} keer gebeld, ${spoken} keer gesproken. Het laatst: ${latest?.toLowerCase()}`;
  const ending = summerEndings.find(({ code }) => code === endedBecause);
  return { text: ending ? `${called}. Terug bij de mentor: ${ending.dutch}.` : `${called}.`, team, fromOn, endedOn, note };
}

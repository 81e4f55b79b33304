import { sections } from './sections/index.ts';

/** What a college can say in two taps about a passport that it used; beside these each ordinary part that it read. */
const helpedRows = [
  { code: 'own-words', dutch: 'De eigen woorden van de leerling', because: 'De leerling leest dat zelf schrijven zin had.' },
  { code: 'knew-who', dutch: 'We wisten al wie er kwam', because: 'Dan gaat het gesprek over de leerling en niet over de papieren.' },
] as const;

/** By subject, never by part: nobody may learn here which part somebody kept to themselves. */
export const missedRows = [
  { code: 'why-this', dutch: 'Waarom deze keuze', because: 'Daarmee begint het gesprek.' },
  { code: 'experience', dutch: 'Stage of werk', because: 'Ervaring zegt meer dan een belofte.' },
  { code: 'learning', dutch: 'Hoe de leerling het best leert', because: 'Nodig voor de eerste weken.' },
  { code: 'results', dutch: 'Vakken en uitslag', because: 'Nodig om een niveau te kiezen.' },
  { code: 'whom-to-call', dutch: 'Wie we kunnen bellen', because: 'Een mentor is in juli moeilijk te vinden.' },
] as const;

/** Parts that a mentor may read were helpful: never one with special data, since that would tell that it was shared. */
const ordinary = sections
  .filter(({ sensitivity, stands }) => sensitivity === 'ordinary' && stands !== 'sharing')
  .map(({ code, dutch, toOthers = dutch }) => ({ code, dutch: toOthers }));

export const helpedChoices = (read: readonly string[]): { code: string; dutch: string }[] => [
  ...helpedRows.map(({ code, dutch }) => ({ code, dutch })),
  ...ordinary.filter(({ code }) => read.includes(code)),
];

export const helpedText = (code: string): string => [...helpedRows, ...ordinary].find((row) => row.code === code)?.dutch ?? '';
export const missedText = (code: string): string => missedRows.find((row) => row.code === code)?.dutch ?? '';

/** What a warm handover may be about: words that give nothing away, so that asking tells no more than that somebody wants to talk. */
export const handoverTopics = [
  { code: 'what-helps', dutch: 'Wat helpt in de les' },
  { code: 'agreements', dutch: 'Afspraken die nu op school werken' },
  { code: 'start', dutch: 'De eerste weken op het mbo' },
  { code: 'choice', dutch: 'Of deze opleiding past' },
  { code: 'in-the-talk', dutch: 'Iets anders, dat vertel ik in het gesprek' },
] as const;

export type HandoverTopic = (typeof handoverTopics)[number]['code'];

interface HandoverState {
  readonly code: string;
  readonly dutch: string;
  /** Who asked may take it back. */
  readonly mayWithdraw: boolean;
  readonly tone: 'next' | 'other' | 'good';
}

/** How far a warm handover is; student, mentor and college see the same words. */
export const handoverStates = [
  { code: 'asked', dutch: 'Gevraagd', mayWithdraw: true, tone: 'next' },
  { code: 'planned', dutch: 'Gepland', mayWithdraw: true, tone: 'other' },
  { code: 'held', dutch: 'Gesprek geweest', mayWithdraw: false, tone: 'good' },
  { code: 'checked', dutch: 'Nagekeken', mayWithdraw: false, tone: 'good' },
  { code: 'not-needed', dutch: 'Niet meer nodig', mayWithdraw: false, tone: 'other' },
] as const satisfies readonly HandoverState[];

export type HandoverStateCode = (typeof handoverStates)[number]['code'];

/** From this day after the start the college looks whether what was agreed is done. */
export const HANDOVER_CHECK = { month: 10, day: 1, because: 'In oktober kent de mbo-school de student een paar weken: vroeg genoeg om nog iets te veranderen.' } as const;

/** What a joint intake is for: words that may stand in a mail and on a page without signing in. */
export const meetingPurposes = [
  { code: 'acquaintance', dutch: 'Kennismaken' },
  { code: 'choice', dutch: 'Samen kijken welke opleiding past' },
  { code: 'start', dutch: 'De start voorbereiden' },
] as const;

export const meetingAnswers = [
  { code: 'yes', dutch: 'Ja, dit past' },
  { code: 'no', dutch: 'Nee' },
  { code: 'maybe', dutch: 'Een ander moment is beter' },
] as const;

export const MEETING = { title: 'Gesprek over de overstap', minutes: 60, mostGuests: 20, because: 'Een uur is genoeg; een naam of opleiding hoort niet in een agenda.' } as const;

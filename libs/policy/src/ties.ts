/** Why an application did not tie to a likely leaver by itself: what differs, in the order in which it is told (formats: tying). */
export interface TieReasonRow {
  readonly code: string;
  readonly dutch: string;
  readonly because: string;
}

export const tieReasons = [
  { code: 'several-answer', dutch: 'meer leerlingen passen', because: 'Alles klopt, maar niet voor één leerling alleen: dan kiest een mens.' },
  { code: 'untied-before', dutch: 'eerder losgemaakt', because: 'Wat iemand losmaakte, koppelt niet weer vanzelf.' },
  { code: 'day-month-swapped', dutch: 'dag en maand omgewisseld', because: 'Vaak een tikfout, maar het kan een ander zijn.' },
  { code: 'other-birth-date', dutch: 'andere geboortedatum', because: 'Naamgenoten op een school komen voor.' },
  { code: 'other-given-name', dutch: 'andere roepnaam', because: 'Een doopnaam, een bijnaam of een tweeling.' },
  { code: 'other-family-name', dutch: 'andere achternaam', because: 'Getypt, getrouwd of een ander.' },
  { code: 'other-school', dutch: 'andere school', because: 'Van school gewisseld, of verkeerd ingevuld.' },
  { code: 'no-school', dutch: 'geen vooropleiding ingevuld', because: 'Zonder school is een naam met geboortedatum een gok.' },
] as const satisfies readonly TieReasonRow[];

export type TieReason = (typeof tieReasons)[number]['code'];

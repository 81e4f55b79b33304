/** From where somebody goes to mbo (rules 3), and what the one who sends is called. */
export interface TransferKindRow {
  readonly code: string;
  readonly dutch: string;
  /** The kind of organisation that sends, when it decides. */
  readonly sentBy: readonly string[];
  /** The school type of the leaver, when that decides: a vo school may have a class for newcomers. */
  readonly schoolTypes: readonly string[];
  readonly sender: string;
  readonly senders: string;
  readonly because: string;
}

export const transferKinds = [
  { code: 'work-mbo', dutch: 'Werk & Inkomen naar mbo', sentBy: ['gemeente', 'leerplicht', 'doorstroompunt'], schoolTypes: [], sender: 'Consulent', senders: 'Consulenten', because: 'Zonder school stuurt de gemeente of het Doorstroompunt.' },
  { code: 'mbo-mbo', dutch: 'mbo naar mbo', sentBy: ['mbo'], schoolTypes: ['mbo'], sender: 'Studieloopbaanbegeleider', senders: 'Studieloopbaanbegeleiders', because: 'De studieloopbaanbegeleider kent de student.' },
  { code: 'pro-mbo', dutch: 'pro naar mbo', sentBy: ['pro'], schoolTypes: ['pro'], sender: 'Mentor', senders: 'Mentoren', because: 'Praktijkonderwijs.' },
  { code: 'vso-mbo', dutch: 'vso naar mbo', sentBy: ['vso'], schoolTypes: ['vso'], sender: 'Mentor', senders: 'Mentoren', because: 'Voortgezet speciaal onderwijs.' },
  { code: 'vavo-mbo', dutch: 'vavo naar mbo', sentBy: ['vavo'], schoolTypes: ['vavo'], sender: 'Mentor', senders: 'Mentoren', because: 'Volwassenenonderwijs.' },
  { code: 'isk-mbo', dutch: 'isk naar mbo', sentBy: ['isk'], schoolTypes: ['isk'], sender: 'Mentor', senders: 'Mentoren', because: 'Nieuwkomers.' },
  { code: 'vo-mbo', dutch: 'vo naar mbo', sentBy: ['vo'], schoolTypes: [], sender: 'Mentor', senders: 'Mentoren', because: 'Vmbo, havo en vwo.' },
] as const satisfies readonly TransferKindRow[];

export type TransferKind = (typeof transferKinds)[number]['code'];

/** Whoever sends from no school decides the kind; else the school type of the leaver, and only then the kind of the school. */
export function transferKindOf(senderKind: string, schoolType: string | null): TransferKindRow {
  const rows: readonly TransferKindRow[] = transferKinds;
  const bySender = rows.find(({ sentBy }) => sentBy.includes(senderKind));
  if (bySender?.schoolTypes.length === 0 && bySender.code !== 'vo-mbo') return bySender;
  const byType = rows.find(({ schoolTypes }) => schoolType !== null && schoolTypes.includes(schoolType));
  return byType ?? bySender ?? transferKinds[transferKinds.length - 1] ?? transferKinds[0];
}

/** What those who send at an organisation of this kind are called on its own pages; at a start of a heading, or in a sentence. */
export function senderWords(organisationKind: string) {
  const { sender, senders } = transferKindOf(organisationKind, null);
  return { one: sender, many: senders, oneInside: sender.toLowerCase(), manyInside: senders.toLowerCase() } as const;
}

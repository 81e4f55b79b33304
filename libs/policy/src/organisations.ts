/** Kinds of organisation in the file organisaties (formats). */
export interface OrganisationKindRow {
  readonly code: string;
  readonly dutch: string;
  readonly part: 'sends' | 'receives' | 'desk' | 'other';
  /** The school type that its leavers have when their own row does not say. */
  readonly schoolType: string | null;
  readonly because: string;
}

export const organisationKinds = [
  { code: 'vo', dutch: 'vo-school', part: 'sends', schoolType: null, because: 'Vmbo, havo en vwo.' },
  { code: 'pro', dutch: 'praktijkschool', part: 'sends', schoolType: 'pro', because: 'Praktijkonderwijs.' },
  { code: 'vso', dutch: 'vso-school', part: 'sends', schoolType: 'vso', because: 'Voortgezet speciaal onderwijs.' },
  { code: 'vavo', dutch: 'vavo', part: 'sends', schoolType: 'vavo', because: 'Voortgezet algemeen volwassenenonderwijs.' },
  { code: 'isk', dutch: 'internationale schakelklas', part: 'sends', schoolType: 'isk', because: 'Nieuwkomers.' },
  { code: 'mbo', dutch: 'mbo-school', part: 'receives', schoolType: 'mbo', because: 'Ontvangt, en stuurt bij mbo naar mbo.' },
  { code: 'leerplicht', dutch: 'bureau leerplicht', part: 'desk', schoolType: null, because: 'Van een of meer gemeenten.' },
  { code: 'doorstroompunt', dutch: 'Doorstroompunt', part: 'desk', schoolType: null, because: 'Van een van de 40 regio’s, vroeger RMC.' },
  { code: 'gemeente', dutch: 'gemeente', part: 'other', schoolType: null, because: 'Werk & Inkomen.' },
] as const satisfies readonly OrganisationKindRow[];

export type OrganisationKind = (typeof organisationKinds)[number]['code'];

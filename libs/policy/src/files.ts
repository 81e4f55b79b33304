/** Who brings which file on a page (formats). The region brings any; a school or college only its own. */
export interface FileRow {
  readonly code: string;
  readonly dutch: string;
  readonly broughtBy: readonly ('school' | 'college' | 'region')[];
  readonly because: string;
}

export const files = [
  { code: 'organisaties', dutch: 'Organisaties', broughtBy: ['region'], because: 'De regio bepaalt wie meedoet.' },
  { code: 'medewerkers', dutch: 'Medewerkers', broughtBy: ['school', 'region'], because: 'De decaan kent de mentoren.' },
  { code: 'leerlingen', dutch: 'Leerlingen', broughtBy: ['school', 'region'], because: 'De school kent wie er vertrekt.' },
  { code: 'uitslagen', dutch: 'Uitslagen', broughtBy: ['school', 'region'], because: 'De school kent uitslag en bestemming.' },
  { code: 'opleidingen', dutch: 'Opleidingen', broughtBy: ['college', 'region'], because: 'De mbo-school kent haar aanbod.' },
  { code: 'aanmeldingen', dutch: 'Aanmeldingen', broughtBy: ['college', 'region'], because: 'Aanmelden gebeurt bij de mbo-school.' },
  { code: 'statussen', dutch: 'Statussen', broughtBy: ['college', 'region'], because: 'De mbo-school meldt hoever het is.' },
] as const satisfies readonly FileRow[];

/** Hours in which a delivery can be undone, as long as nothing was built on it. */
export const UNDO_HOURS = 24;

export const mayBring = (actor: string, kind: string): boolean =>
  files.some(({ code, broughtBy }) => code === kind && broughtBy.some((known) => known === actor));

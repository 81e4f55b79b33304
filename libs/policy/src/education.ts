/** The fixed words of the files leerlingen and uitslagen (formats), with what we store. */
export interface WordRow {
  readonly code: string;
  readonly written: readonly string[];
  readonly dutch: string;
}

const same = (...codes: string[]): WordRow[] => codes.map((code) => ({ code, written: [code], dutch: code }));

export const schoolTypes: readonly WordRow[] = [
  ...same('vmbo', 'havo', 'vwo'),
  { code: 'pro', written: ['pro', 'praktijkonderwijs'], dutch: 'praktijkonderwijs' },
  ...same('vso', 'vavo', 'isk', 'mbo'),
  { code: 'none', written: ['geen'], dutch: 'geen' },
];

export const tracks: readonly WordRow[] = [
  { code: 'bb', written: ['bb', 'bbl', 'basis', 'basisberoepsgericht'], dutch: 'basis' },
  { code: 'kb', written: ['kb', 'kbl', 'kader', 'kaderberoepsgericht'], dutch: 'kader' },
  { code: 'gl', written: ['gl', 'gemengd'], dutch: 'gemengd' },
  { code: 'tl', written: ['tl', 'theoretisch', 'mavo'], dutch: 'theoretisch' },
];

export const exitProfiles: readonly WordRow[] = [
  { code: 'further-education', written: ['vervolgonderwijs'], dutch: 'vervolgonderwijs' },
  { code: 'work', written: ['arbeid'], dutch: 'arbeid' },
  { code: 'day-activity', written: ['dagbesteding'], dutch: 'dagbesteding' },
];

export const genders: readonly WordRow[] = [
  { code: 'f', written: ['v', 'vrouw'], dutch: 'vrouw' },
  { code: 'm', written: ['m', 'man'], dutch: 'man' },
  { code: 'x', written: ['x'], dutch: 'x' },
];

/** For practical education certificaat, getuigschrift and schooldiploma are one (formats). */
export const examResults: readonly WordRow[] = [
  { code: 'passed', written: ['geslaagd'], dutch: 'geslaagd' },
  { code: 'failed', written: ['gezakt'], dutch: 'gezakt' },
  { code: 'certificate', written: ['certificaat', 'getuigschrift', 'schooldiploma'], dutch: 'certificaat' },
];

export const diplomas: readonly WordRow[] = [
  ...same('vmbo', 'havo', 'vwo'),
  { code: 'mbo1', written: ['mbo1'], dutch: 'mbo niveau 1 (entree)' },
  { code: 'mbo2', written: ['mbo2'], dutch: 'mbo niveau 2' },
  { code: 'mbo3', written: ['mbo3'], dutch: 'mbo niveau 3' },
  { code: 'mbo4', written: ['mbo4'], dutch: 'mbo niveau 4' },
  { code: 'pro', written: ['pro'], dutch: 'praktijkonderwijs' },
];

/** A diploma with which nobody has to go to school any more (startkwalificatie: WEB, artikel 1.1.1). */
export const qualifyingDiplomas = ['havo', 'vwo', 'mbo2', 'mbo3', 'mbo4'] as const;

export const pathways: readonly WordRow[] = [
  { code: 'bol', written: ['bol'], dutch: 'bol' },
  { code: 'bbl', written: ['bbl'], dutch: 'bbl' },
];

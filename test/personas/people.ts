/** Everybody in the tests: two regions, and somebody of each kind who is nearly, but not quite, the right person. */
export const DAY = '2026-09-14';

export const organisations = [
  { code: '10KO00', name: 'Het Kompas', kind: 'vo', region: '10', municipalities: ['Zwolle'] },
  { code: '11BR00', name: 'De Brug', kind: 'vo', region: '10', municipalities: ['Kampen'] },
  { code: '12PR00', name: 'Praktijkschool De Werf', kind: 'pro', region: '10', municipalities: ['Zwolle'] },
  { code: '20NO', name: 'ROC Noordrand', kind: 'mbo', region: '10', municipalities: ['Zwolle'] },
  { code: '21ME', name: 'Vakschool De Meent', kind: 'mbo', region: '10', municipalities: ['Kampen'] },
  { code: 'LPA-Zwolle', name: 'Leerplicht Zwolle', kind: 'leerplicht', region: '10', municipalities: ['Zwolle'] },
  { code: 'LPA-Kampen', name: 'Leerplicht Kampen', kind: 'leerplicht', region: '10', municipalities: ['Kampen', 'Dronten'] },
  { code: 'DSP-10', name: 'Doorstroompunt IJssel-Vecht', kind: 'doorstroompunt', region: '10', municipalities: ['Zwolle'] },
  { code: 'GEM-Zwolle', name: 'Gemeente Zwolle', kind: 'gemeente', region: '10', municipalities: ['Zwolle'] },
  { code: '30VE00', name: 'Veluwe College', kind: 'vo', region: '11', municipalities: ['Ermelo'] },
  { code: '40VE', name: 'ROC Veluwe', kind: 'mbo', region: '11', municipalities: ['Ermelo'] },
  { code: 'LPA-Ermelo', name: 'Leerplicht Ermelo', kind: 'leerplicht', region: '11', municipalities: ['Ermelo'] },
  { code: 'DSP-11', name: 'Doorstroompunt Veluwe', kind: 'doorstroompunt', region: '11', municipalities: ['Ermelo'] },
] as const;

const person = (key: string, given: string, prefix: string, family: string, at: string, role: string) => ({
  key,
  given,
  prefix,
  family,
  at,
  role,
  email: `${key}@${at.toLowerCase()}.example`,
});

export const staff = [
  person('fatima', 'Fatima', 'el', 'Amrani', '10KO00', 'mentor'),
  person('joost', 'Joost', '', 'Bakker', '10KO00', 'mentor'),
  person('lars', 'Lars', 'de', 'Vries', '10KO00', 'careers-dean'),
  person('soraya', 'Soraya', '', 'Klaver', '10KO00', 'school-administrator'),
  person('okan', 'Okan', '', 'Demir', '10KO00', 'support-coordinator'),
  person('thijs', 'Thijs', 'van', 'Loon', '10KO00', 'team-leader'),
  person('zoe', 'Zoë', '', 'Peters', '10KO00', 'summer-team'),
  person('petra', 'Petra', '', 'Blok', '10KO00', 'privacy-officer'),
  person('hanna', 'Hanna', 'van', 'Beek', '11BR00', 'mentor'),
  person('niels', 'Niels', '', 'Bouzid', '11BR00', 'careers-dean'),
  person('ria', 'Ria', '', 'Hoekstra', '12PR00', 'mentor'),
  person('wim', 'Wim', '', 'Post', '12PR00', 'careers-dean'),
  person('sanne', 'Sanne', 'de', 'Jong', '20NO', 'intake-officer'),
  person('emre', 'Emre', '', 'Yılmaz', '20NO', 'study-coach'),
  person('milan', 'Milan', '', 'Dorant', '21ME', 'intake-officer'),
  person('ingrid', 'Ingrid', '', 'Brouwer', 'LPA-Zwolle', 'attendance-officer'),
  person('mark', 'Mark', 'ter', 'Horst', 'LPA-Kampen', 'attendance-officer'),
  person('marloes', 'Marloes', '', 'Prins', 'DSP-10', 'doorstroompunt-officer'),
  person('gijs', 'Gijs', '', 'Idrissi', 'DSP-10', 'region-administrator'),
  person('cora', 'Cora', '', 'Smit', 'DSP-10', 'regional-coordinator'),
  person('bas', 'Bas', '', 'Willems', 'DSP-10', 'transition-coach'),
  person('lotte', 'Lotte', '', 'Vink', '11BR00', 'transition-coach'),
  person('wil', 'Wil', '', 'Jansen', 'GEM-Zwolle', 'work-income-officer'),
  person('paul', 'Paul', '', 'Groen', '30VE00', 'privacy-officer'),
  person('vera', 'Vera', '', 'Mulder', '30VE00', 'mentor'),
  person('dirk', 'Dirk', '', 'Kok', '30VE00', 'careers-dean'),
  person('tess', 'Tess', '', 'Visser', '40VE', 'intake-officer'),
  person('youssef', 'Youssef', '', 'Kaya', 'LPA-Ermelo', 'attendance-officer'),
  person('anna', 'Anna', '', 'Bos', 'DSP-11', 'doorstroompunt-officer'),
  person('pieter', 'Pieter', '', 'Nowak', 'DSP-11', 'region-administrator'),
] as const;

/** Students who have been in; noor is 15, abdi turned 16 in January. The school knows their address. */
export const students = [
  { key: 'sem', at: '10KO00' },
  { key: 'abdi', at: '10KO00' },
  { key: 'noor', at: '10KO00' },
  { key: 'mila', at: '30VE00' },
].map((row) => ({ ...row, role: 'student', email: `${row.key}@leerling.example` }));

/** A parent of one under 16, confirmed by the mentor; and one whose child turned 16 and did not invite him. */
export const parents = [
  { key: 'samira', given: 'Samira', child: 'noor', at: '10KO00' },
  { key: 'omar', given: 'Omar', child: 'abdi', at: '10KO00' },
].map((row) => ({ ...row, role: 'guardian', email: `${row.key}@thuis.example` }));

export const everybody: readonly { readonly key: string; readonly email: string; readonly role: string }[] = [...staff, ...students, ...parents];

/** Were given the people of their organisation to look after. */
export const administering: readonly string[] = ['milan'];

/** Said yes to a coach on 8 September, for as long as the case of the desk is open. */
export const coached = [{ coach: 'bas', student: 'abdi', askedBy: 'ingrid', on: '2026-09-08', until: '2027-02-28' }] as const;

export type Person = (typeof staff)[number]['key'];

export interface Story {
  readonly key: string;
  readonly name: readonly [given: string, prefix: string, family: string];
  readonly born: string;
  readonly school: string;
  readonly number: string;
  readonly group: string;
  readonly mentor: string;
  readonly municipality: string;
  readonly type: string;
  readonly result?: string;
  readonly diploma?: string;
  /** The school year at whose end they leave; 2025-2026 when absent. */
  readonly year?: string;
  readonly profile?: string;
  readonly destination?: string;
  /** College, crebo, start, and the statuses reported with their days. */
  readonly applications: readonly {
    readonly college: string;
    readonly crebo: string;
    readonly starts: string;
    readonly pathway?: string;
    /** The day of the first report when absent. */
    readonly applied?: string;
    readonly reported: readonly (readonly [status: string, day: string])[];
  }[];
}

const accepted = [
  ['submitted', '2026-02-02'],
  ['intake-held', '2026-03-10'],
  ['admitted', '2026-05-12'],
  ['enrolled', '2026-06-20'],
] as const;

const starts = '2026-08-24';

/** What each young person's life shows on 14 September 2026. */
export const stories: readonly Story[] = [
  { key: 'sem', name: ['Sem', 'van den', 'Berg'], born: '2010-03-18', school: '10KO00', number: '1001', group: '4B', mentor: 'fatima', municipality: 'Zwolle', type: 'vmbo', result: 'passed', applications: [{ college: '20NO', crebo: '25001', starts, reported: [...accepted, ['started', '2026-08-24']] }] },
  { key: 'abdi', name: ['Abdi', '', 'Hassan'], born: '2010-01-05', school: '10KO00', number: '1002', group: '4B', mentor: 'fatima', municipality: 'Zwolle', type: 'vmbo', result: 'passed', applications: [{ college: '20NO', crebo: '25001', starts, reported: [...accepted, ['no-show', '2026-09-07']] }] },
  { key: 'elif', name: ['Elif', '', 'Çelik'], born: '2007-06-30', school: '10KO00', number: '1003', group: '4B', mentor: 'fatima', municipality: 'Zwolle', type: 'vmbo', result: 'passed', applications: [{ college: '21ME', crebo: '25003', starts, reported: [...accepted, ['started', '2026-08-24'], ['deregistered', '2026-09-09']] }] },
  { key: 'noor', name: ['Noor', 'de', 'Boer'], born: '2010-11-11', school: '10KO00', number: '1004', group: '4A', mentor: 'joost', municipality: 'Zwolle', type: 'vmbo', result: 'passed', applications: [] },
  { key: 'daan', name: ['Daan', '', 'Bakker'], born: '2009-05-09', school: '10KO00', number: '1005', group: '4A', mentor: 'joost', municipality: '', type: 'vmbo', result: 'passed', applications: [{ college: '20NO', crebo: '25001', starts, reported: [['submitted', '2026-02-02'], ['not-admitted', '2026-03-20']] }] },
  { key: 'isa', name: ['Isa', '', 'Smit'], born: '2009-09-01', school: '10KO00', number: '1006', group: '4B', mentor: 'fatima', municipality: 'Dronten', type: 'vmbo', result: 'passed', applications: [{ college: '20NO', crebo: '25002', starts, reported: accepted }] },
  { key: 'finn', name: ['Finn', 'de', 'Jong'], born: '2008-02-02', school: '10KO00', number: '1007', group: '4B', mentor: 'fatima', municipality: 'Zwolle', type: 'havo', result: 'passed', applications: [{ college: '20NO', crebo: '25002', starts, reported: [...accepted, ['no-show', '2026-09-07']] }] },
  { key: 'yara', name: ['Yara', '', 'Kuipers'], born: '2009-12-24', school: '10KO00', number: '1008', group: '4B', mentor: 'fatima', municipality: 'Zwolle', type: 'vmbo', result: 'failed', destination: 'stays-in-vo', applications: [] },
  { key: 'luuk', name: ['Luuk', '', 'Mulder'], born: '2009-04-14', school: '12PR00', number: '3001', group: '5A', mentor: 'ria', municipality: 'Zwolle', type: 'pro', result: 'certificate', applications: [{ college: '20NO', crebo: '25002', starts, reported: [...accepted, ['no-show', '2026-09-07']] }] },
  { key: 'roos', name: ['Roos', '', 'Koster'], born: '2010-07-07', school: '11BR00', number: '1001', group: '4K', mentor: 'hanna', municipality: 'Kampen', type: 'vmbo', result: 'passed', applications: [{ college: '21ME', crebo: '25003', starts, reported: [...accepted, ['no-show', '2026-09-08']] }] },
  { key: 'bram', name: ['Bram', '', 'Nagel'], born: '2010-08-08', school: '11BR00', number: '1002', group: '4K', mentor: 'hanna', municipality: 'Kampen', type: 'vmbo', result: 'passed', applications: [{ college: '21ME', crebo: '25003', starts, reported: [...accepted, ['started', '2026-08-24']] }] },
  { key: 'mila', name: ['Mila', '', 'Dekker'], born: '2010-02-20', school: '30VE00', number: '1001', group: '4V', mentor: 'vera', municipality: 'Ermelo', type: 'vmbo', result: 'passed', applications: [{ college: '40VE', crebo: '25004', starts, reported: [...accepted, ['no-show', '2026-09-07']] }] },
  { key: 'teun', name: ['Teun', '', 'Vos'], born: '2006-10-10', school: '30VE00', number: '1002', group: '4V', mentor: 'vera', municipality: '', type: 'vmbo', result: 'passed', applications: [{ college: '40VE', crebo: '25004', starts, reported: [...accepted, ['no-show', '2026-09-07']] }] },
];

export const programmes = [
  { college: '20NO', crebo: '25001', name: 'Timmerman', level: 2, starts },
  { college: '20NO', crebo: '25002', name: 'Logistiek medewerker', level: 2, starts },
  { college: '21ME', crebo: '25003', name: 'Kok', level: 2, starts },
  { college: '40VE', crebo: '25004', name: 'Verzorgende IG', level: 3, starts },
] as const;

/** Applications that no leaver answers to exactly: they wait for a person. */
export const waiting = [
  { number: '20NO-900', college: '20NO', name: ['Nour', 'de', 'Boer'], born: '2010-11-11', school: '10KO00', crebo: '25001', starts, candidates: ['noor'] },
  { number: '40VE-900', college: '40VE', name: ['Milla', '', 'Dekker'], born: '2010-02-20', school: '30VE00', crebo: '25004', starts, candidates: ['mila'] },
] as const;

/** The three regions in which the minister spreads the school holidays, as the file of organisations writes them. */
export const holidayRegions = [
  { code: 'noord', dutch: 'Noord' },
  { code: 'midden', dutch: 'Midden' },
  { code: 'zuid', dutch: 'Zuid' },
] as const;
export type HolidayRegion = (typeof holidayRegions)[number]['code'];

export const holidayKinds = [
  { code: 'autumn', dutch: 'herfstvakantie' },
  { code: 'christmas', dutch: 'kerstvakantie' },
  { code: 'spring', dutch: 'voorjaarsvakantie' },
  { code: 'may', dutch: 'meivakantie' },
  { code: 'summer', dutch: 'zomervakantie' },
] as const;
export type HolidayKind = (typeof holidayKinds)[number]['code'];

type Term = readonly [first: string, last: string];

interface HolidayYear {
  /** The school year; its summer holiday is the one at its end. */
  readonly schoolYear: string;
  readonly weeks: Partial<Record<HolidayKind, Readonly<Record<HolidayRegion, Term>>>>;
}

const everywhere = (first: string, last: string): Record<HolidayRegion, Term> => ({ noord: [first, last], midden: [first, last], zuid: [first, last] });

/** First and last day off, weekends around it included. Christmas, one week of May and summer are fixed by the minister, the others advised. */
const years: readonly HolidayYear[] = [
  {
    schoolYear: '2023-2024',
    weeks: { summer: { noord: ['2024-07-20', '2024-09-01'], midden: ['2024-07-13', '2024-08-25'], zuid: ['2024-07-06', '2024-08-18'] } },
  },
  {
    schoolYear: '2024-2025',
    weeks: {
      autumn: { noord: ['2024-10-26', '2024-11-03'], midden: ['2024-10-26', '2024-11-03'], zuid: ['2024-10-19', '2024-10-27'] },
      christmas: everywhere('2024-12-21', '2025-01-05'),
      spring: { noord: ['2025-02-15', '2025-02-23'], midden: ['2025-02-22', '2025-03-02'], zuid: ['2025-02-22', '2025-03-02'] },
      may: everywhere('2025-04-26', '2025-05-04'),
      summer: { noord: ['2025-07-12', '2025-08-24'], midden: ['2025-07-19', '2025-08-31'], zuid: ['2025-07-05', '2025-08-17'] },
    },
  },
  {
    schoolYear: '2025-2026',
    weeks: {
      autumn: { noord: ['2025-10-18', '2025-10-26'], midden: ['2025-10-18', '2025-10-26'], zuid: ['2025-10-11', '2025-10-19'] },
      christmas: everywhere('2025-12-20', '2026-01-04'),
      spring: { noord: ['2026-02-21', '2026-03-01'], midden: ['2026-02-14', '2026-02-22'], zuid: ['2026-02-14', '2026-02-22'] },
      may: everywhere('2026-04-25', '2026-05-03'),
      summer: { noord: ['2026-07-04', '2026-08-16'], midden: ['2026-07-18', '2026-08-30'], zuid: ['2026-07-11', '2026-08-23'] },
    },
  },
  {
    schoolYear: '2026-2027',
    weeks: {
      autumn: { noord: ['2026-10-10', '2026-10-18'], midden: ['2026-10-17', '2026-10-25'], zuid: ['2026-10-17', '2026-10-25'] },
      christmas: everywhere('2026-12-19', '2027-01-03'),
      spring: { noord: ['2027-02-20', '2027-02-28'], midden: ['2027-02-20', '2027-02-28'], zuid: ['2027-02-13', '2027-02-21'] },
      may: everywhere('2027-04-24', '2027-05-02'),
      summer: { noord: ['2027-07-10', '2027-08-22'], midden: ['2027-07-17', '2027-08-29'], zuid: ['2027-07-24', '2027-09-05'] },
    },
  },
  {
    schoolYear: '2027-2028',
    weeks: {
      autumn: { noord: ['2027-10-16', '2027-10-24'], midden: ['2027-10-16', '2027-10-24'], zuid: ['2027-10-23', '2027-10-31'] },
      christmas: everywhere('2027-12-25', '2028-01-09'),
      spring: { noord: ['2028-02-19', '2028-02-27'], midden: ['2028-02-26', '2028-03-05'], zuid: ['2028-02-26', '2028-03-05'] },
      may: everywhere('2028-04-29', '2028-05-07'),
      summer: { noord: ['2028-07-15', '2028-08-27'], midden: ['2028-07-08', '2028-08-20'], zuid: ['2028-07-22', '2028-09-03'] },
    },
  },
];

export interface HolidayRow {
  readonly schoolYear: string;
  readonly region: HolidayRegion;
  readonly kind: HolidayKind;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The school holidays that are known. For a school year without a row a region fills in its own. */
export const holidays: readonly HolidayRow[] = years.flatMap(({ schoolYear, weeks }) =>
  holidayKinds.flatMap(({ code: kind }) =>
    holidayRegions.flatMap(({ code: region }) => {
      const term = weeks[kind]?.[region];
      return term ? [{ schoolYear, region, kind, firstDay: term[0], lastDay: term[1] }] : [];
    })));

/** Month and day that stand in for a summer holiday nobody gave yet: what all three regions share in most years. */
export const USUAL_SUMMER = { first: '07-18', last: '08-20' } as const;

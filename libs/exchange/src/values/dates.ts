import { Fault } from './fault.ts';

const MIDNIGHT = /[T ]0?0:00(?::00(?:\.0+)?)?Z?$/;
const WITH_TIME = /^(\S+)[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const FORM = 'Schrijf de datum als dd-mm-jjjj.';

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly twoDigits: boolean;
}

const iso = ({ year, month, day }: Parts): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** A day; a year of two digits is 20jj. */
export const readDay = (text: string): string | Fault => {
  const parts = partsOf(text);
  return parts instanceof Fault ? parts : iso(parts);
};

/** A birth date: not in the future, and a year of two digits is the latest that is not. */
export const readBirthDate = (text: string, today: string): string | Fault => {
  const parts = partsOf(text);
  if (parts instanceof Fault) return parts;
  const born = iso(parts);
  if (born <= today) return born;
  if (!parts.twoDigits) return new Fault(`Deze geboortedatum ligt in de toekomst. ${FORM}`);
  const earlier = { ...parts, year: parts.year - 100 };
  return exists(earlier) ? iso(earlier) : new Fault(`Deze dag bestaat niet. ${FORM}`);
};

function partsOf(text: string): Parts | Fault {
  const day = text.replace(MIDNIGHT, '').replace(WITH_TIME, '$1');
  const yearFirst = YEAR_FIRST.exec(day);
  if (yearFirst) return checked({ year: Number(yearFirst[1]), month: Number(yearFirst[3]), day: Number(yearFirst[4]), twoDigits: false });
  const dayFirst = DAY_FIRST.exec(day);
  if (!dayFirst) return new Fault(/^\d{4,6}$/.test(day) ? `Dit is een getal uit Excel, geen datum. ${FORM}` : `Dit is geen datum. ${FORM}`);
  const [, first, separator, second, year = ''] = dayFirst;
  if (separator === '/' && isAmbiguous(Number(first), Number(second))) {
    return new Fault(`Met schuine strepen kan dit ${first} of ${second} als dag hebben. ${FORM}`);
  }
  const twoDigits = year.length === 2;
  return checked({ year: Number(year) + (twoDigits ? 2000 : 0), month: Number(second), day: Number(first), twoDigits });
}

/** Elsewhere the month comes first: 03/04 may be 3 April or 4 March. Then we ask. */
const isAmbiguous = (first: number, second: number): boolean => first <= 12 && second <= 12 && first !== second;

const checked = (parts: Parts): Parts | Fault => {
  if (!exists(parts)) return new Fault(`Deze dag bestaat niet. ${FORM}`);
  return parts.year < 1900 || parts.year > 2100 ? new Fault(`Dit jaartal klopt niet. ${FORM}`) : parts;
};

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function exists({ year, month, day }: Parts): boolean {
  const last = month === 2 && isLeap(year) ? 29 : (MONTHS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

import { Fault, type Reader } from './fault.ts';

export const text: Reader = (value) => value;

const CUT_BY_A_SPREADSHEET = /^\d(?:[.,]\d+)?e\+\d+$/i;

/** The number of a person or an application; what a spreadsheet made shorter may be anybody's and is refused. */
export const numberOf: Reader = (value) =>
  CUT_BY_A_SPREADSHEET.test(value) ? new Fault('Het rekenblad heeft dit nummer ingekort. Maak van de kolom tekst en exporteer opnieuw.') : value;

const CODE_OF_A_SCHOOL = /^\d{2}[a-z]{2}(?:\d{2})?$/i;

/** A code of an organisation; those of schools are written in capitals, whatever spaces or hyphens came along. */
export const code: Reader = (value) => {
  const tight = value.replaceAll(/[\s-]/g, '');
  return CODE_OF_A_SCHOOL.test(tight) ? tight.toUpperCase() : value;
};

export const crebo: Reader = (value) => (/^\d{5}$/.test(value) ? value : new Fault('Een crebo heeft vijf cijfers. Kijk het nummer na.'));

const LOOKS_LIKE_MAIL = /^[^\s@;,<>"]+@[^\s@;,<>"]+\.[^\s@;,<>".]+$/;

export const email: Reader = (value) =>
  LOOKS_LIKE_MAIL.test(value) ? value.toLowerCase() : new Fault('Dit is geen e-mailadres. Schrijf het als naam@school.nl.');

/** An address that may turn out to be unknown: kept as it is written. */
export const mailboxName: Reader = (value) => value.toLowerCase();

export const level: Reader = (value) =>
  /^(?:mbo|niveau|niv\.?)?[\s-]*([1-4])$/i.exec(value)?.[1] ?? new Fault('Een niveau is 1, 2, 3 of 4. Verbeter het.');

/** A whole number, from 0. */
export const count: Reader = (value) => (/^\d{1,6}$/.test(value) ? String(Number(value)) : new Fault('Dit is geen heel getal. Schrijf alleen cijfers.'));

const SCHOOL_YEAR = /^(?:20)?(\d{2})\s*[-/–]\s*'?(?:20)?(\d{2})$/;

/** `2025-2026`, also when the century is left out. */
export const schoolYear: Reader = (value) => {
  const [, from, to] = SCHOOL_YEAR.exec(value) ?? [];
  const follows = from !== undefined && (Number(from) + 1) % 100 === Number(to);
  return follows ? `20${from}-20${to}` : new Fault('Dit is geen schooljaar. Schrijf het als 2025-2026.');
};

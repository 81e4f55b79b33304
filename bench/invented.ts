/** An invented school and college of any size: the same rows at each run. */
const GIVEN = ['Sem', 'Lotte', 'Zoë', 'Anne-Fleur', 'Mohamed', 'Yılmaz', 'Bo', 'Femke', 'Jean-Pierre', 'Aya', 'Thijs', 'Noor'];
const FAMILY = ['Jansen', 'Vries', 'Öztürk', 'Bakker', 'Visser', 'Linden', 'Müller', "D'Angelo", 'Kaya', 'Nowak', 'Boer', 'Hendriks'];
const PREFIX = ['', '', '', 'de', 'van der', ''];
const TOWNS = ['Zwolle', 'Kampen', 'Ommen', 'Raalte', 'Hattem', 'Dalfsen', 'Nergenshuizen'];

export const SCHOOL = '10AA00';
export const COLLEGE = '20XM';

const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? '';
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const day = (at: number): string => `${twoDigits(1 + (at % 28))}-${twoDigits(1 + (Math.floor(at / 28) % 12))}-${2006 + (at % 4)}`;

/** Family names with a number in letters, so that most people are somebody else. */
const letters = (at: number): string => String(at).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
const person = (at: number): string => `${pick(GIVEN, at)};${pick(PREFIX, at)};${pick(FAMILY, at * 7)}${letters(Math.floor(at / 12))}`;

export const organisations = (): string =>
  `code;naam;soort;gemeente;rmc_regio\n${SCHOOL};School;vo;Zwolle;10\n${COLLEGE};College;mbo;Zwolle;10\nLPA-Z;Leerplicht;leerplicht;Zwolle|Kampen|Ommen;10\nDSP-10;Doorstroompunt;doorstroompunt;Zwolle;10\n`;

const table = (header: string, rows: number, row: (at: number) => string): string =>
  [header, ...Array.from({ length: rows }, (_, at) => row(at)), ''].join('\n');

/** Nearly one in a hundred is wrong: a day that does not exist. `changed` gives every so manieth another class. */
export const leavers = (rows: number, changed = 0): string =>
  table('leerlingnummer;roepnaam;tussenvoegsel;achternaam;geslacht;geboortedatum;straat;postcode;gemeente;email;schoolsoort;leerweg;leerjaar;klas;mentor;ouder_naam;ouder_email', rows, (at) =>
    `${1_000_000 + at};${person(at)};${pick(['V', 'M', 'X'], at)};${at % 106 === 5 ? '31-02-2009' : day(at)};Kerkweg ${at % 300};${8000 + (at % 999)} AB;${pick(TOWNS, at)};p${at}@leerling.example;vmbo;${pick(['bb', 'kb', 'gl', 'tl'], at)};4;${changed && at % changed === 0 ? '4Z' : `4${pick(['A', 'B', 'C'], at)}`};;Ouder ${letters(at)};`);

export const applications = (rows: number): string =>
  table('aanmeldnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;postcode;vooropleiding;crebo;leerweg;startdatum;aangemeld_op;voorkeur', rows, (at) =>
    `${COLLEGE}-${at};${person(at)};${day(at)};8000 AB;${at % 2 ? SCHOOL : SCHOOL.slice(0, 4)};${90_001 + (at % 40)};BOL;24-08-2026;${twoDigits(1 + (at % 28))}-11-2025;1`);

const STATUSES = ['aangemeld', 'uitgenodigd voor intake', 'intake geweest', 'toegelaten', 'ingeschreven', 'gestart'];

export const statuses = (rows: number, each: number): string =>
  table('aanmeldnummer;status;per_datum;reden', rows, (at) =>
    `${COLLEGE}-${Math.floor(at / each)};${pick(STATUSES, at % each)};${twoDigits(1 + (at % 28))}-${['12-2025', '01-2026', '03-2026', '06-2026', '07-2026', '08-2026'][at % each]};`);

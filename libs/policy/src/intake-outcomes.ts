import type { Status } from './statuses.ts';

/** What a college says about an intake. The student, a parent who reads along and the mentor read it. */
export interface IntakeOutcomeRow {
  readonly code: string;
  readonly dutch: string;
  /** What the application is reported as. */
  readonly status: Status;
  /** What must be said with it. */
  readonly asks: 'meeting' | 'day' | 'condition' | 'reason' | 'programme' | null;
  /** Says something about a meeting only: who has a place already keeps it. */
  readonly keepsPlace?: boolean;
  /** After it somebody has met the student, so the college can say what helped. */
  readonly met: boolean;
  readonly because: string;
}

export const intakeOutcomes = [
  { code: 'invited', dutch: 'Uitgenodigd voor de intake', status: 'intake-invited', asks: null, keepsPlace: true, met: false, because: 'De leerling is aan zet.' },
  { code: 'planned', dutch: 'Gesprek gepland', status: 'intake-planned', asks: 'meeting', keepsPlace: true, met: false, because: 'De leerling ziet dag, tijd en plaats.' },
  { code: 'not-come', dutch: 'Niet geweest', status: 'intake-invited', asks: 'day', keepsPlace: true, met: false, because: 'Regels 2: dit is geen status. De aanmelding staat weer op uitgenodigd, zodat er een nieuwe afspraak komt.' },
  { code: 'held', dutch: 'Gesprek geweest', status: 'intake-held', asks: 'day', keepsPlace: true, met: true, because: 'De uitkomst volgt.' },
  { code: 'admitted', dutch: 'Toegelaten', status: 'admitted', asks: null, met: true, because: 'De leerling heeft een plaats.' },
  { code: 'admitted-if', dutch: 'Toegelaten met voorwaarde', status: 'provisionally-placed', asks: 'condition', met: true, because: 'De leerling moet weten wat er nog nodig is.' },
  { code: 'waitlisted', dutch: 'Reservelijst', status: 'waitlisted', asks: null, met: true, because: 'Er is nog geen plaats.' },
  { code: 'redirected', dutch: 'Doorverwezen', status: 'redirected', asks: 'programme', met: true, because: 'Een andere opleiding van deze school past beter; de leerling leest welke.' },
  { code: 'not-admitted', dutch: 'Niet toegelaten', status: 'not-admitted', asks: 'reason', met: true, because: 'Nooit zonder reden en advies: de leerling moet verder kunnen.' },
] as const satisfies readonly IntakeOutcomeRow[];

export type IntakeOutcome = (typeof intakeOutcomes)[number]['code'];

/** Why somebody may be refused, in words that a student can read: about the rule or the place, never about the person. */
export const refusalReasons = [
  { code: 'full', dutch: 'De opleiding is vol.', because: 'Een opleiding mag een vast aantal plaatsen hebben, als dat vooraf bekend was.' },
  { code: 'prior-education', dutch: 'De vooropleiding geeft geen toegang tot deze opleiding.', because: 'De wet zegt welke vooropleiding bij een niveau hoort.' },
  { code: 'after-date', dutch: 'De aanmelding kwam na de uiterste datum en er is geen plaats meer.', because: 'Na de aanmelddatum van de kalender is er geen recht op toelating.' },
  { code: 'no-activities', dutch: 'De verplichte kennismaking is niet gedaan.', because: 'Wie niet meedoet aan verplichte intakeactiviteiten, verliest het recht op toelating.' },
  { code: 'extra-requirements', dutch: 'De opleiding stelt extra eisen. Daar is nog niet aan voldaan.', because: 'Alleen opleidingen die dat van de minister mogen.' },
  { code: 'no-work-place', dutch: 'Er is nog geen leerbedrijf.', because: 'Een bbl-opleiding kan niet zonder werkplek.' },
] as const;

export type RefusalReason = (typeof refusalReasons)[number]['code'];

/** For so long a college takes back what it recorded; after that it records what is so. */
export const INTAKE_UNDO = { hours: 24, because: 'Als bij doorgeven wie is gestart.' } as const;

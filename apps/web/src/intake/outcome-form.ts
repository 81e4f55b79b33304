import { IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { Transform } from 'class-transformer';
import type { NewRecord, Seen } from '#dossiers';
import { addDays, isDay } from '#platform';
import { intakeOutcomes, refusalReasons, type IntakeOutcome, type RefusalReason } from '#policy';
import type { FormError } from '../pages/forms.ts';

const AHEAD_DAYS = 366;
const Text = (most: number): PropertyDecorator => (target, key) => {
  for (const decorate of [IsString(), MaxLength(most, { message: `Maak deze tekst korter: hoogstens ${most.toLocaleString('nl')} tekens.` })]) decorate(target, key);
};
const asks = (code: string, what: string): boolean => intakeOutcomes.some((row) => row.code === code && row.asks === what);
const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** What somebody records about an intake; what belongs to another outcome is left out. */
export class OutcomeForm {
  @IsIn(intakeOutcomes.map(({ code }) => code), { message: 'Kies wat de uitkomst is.' })
  uitkomst: IntakeOutcome;

  @IsString() @Transform(trimmed) dag = '';
  @IsString() @Transform(trimmed) tijd = '';
  @Text(200) @Transform(trimmed) plaats = '';
  @Text(500) @Transform(trimmed) voorwaarde = '';

  @ValidateIf(({ uitkomst }: OutcomeForm) => asks(uitkomst, 'programme'))
  @IsUUID('all', { message: 'Kies de opleiding waar je naar verwijst.' })
  opleiding = '';

  @ValidateIf(({ uitkomst }: OutcomeForm) => asks(uitkomst, 'reason'))
  @IsIn(refusalReasons.map(({ code }) => code), { message: 'Kies de reden. De leerling leest deze.' })
  reden: RefusalReason | '' = '';

  @Text(2000) @Transform(trimmed) advies = '';
  @Text(2000) @Transform(trimmed) toelichting = '';
  @IsString() gebruikt = '';
  @IsString() stond = '';
  @IsOptional() @IsString() gezien = '';
}

/** What the rules of one outcome ask: a meeting lies ahead, what was lies behind, and no is never silent. */
export function slips({ uitkomst, dag, tijd, plaats, voorwaarde, advies }: OutcomeForm, today: string): FormError[] {
  if (asks(uitkomst, 'meeting')) return [...wrongMeeting(dag, tijd, today), ...(plaats ? [] : [{ field: 'plaats', text: 'Vul in waar het gesprek is.' }])];
  if (asks(uitkomst, 'day') && dag && (!isDay(dag) || dag > today)) return [{ field: 'dag', text: 'Deze dag moet nog komen. Kies vandaag of een dag die was, of laat de dag leeg.' }];
  if (asks(uitkomst, 'condition') && !voorwaarde) return [{ field: 'voorwaarde', text: 'Schrijf op wat er nog nodig is.' }];
  return asks(uitkomst, 'reason') && !advies ? [{ field: 'advies', text: 'Schrijf op wat de leerling nu kan doen.' }] : [];
}

function wrongMeeting(dag: string, tijd: string, today: string): FormError[] {
  const errors: FormError[] = [];
  if (!isDay(dag)) errors.push({ field: 'dag', text: 'Vul de dag van het gesprek in.' });
  else if (dag < today) errors.push({ field: 'dag', text: 'Deze dag is al voorbij. Was het gesprek er al? Kies dan ‘Gesprek geweest’.' });
  else if (dag > addDays(today, AHEAD_DAYS)) errors.push({ field: 'dag', text: 'Deze dag is meer dan een jaar weg. Kijk of het jaar klopt.' });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(tijd)) errors.push({ field: 'tijd', text: 'Vul in hoe laat het gesprek is, bijvoorbeeld 10:30.' });
  return errors;
}

export function recordOf(form: OutcomeForm): NewRecord {
  const { uitkomst: what } = form;
  const hasMeeting = asks(what, 'meeting');
  return {
    what,
    meetingOn: hasMeeting || asks(what, 'day') ? form.dag : undefined,
    meetingAt: hasMeeting ? form.tijd : undefined,
    place: hasMeeting ? form.plaats : undefined,
    condition: asks(what, 'condition') ? form.voorwaarde : undefined,
    reason: asks(what, 'reason') ? (form.reden as RefusalReason) : undefined,
    advice: asks(what, 'reason') ? form.advies : undefined,
    programme: asks(what, 'programme') ? form.opleiding : undefined,
    note: form.toelichting,
    wasUsed: form.gebruikt === 'ja',
  };
}

export const seenIn = ({ stond, gezien }: OutcomeForm): Seen => ({ status: stond, record: gezien || null });

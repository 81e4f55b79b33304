import { endYear, pathways, schoolYearOf } from '#policy';
import type { Bringing, Counts } from '../bringing/bringing.ts';
import { refuseForgottenApplications } from '../bringing/checks.ts';
import { merge } from '../bringing/merge.ts';
import { tieBeforehand } from '../bringing/tie-beforehand.ts';
import { joinWaitingStatuses } from '../bringing/waiting-statuses.ts';
import { warnUnknownProgrammes } from '../bringing/warnings.ts';
import { readBirthDate, readDay } from '../values/dates.ts';
import { code, count, crebo, numberOf, text } from '../values/texts.ts';
import { oneOf } from '../values/words.ts';
import { column, type Kind, needed, type Read, type Write } from './kind.ts';
import { deriveName, foldedFields, nameColumns } from './names.ts';

export const aanmeldingen: Kind = {
  name: 'aanmeldingen',
  broughtFor: 'receives',
  key: ['number'],
  columns: [
    needed('aanmeldnummer', 'number', numberOf, { also: ['aanmeldingsnummer', 'aanmeldnr', 'aanmeldingnummer'], loosely: ['aanmelding', 'inschrijfnummer'] }),
    ...nameColumns,
    needed('geboortedatum', 'birth_date', readBirthDate, { also: ['geb.datum', 'gebdat', 'datum geboorte'], loosely: ['geboren', 'geboren op'], type: 'date' }),
    column('postcode', 'postcode', text, { loosely: ['pc'] }),
    column('vooropleiding', 'prior_school', code, { loosely: ['brin vooropleiding', 'vooropleiding brin', 'herkomstschool', 'school van herkomst', 'toeleverende school', 'vorige school', 'brin'] }),
    needed('crebo', 'crebo', crebo, { also: ['crebonummer', 'crebocode', 'crebonr', 'opleidingscode'] }),
    needed('leerweg', 'pathway', oneOf(pathways, 'leerweg'), { loosely: ['bol/bbl'] }),
    needed('startdatum', 'starts_on', readDay, { also: ['datum start'], loosely: ['start', 'begindatum', 'instroomdatum', 'start opleiding'], type: 'date' }),
    needed('aangemeld_op', 'applied_on', readDay, { also: ['aanmelddatum', 'datum aanmelding', 'aanmeldingsdatum'], loosely: ['aangemeld'], type: 'date' }),
    column('voorkeur', 'preference', count, { loosely: ['voorkeursnummer', 'keuze', 'prioriteit'], type: 'int' }),
  ],
  derived: { ...foldedFields, school_year: 'text' },
  derive,
  bring,
};

function derive(read: Read, write: Write): void {
  deriveName(read, write);
  write('school_year', yearBefore(read('starts_on')));
}

const years = new Map<string, string>();

/** The school year that ended last before this start (formats). */
function yearBefore(startsOn: string): string {
  let year = years.get(startsOn);
  if (!year) {
    const from = endYear(schoolYearOf(startsOn)) - 2;
    years.set(startsOn, (year = `${from}-${from + 1}`));
  }
  return year;
}

const NAME = ['given_name', 'name_prefix', 'family_name', 'folded_given', 'folded_family'];
const PLAIN = [...NAME, 'birth_date', 'postcode', 'prior_school', 'crebo', 'pathway', 'starts_on', 'school_year', 'applied_on', 'preference'];

async function bring(bringing: Bringing): Promise<Counts> {
  const { sql, owner, present, memberId, deliveryId } = bringing;
  await refuseForgottenApplications(bringing);
  const counts = await merge(bringing, {
    table: 'application',
    same: 't.college_id = $1 and t.number = s.number',
    set: Object.fromEntries(PLAIN.map((name) => [name, `s.${name}`])),
    onlyNew: { college_id: '$1::uuid', number: 's.number', status_on: 's.applied_on', region: '$2::text', leaver_id: 'null::uuid', tie: "'waiting'" },
    beforeWriting: () => tieBeforehand(bringing),
    present: [...present, ...NAME, 'school_year'],
    params: [owner?.id, owner?.region],
  });
  await sql('insert into touched_application select row_id from change');
  await sql(
    `insert into app.event (application_id, kind, became, as_of, source, organisation_id, member_id, delivery_id)
    select row_id, 'application-received', 'submitted', applied_on, 'file', $1, $2, $3 from change where is_new order by line`,
    [owner?.id, memberId, deliveryId],
  );
  await joinWaitingStatuses(bringing);
  await warnUnknownProgrammes(bringing);
  return { ...counts, waiting: 0 };
}

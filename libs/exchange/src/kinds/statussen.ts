import { statuses } from '#policy';
import type { Bringing, Counts } from '../bringing/bringing.ts';
import { readDay } from '../values/dates.ts';
import { numberOf, text } from '../values/texts.ts';
import { oneOfLabels } from '../values/words.ts';
import { column, type Kind, needed } from './kind.ts';

export const statussen: Kind = {
  name: 'statussen',
  broughtFor: 'receives',
  key: ['number', 'status', 'as_of'],
  freeInRepeats: ['note'],
  columns: [
    needed('aanmeldnummer', 'number', numberOf, { also: ['aanmeldingsnummer', 'aanmeldnr', 'aanmeldingnummer'], loosely: ['aanmelding', 'inschrijfnummer'] }),
    needed('status', 'status', oneOfLabels(statuses, 'status'), { loosely: ['aanmeldstatus', 'statusomschrijving', 'fase'] }),
    needed('per_datum', 'as_of', readDay, { loosely: ['datum', 'ingangsdatum', 'peildatum', 'statusdatum', 'datum status'], type: 'date' }),
    column('reden', 'note', text, { loosely: ['opmerking', 'toelichting'] }),
  ],
  bring,
};

/** A report is never refused and never written twice: each becomes an event, or waits until its application comes. */
async function bring({ sql, owner, memberId, deliveryId }: Bringing): Promise<Counts> {
  await sql('drop table if exists change');
  await sql(
    `create temp table change on commit drop as
    select s.line, s.number, a.id as application_id, s.status, s.as_of, s.note
    from good s left join app.application a on a.college_id = $1 and a.number = s.number
    where a.id is null or not exists (select from app.event e where e.kind = 'status-reported'
      and e.application_id = a.id and e.as_of = s.as_of and e.became = s.status and e.source <> 'sweep'
      and not exists (select from app.event undo where undo.retracts = e.id))`,
    [owner?.id],
  );
  await sql(
    `insert into app.event (application_id, kind, became, as_of, source, organisation_id, member_id, delivery_id, note)
    select application_id, 'status-reported', status, as_of, 'file', $1, $2, $3, note
    from change where application_id is not null order by line`,
    [owner?.id, memberId, deliveryId],
  );
  await sql('insert into touched_application select distinct application_id from change where application_id is not null');
  await sql(
    `insert into app.waiting_status (college_id, number, status, as_of, note, delivery_id)
    select $1, number, status, as_of, note, $2 from change where application_id is null order by line
    on conflict do nothing`,
    [owner?.id, deliveryId],
  );
  const [counted] = await sql<{ created: number; waiting: number }>(
    'select count(application_id)::int as created, count(*) filter (where application_id is null)::int as waiting from change',
  );
  return { created: 0, waiting: 0, ...counted, updated: 0 };
}

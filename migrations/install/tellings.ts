import { opened } from './students.ts';

/** What each mail tells of what to its reader, one by one; and those about these signals or silences. */
const TOLD = `
create or replace view app.mail_item with (security_invoker = true) as
select told.mail_id, t.signal_id, t.silence_id, t.kind, told.reason
from app.telling t cross join unnest(t.mail_ids, t.reasons) told (mail_id, reason);
grant select on app.mail_item to public;

create or replace function app.told(subjects uuid[])
returns table (mail_id uuid, signal_id uuid, silence_id uuid, kind text, reason text) language sql stable as $$
  select told.mail_id, t.signal_id, t.silence_id, t.kind, told.reason
  from app.telling t cross join unnest(t.mail_ids, t.reasons) told (mail_id, reason)
  where t.signal_id = any(subjects) or t.silence_id = any(subjects)
$$;`;

/** Takes these out: of a mail, about a signal or silence, for a reason (for each when null). */
const UNTELL = `
create or replace function app.untell(mails uuid[], subjects uuid[], reasons text[]) returns void language plpgsql as $$
#variable_conflict use_column
begin
  update app.telling t set (mail_ids, reasons) = (
    select coalesce(array_agg(told.mail_id order by told.at), '{}'), coalesce(array_agg(told.reason order by told.at), '{}')
    from unnest(t.mail_ids, t.reasons) with ordinality told (mail_id, reason, at)
    where not exists (select from unnest(mails, subjects, untell.reasons) gone (mail_id, subject, reason)
      where gone.mail_id = told.mail_id and gone.subject in (t.signal_id, t.silence_id) and coalesce(gone.reason, told.reason) = told.reason))
  where (t.signal_id = any(subjects) or t.silence_id = any(subjects)) and t.mail_ids && mails;
  delete from app.telling t where (t.signal_id = any(subjects) or t.silence_id = any(subjects)) and t.mail_ids = '{}';
end $$;`;

/** Who a mail is for, to somebody who may see that mail: a mailbox is nobody's name. */
const addressees = `
create or replace function app.addressee(of_mail uuid) returns text language sql stable as $$
  select app.full_name(a.given_name, a.name_prefix, a.family_name) || coalesce(' (' || o.name || ')', '')
  from app.mail m join app.account a on a.id = m.account_id left join app.organisation o on o.id = m.organisation_id
  where m.id = of_mail and m.template = 'digest' and a.family_name <> ''
$$;`;

export const tellings = [TOLD, UNTELL, addressees, opened({ 'addressee(uuid)': ['mentor', 'school', 'desk'] })].join('\n');

const DAYS_A_WEEK = 7;

/**
 * Whether somebody takes a reminder on a day: who is away, chose not to, or had this one less than a week ago and wants no more,
 * does not. Reminders only: what must be known today is not asked here. A kind of mail is the template that tells it.
 */
export const mailWanted = `
create or replace function app.unwanting(kind text, day date) returns table (member_id uuid) language sql stable as $$
  select s.member_id from app.mail_setting s where
    unwanting.day between s.away_from and s.away_until or s.choices ->> kind = 'never'
    or s.choices ->> kind = 'weekly' and exists (
      select from app.mail m join app.membership p on p.account_id = m.account_id where p.id = s.member_id
        and m.template = kind and m.state <> 'dropped' and m.day > unwanting.day - ${DAYS_A_WEEK})
$$;

create or replace function app.mail_wanted(member uuid, kind text, day date) returns boolean language sql stable as $$
  select not exists (select from app.unwanting(mail_wanted.kind, mail_wanted.day) u where u.member_id = member)
$$;`;

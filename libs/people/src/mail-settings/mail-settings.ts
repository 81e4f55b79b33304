import type { Actor, Tx } from '#platform';
import type { MailChoice, Reminder } from '#policy';

export interface OwnMail {
  /** What was chosen; a reminder that is not in it goes always. */
  readonly choices: Partial<Record<Reminder, MailChoice>>;
  /** The last day of an absence; null when there is none, or it is over. */
  readonly awayUntil: string | null;
}

const NOTHING: OwnMail = { choices: {}, awayUntil: null };

/** Which reminders somebody wants in the role they work in, and until when they are away. */
export class MailSettings {
  constructor(private readonly tx: Tx) {}

  async of(actor: Actor, today: string): Promise<OwnMail> {
    const [row] = await this.tx.read<OwnMail & Record<string, unknown>>(actor, { text: OWN, values: [today] });
    return row ?? NOTHING;
  }

  /** The same twice changes nothing. */
  async choose(actor: Actor, choices: OwnMail['choices']): Promise<void> {
    await this.tx.run(actor, (sql) => sql(CHOOSE, [actor.memberId, choices]));
  }

  /** Away from today until a day; back when there is no such day. */
  async away(actor: Actor, today: string, until: string | undefined): Promise<void> {
    await this.tx.run(actor, (sql) => sql(AWAY, [actor.memberId, until ? today : null, until ?? null]));
  }
}

const OWN = `select choices, case when away_until >= $1::date then to_char(away_until, 'yyyy-mm-dd') end as "awayUntil"
  from app.mail_setting where member_id = app.my_member()`;
const CHOOSE = `insert into app.mail_setting (member_id, choices) values ($1, $2)
  on conflict (member_id) do update set choices = app.mail_setting.choices || excluded.choices`;
const AWAY = `insert into app.mail_setting as s (member_id, away_from, away_until) values ($1, $2, $3)
  on conflict (member_id) do update set away_until = excluded.away_until,
    away_from = case when s.away_until >= excluded.away_from and excluded.away_until is not null then s.away_from else excluded.away_from end`;

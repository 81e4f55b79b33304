import { dayInFull, type MailHandler, type MailPage, type Sql } from '#platform';
import { FEWEST_SHOWN, paths } from '#policy';
import { organisationOf } from '../digests/digest-rows.ts';

interface Around {
  readonly today: () => string;
  readonly publicUrl: URL;
}

interface Counted {
  readonly text: string;
  /** In words when it is too few to show. */
  readonly count: string;
}

interface ReminderPage extends MailPage {
  readonly subject: string;
  readonly lines: readonly Counted[];
  readonly link: string;
  readonly settings: string;
  readonly address: string;
}

type Told = Pick<ReminderPage, 'subject' | 'lines'>;
type Tell = (sql: Sql, mailId: string, day: string) => Promise<Told | undefined>;

const LONGEST_SUBJECT = 50;
const shortened = (text: string): string => (text.length > LONGEST_SUBJECT ? `${text.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…` : text);
const shown = (count: number): string => String(count);
const hidden = (count: number): string => (count < FEWEST_SHOWN ? `minder dan ${FEWEST_SHOWN}` : String(count));

/** Desk (ux R2): how many of these still wait for a first contact. */
const lateCases: Tell = async (sql, mailId, day) => {
  const [row] = await sql<{ count: string }>('select app.late_cases_of($1, $2)::text as count', [mailId, day]);
  const count = Number(row?.count ?? 0);
  return count ? { subject: count === 1 ? '1 jongere te laat' : `${count} jongeren te laat`, lines: [] } : undefined;
};

/** Dean (ux D1): how the own leavers stand. */
const schoolStanding: Tell = async (sql, mailId, day) => {
  const [row] = await sql<Record<'total' | 'applied' | 'placed' | 'started' | 'elsewhere' | 'alerts', number>>('select * from app.school_standing($1, $2)', [mailId, day]);
  if (!row?.total) return undefined;
  const lines = [['Leerlingen', row.total], ['Aangemeld', row.applied], ['Nog niet aangemeld', row.total - row.applied - row.elsewhere], ['Geplaatst', row.placed], ['Gestart', row.started], ['Gaat iets anders doen', row.elsewhere], ['Meldingen: niet gestart', row.alerts]] as const;
  return { subject: shortened(`Stand van de overstap, ${await organisationOf(sql, mailId)}`), lines: lines.map(([text, count]) => ({ text, count: shown(Math.max(0, count)) })) };
};

/** Region (ux C1): three figures, without a total beside them that would give a small one away. */
const regionMonitor: Tell = async (sql, mailId, day) => {
  const [row] = await sql<Record<'on_time' | 'placed' | 'alerts', number>>('select * from app.region_figures($1, $2)', [mailId, day]);
  if (!row) return undefined;
  const lines = [['Op tijd aangemeld', row.on_time], ['Geplaatst', row.placed], ['Open meldingen: niet gestart', row.alerts]] as const;
  return { subject: `Monitor overstap, ${dayInFull(day).split(' ')[1]}`, lines: lines.map(([text, count]) => ({ text, count: hidden(count) })) };
};

const KINDS = [
  { template: 'late-cases', tell: lateCases, path: `${paths.cases}` },
  { template: 'school-standing', tell: schoolStanding, path: paths.leavers },
  { template: 'region-monitor', tell: regionMonitor, path: paths.home },
] as const;

/** What each says, counted when it is sent; dropped when nothing is left of it or its reader lost the right. */
export const reminderMails = ({ today, publicUrl }: Around): ReadonlyMap<string, MailHandler> =>
  new Map(KINDS.map(({ template, tell, path }) => [template, page(tell, path, { today, publicUrl })]));

const page =
  (tell: Tell, path: string, { today, publicUrl }: Around): MailHandler =>
  async (sql, { id }) => {
    const told = await tell(sql, id, today());
    if (!told) return 'dropped';
    const at = (to: string): string => new URL(to, publicUrl).href;
    const reminder: ReminderPage = { ...told, onBehalfOf: await organisationOf(sql, id), link: at(path), settings: at(paths.mailSettings), address: publicUrl.host };
    return reminder;
  };

import { WORKER, type Actor, type Clock, type Tx } from '#platform';

export interface ListedPerson {
  readonly slot: string;
  /** The municipality that the desk is for, or the programme of a contact card. */
  readonly place: string | null;
  /** Null: no organisation does this for that place. */
  readonly organisationId: string | null;
  readonly organisation: string | null;
  /** Null: nobody is listed there, or it is the contact card of a programme. */
  readonly memberId: string | null;
  readonly role: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly covers: string | null;
  readonly reach: string | null;
  readonly isListed: boolean | null;
  readonly awayName: string | null;
  readonly awayPhone: string | null;
  readonly awayEmail: string | null;
  readonly awayUntil: string | null;
}

interface DirectoryOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly municipalities: string;
}

interface ContactEntry {
  readonly phone: string | null;
  readonly isListed: boolean;
  readonly covers: string | null;
  readonly reach: string | null;
  readonly awayName: string | null;
  readonly awayPhone: string | null;
  readonly awayEmail: string | null;
  readonly awayUntil: string | null;
}

export interface ContactForm extends ContactEntry {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly isMine: boolean;
  /** False for who is somebody elsewhere too: only they change their number. */
  readonly keepsPhone: boolean;
}

/** Whom one calls at the schools, colleges and desks of the own region. */
export class Directory {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  async organisations(actor: Actor): Promise<DirectoryOrganisation[]> {
    return (await this.tx.read(actor, { name: 'directory-organisations', text: ORGANISATIONS })) as unknown as DirectoryOrganisation[];
  }

  /** Empty when the organisation is not of the own region, or the asker has no business with the directory. */
  async at(actor: Actor, organisation: string): Promise<ListedPerson[]> {
    return (await this.tx.read(actor, { name: 'directory-of', text: OF, values: [organisation, this.clock.today()] })) as unknown as ListedPerson[];
  }

  /** Undefined for whoever is neither this person nor looks after the people of that organisation. */
  async form(actor: Actor, member: string): Promise<ContactForm | undefined> {
    const [found] = await this.tx.read(actor, { text: FORM, values: [member, this.clock.today()] });
    return found as unknown as ContactForm | undefined;
  }

  /** False when it is not for the asker to say. */
  async keep(actor: Actor, member: string, entry: ContactEntry): Promise<boolean> {
    const [kept] = await this.tx.run(actor, (sql) => sql<{ done: boolean }>('select app.keep_contact($1, $2::jsonb, $3::date) as done', [member, JSON.stringify(entry), this.clock.today()]));
    return kept?.done ?? false;
  }
}

const AWAY = 'away_name as "awayName", away_phone as "awayPhone", away_email as "awayEmail", away_until::text as "awayUntil"';

const ORGANISATIONS = `select o.id, o.name, o.kind, coalesce(string_agg(m.municipality, ', ' order by m.municipality), '') as municipalities
from app.organisation o left join app.organisation_municipality m on m.organisation_id = o.id
where o.region = (select mine.region from app.organisation mine where mine.id = app.my_organisation()) and o.kind <> 'gemeente'
group by o.id order by o.name`;

const OF = `select slot, place, organisation_id as "organisationId", "organisationName" as organisation, member_id as "memberId", role, name, email, phone, covers, reach,
  is_listed as "isListed", ${AWAY} from app.directory_of($1, $2::date)`;

const FORM = `select name, role, email, phone, is_listed as "isListed", covers, reach, ${AWAY}, is_mine as "isMine", keeps_phone as "keepsPhone" from app.contact_form($1, $2::date)`;

/** Who stood in, after their last day. */
export async function forgetStandIns(tx: Tx, clock: Pick<Clock, 'today'>): Promise<void> {
  await tx.write(WORKER, [{ text: 'select app.forget_stand_ins($1::date)', values: [clock.today()] }]);
}

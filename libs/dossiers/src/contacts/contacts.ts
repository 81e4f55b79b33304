import type { Visitor } from '#people';
import type { Clock, Tx } from '#platform';

/** Whom one calls at a college. */
export interface ProgrammeContact {
  readonly id: string;
  /** Null: for every programme without a contact of its own. */
  readonly crebo: string | null;
  readonly programme: string | null;
  readonly name: string;
  readonly worksAs: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly reach: string | null;
}

export type NewContact = Omit<ProgrammeContact, 'id' | 'programme'>;

interface ContactBoard {
  readonly contacts: readonly ProgrammeContact[];
  readonly programmes: readonly { readonly crebo: string; readonly name: string }[];
}

/** The contact cards of a college: one per programme, and one for all the others. */
export class Contacts {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  async board({ actor }: Pick<Visitor, 'actor'>): Promise<ContactBoard> {
    const [contacts, programmes] = await this.tx.readAll(actor, [{ text: OURS }, { text: PROGRAMMES }]);
    return { contacts, programmes } as unknown as ContactBoard;
  }

  /** Takes the place of the contact that the programme had. False when the college does not give this programme. */
  async keep({ actor, memberId }: Pick<Visitor, 'actor' | 'memberId'>, { crebo, name, worksAs, phone, email, reach }: NewContact): Promise<boolean> {
    return this.tx.run(actor, async (sql) => (await sql(KEEP, [crebo, name, worksAs, phone, email, reach, memberId, this.clock.today()])).length > 0);
  }

  /** False when it is not of this college, or gone already. */
  async remove({ actor }: Pick<Visitor, 'actor'>, id: string): Promise<boolean> {
    return this.tx.run(actor, async (sql) => (await sql('delete from app.programme_contact where id = $1 returning id', [id])).length > 0);
  }
}

/** The contact of each of these applications, as far as the college named one. */
export async function contactsOf(tx: Tx, { actor }: Pick<Visitor, 'actor'>, applications: readonly string[]): Promise<(ProgrammeContact & { readonly application: string })[]> {
  return (await tx.read(actor, { name: 'contacts-of', text: OF_APPLICATIONS, values: [applications] })) as unknown as (ProgrammeContact & { application: string })[];
}

const COLUMNS = 'c.id, c.crebo, c.name, c.works_as as "worksAs", c.phone, c.email, c.reach';
const NAMED = "(select distinct on (crebo) crebo, name from app.programme where college_id = (select app.my_organisation()) order by crebo, starts_on desc)";

const OURS = `select ${COLUMNS}, p.name as programme from app.programme_contact c left join ${NAMED} p on p.crebo = c.crebo
where c.organisation_id = (select app.my_organisation()) order by c.crebo is not null, p.name, c.crebo`;

const PROGRAMMES = `select crebo, name from ${NAMED} p order by name, crebo`;

const KEEP = `insert into app.programme_contact as c (organisation_id, crebo, name, works_as, phone, email, reach, kept_by, kept_on)
select app.my_organisation(), $1, $2, $3, $4, $5, $6, $7, $8::date
where $1::text is null or exists (select from app.programme p where p.college_id = app.my_organisation() and p.crebo = $1)
on conflict (organisation_id, crebo) do update set name = excluded.name, works_as = excluded.works_as, phone = excluded.phone, email = excluded.email,
  reach = excluded.reach, kept_by = excluded.kept_by, kept_on = excluded.kept_on returning id`;

const OF_APPLICATIONS = `select distinct on (a.id) a.id as application, ${COLUMNS} from app.application a
join app.programme_contact c on c.organisation_id = a.college_id and (c.crebo is null or c.crebo = a.crebo)
where a.id = any($1::uuid[]) order by a.id, c.crebo nulls last`;

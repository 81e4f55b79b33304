import { municipalities } from '#policy';
import { foldMunicipality } from '#transfers';
import type { Bringing } from './bringing.ts';

const known = [...new Set([...municipalities, ...municipalities.map((name) => name.replace(/ \(.*\)$/, ''))].map(foldMunicipality))];

/** A municipality that nobody knows is kept; its alarms go to the region's queue. */
export async function warnUnknownMunicipalities({ sql }: Bringing): Promise<void> {
  await sql(
    `with odd as (
      select distinct municipality_folded from staged where municipality_folded is not null
      except select unnest($1::text[]) except select folded from app.organisation_municipality)
    insert into warning select line, 'gemeente', municipality, 'Deze gemeente kennen we niet. De leerling gaat mee; verbeter de naam voor een volgende keer.'
    from good join odd using (municipality_folded)`,
    [known],
  );
}

/** A mentor address without a mentor at that school is kept, and tied when the mentor comes. */
export async function warnUnknownMentors({ sql, owner }: Bringing): Promise<void> {
  await sql(
    `with odd as (
      select distinct mentor_email from staged where mentor_email is not null
      except select lower(a.email) from app.account a join app.membership m on m.account_id = a.id
      where m.organisation_id = $1 and m.role in ('mentor', 'study-coach') and (m.ended_on is null
        or exists (select from app.stand_in i where i.mentor_id = m.id and i.kind = 'for-good')))
    insert into warning select line, 'mentor', mentor_email, 'Op deze school is geen mentor met dit adres. De leerling gaat mee en hoort bij de mentor zodra die is uitgenodigd of in medewerkers staat.'
    from good join odd using (mentor_email)`,
    [owner?.id],
  );
}

/** An application for a programme that the college did not bring is kept. */
export async function warnUnknownProgrammes({ sql, owner }: Bringing): Promise<void> {
  await sql(
    `insert into warning select s.line, 'crebo', s.crebo, 'Deze opleiding met deze leerweg en startdatum kennen we niet. De aanmelding gaat mee; breng de opleiding in opleidingen.'
    from good s where not exists (select from app.programme p
      where p.college_id = $1 and p.crebo = s.crebo and p.pathway = s.pathway and p.starts_on = s.starts_on)`,
    [owner?.id],
  );
}

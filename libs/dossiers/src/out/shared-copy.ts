import type { Actor, Clock, Tx } from '#platform';
import { sections } from '#policy';
import { SharedPassports, type SharedSection } from '../reading/shared-passport.ts';
import type { Dossier, DossierReceiver, DossierSection } from './dossier.ts';
import { answersOut } from './answers-out.ts';
import { writerOf } from './own-copy.ts';

interface About {
  readonly prefix: string | null;
  readonly surname: string;
  readonly schoolCode: string;
  readonly schoolYear: string;
  readonly college: string;
  readonly collegeCode: string;
}

export interface SharedCopy {
  readonly dossier: Dossier;
  /** Which sections are in it, for the log. */
  readonly sections: readonly string[];
}

/** What a college takes along: exactly the rows that its page shows now. Taking is opening. Undefined: nobody with this id applied there. */
export async function sharedCopy(tx: Tx, clock: Pick<Clock, 'now' | 'today'>, actor: Actor, application: string): Promise<SharedCopy | undefined> {
  const passport = await new SharedPassports(tx, clock).open(actor, application);
  const [about] = await tx.read<About & Record<string, string | null>>(actor, { name: 'shared-copy-about', text: ABOUT, values: [application] });
  if (!passport || !about) return undefined;
  const { applicant } = passport;
  const { prefix, surname, schoolCode, schoolYear, college, collegeCode } = about;
  const receiver: DossierReceiver = {
    college, collegeCode, program: applicant.programme ?? `opleiding ${applicant.crebo}`, crebo: applicant.crebo,
    pathway: applicant.pathway.toUpperCase(), startsOn: applicant.startsOn,
  };
  const leaver = {
    givenName: applicant.givenName, fullName: applicant.name, prefix, surname, birthDate: applicant.birthDate,
    school: applicant.school ?? 'onbekend', schoolCode, class: null, schoolYear,
  };
  const parts = sections.flatMap((section) => {
    const row = passport.sections.find((one) => one.section === section.code);
    return row ? [partOf(row, section, applicant.givenName)] : [];
  });
  return { dossier: { madeOn: clock.today(), leaver, receiver, sections: parts }, sections: parts.map(({ code }) => code) };
}

function partOf({ contents, givenOn, agrees, objection }: SharedSection, { code, dutch, toOthers = dutch, writer }: (typeof sections)[number], givenName: string): DossierSection {
  const part = { code, dutch: toOthers, by: writerOf(writer, givenName), sharedOn: givenOn, answers: answersOut(code, contents) };
  return { ...part, ...(agrees !== null && { agrees }), ...(objection && { objection }) };
}

const ABOUT = `
select nullif(a.name_prefix, '') as prefix, a.family_name as surname, coalesce(a.prior_school, '') as "schoolCode", a.school_year as "schoolYear",
  o.name as college, o.code as "collegeCode"
from app.application a join app.organisation o on o.id = a.college_id where a.id = $1`;

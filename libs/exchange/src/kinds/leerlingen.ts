import { exitProfiles, genders, organisationKinds, schoolTypes, tracks } from '#policy';
import { foldMunicipality } from '#transfers';
import type { Bringing, Counts } from '../bringing/bringing.ts';
import { refuseForgottenYears } from '../bringing/checks.ts';
import { merge } from '../bringing/merge.ts';
import { warnUnknownMentors, warnUnknownMunicipalities } from '../bringing/warnings.ts';
import { readBirthDate } from '../values/dates.ts';
import { email, mailboxName, numberOf, schoolYear, text } from '../values/texts.ts';
import { oneOf } from '../values/words.ts';
import { column, type Kind, needed, type Read, type Write } from './kind.ts';
import { deriveName, foldedFields, nameColumns } from './names.ts';

export const leerlingen: Kind = {
  name: 'leerlingen',
  broughtFor: 'sends',
  key: ['number', 'school_year'],
  columns: [
    needed('leerlingnummer', 'number', numberOf, { also: ['stamnummer', 'stamnr', 'leerlingnr', 'llnr', 'llnnr', 'llnummer'], loosely: ['nummer leerling', 'nummer'] }),
    ...nameColumns,
    column('geslacht', 'gender', oneOf(genders, 'geslacht'), { loosely: ['m/v', 'm/v/x', 'sekse'] }),
    needed('geboortedatum', 'birth_date', readBirthDate, { also: ['geb.datum', 'gebdat', 'datum geboorte'], loosely: ['geboren', 'geboren op'], type: 'date' }),
    column('straat', 'street', text, { loosely: ['adres', 'straatnaam', 'straat en huisnummer'] }),
    column('postcode', 'postcode', text, { loosely: ['pc'] }),
    column('gemeente', 'municipality', text, { loosely: ['woongemeente'] }),
    column('email', 'email', email, { also: ['e-mailadres', 'mailadres'], loosely: ['mail', 'e-mail leerling', 'emailadres leerling'] }),
    column('schooljaar', 'school_year', schoolYear, { loosely: ['cursusjaar'], filled: true }),
    column('schoolsoort', 'school_type', oneOf(schoolTypes, 'schoolsoort'), { loosely: ['onderwijssoort', 'onderwijstype', 'schooltype'] }),
    column('leerweg', 'track', oneOf(tracks, 'leerweg')),
    column('uitstroomprofiel', 'exit_profile', oneOf(exitProfiles, 'uitstroomprofiel'), { loosely: ['uitstroom'] }),
    column('leerjaar', 'grade', text, { loosely: ['studiejaar'] }),
    column('klas', 'class', text, { loosely: ['stamklas', 'stamgroep', 'klascode', 'groep'] }),
    column('mentor', 'mentor_email', mailboxName, { loosely: ['mentor email', 'e-mail mentor', 'mentor mailadres', 'mentoremailadres', 'e-mailadres mentor'] }),
    column('ouder_naam', 'guardian_name', text, { loosely: ['naam ouder', 'naam ouder/verzorger', 'ouder'] }),
    column('ouder_email', 'guardian_email', email, { loosely: ['e-mail ouder', 'mailadres ouder', 'e-mailadres ouder', 'ouder e-mailadres', 'e-mail ouder/verzorger'] }),
  ],
  derived: { ...foldedFields, municipality_folded: 'text' },
  derive,
  bring,
};

function derive(read: Read, write: Write): void {
  const municipality = read('municipality');
  deriveName(read, write);
  write('municipality_folded', municipality ? foldMunicipality(municipality) : null);
}

const NAME = ['given_name', 'name_prefix', 'family_name', 'folded_given', 'folded_family', 'sort_name'];
const PLAIN = [
  ...NAME, 'gender', 'birth_date', 'street', 'postcode', 'municipality', 'municipality_folded', 'email', 'track',
  'exit_profile', 'grade', 'class', 'mentor_email', 'guardian_name', 'guardian_email',
];

/** Leavers that come back in a file are no question any more, so the question is always among what is compared. */
const ALWAYS = [...NAME, 'missing_since'];

async function bring(bringing: Bringing): Promise<Counts> {
  const { sql, owner, present } = bringing;
  await refuseForgottenYears(bringing);
  const schoolType = organisationKinds.find(({ code }) => code === owner?.kind)?.schoolType ?? null;
  const counts = await merge(bringing, {
    table: 'leaver',
    same: 't.school_id = $1 and t.number = s.number and t.school_year = s.school_year',
    set: { ...Object.fromEntries(PLAIN.map((name) => [name, `s.${name}`])), school_type: 'coalesce(s.school_type, $2)', missing_since: 'null::date' },
    onlyNew: { school_id: '$1::uuid', number: 's.number', school_year: 's.school_year', region: '$3::text' },
    present: [...present, ...ALWAYS, ...(present.has('municipality') ? ['municipality_folded'] : [])],
    params: [owner?.id, schoolType, owner?.region],
  });
  await sql('insert into new_leaver select row_id from change where is_new');
  await sql('insert into touched_leaver select row_id from change where not is_new');
  await sql(`insert into seen select $1, number, school_year, fault is null and not exists (select from refusal r where r.line = s.line)
    from staged s where number is not null and school_year is not null`, [owner?.id]);
  await warnUnknownMunicipalities(bringing);
  await warnUnknownMentors(bringing);
  return { ...counts, waiting: 0 };
}

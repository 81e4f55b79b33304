import { randomUUID } from 'node:crypto';
import type { Person } from '../personas/people.ts';
import { agreement, agreementToRemove, place, table } from './table-samples.ts';
import { caseOf, leaverOf, memberOf, type Sample } from './sample.ts';

export const abdi: Sample = { of: leaverOf('abdi'), knownTo: ['fatima', 'lars', 'thijs'], nobodys: randomUUID() };
/** Who may help abdi to come in: a team leader may not. */
const abdisDoor: Sample = { of: leaverOf('abdi'), knownTo: ['fatima', 'lars'], nobodys: randomUUID() };
const abdisCase: Sample = { of: caseOf('abdi'), knownTo: ['ingrid', 'marloes'], changedBy: ['ingrid'], nobodys: randomUUID() };
const offer: Sample = {
  of: `insert into app.support_offer (region, kind, name, added_by, added_on) select '10', 'buddy', 'Maatje Zwolle', m.id, '2026-09-01' from app.membership m join app.account a on a.id = m.account_id
    where a.given_name = 'Gijs' returning id`,
  knownTo: ['gijs'],
  nobodys: randomUUID(),
};
/** Offered to the Doorstroompunt: only there it can be refused. */
const isasOffer: Sample = { of: `update app.desk_case set offered_to = (select id from app.organisation where code = 'DSP-10') where id = (${caseOf('isa')}) returning id`, knownTo: ['marloes'], nobodys: randomUUID() };
/** Bas looks along with abdi. */
const abdisCoaching: Sample = { of: `select id from app.coaching where leaver_id = (${leaverOf('abdi')})`, knownTo: ['bas'], nobodys: randomUUID() };
const daansCase: Sample = { of: caseOf('daan'), knownTo: ['gijs'], nobodys: randomUUID() };
const nours: Sample = { of: "select id from app.application where number = '20NO-900'", knownTo: ['gijs'], nobodys: randomUUID() };
const abdis: Sample = { of: "select id from app.application where number = '20NO-abdi-25001'", knownTo: ['sanne', 'emre'], nobodys: randomUUID() };
const timmerman: Sample = { of: "select '25001-bol-2026-08-24' as id", knownTo: ['sanne', 'emre'], nobodys: '99999-bol-2026-08-24' };

/** A file of Het Kompas, brought by its dean an hour ago, with a row that was refused. */
const file: Sample = {
  of: `with brought as (
      insert into app.delivery (kind, organisation_id, brought_by, file_name, state, ended_at)
      select 'leerlingen', o.id, m.id, 'leerlingen-10KO00.csv', 'done', clock_timestamp() - interval '1 hour' from app.organisation o
      join app.membership m on m.organisation_id = o.id and m.role = 'careers-dean' where o.code = '10KO00' returning id),
    content as (insert into app.delivery_part select id, 0, convert_to(E'leerlingnummer;geboortedatum\\n1;ooit\\n', 'utf8') from brought),
    refused as (insert into app.delivery_remark select id, 2, true, 'geboortedatum', 'ooit', 'Dit is geen datum.' from brought)
    select id from brought`,
  knownTo: ['lars', 'soraya'],
  nobodys: randomUUID(),
};
const joost: Sample = { of: memberOf('joost'), knownTo: ['lars', 'soraya'], nobodys: randomUUID() };
const kompas: Sample = { of: "select id from app.organisation where code = '10KO00'", knownTo: ['gijs'], nobodys: randomUUID() };
/** Only of practical education and vso something can be put right. */
const luuk: Sample = { of: leaverOf('luuk'), knownTo: ['ria', 'wim'], nobodys: randomUUID() };
/** Luuk of De Werf, in view at the Doorstroompunt as if his case were done; his school follows him too. */
const luukInView: Sample = {
  of: `insert into app.in_view (leaver_id, because, school_follows, desk_id, since, watched_from, next_check_on)
    select l.id, 'profile', true, o.id, '2026-09-01', '2026-09-01', '2026-12-01' from app.leaver l, app.organisation o where l.email like 'luuk@%' and o.code = 'DSP-10' returning leaver_id as id`,
  knownTo: ['marloes', 'ria', 'wim'],
  nobodys: randomUUID(),
};

/** Who helps young people in region 10, and so may call its schools. */
const IN_REGION_10: readonly Person[] = ['fatima', 'joost', 'lars', 'soraya', 'okan', 'thijs', 'zoe', 'hanna', 'niels', 'ria', 'wim', 'sanne', 'emre', 'milan', 'ingrid', 'mark', 'marloes', 'gijs', 'bas', 'lotte', 'wil'];
const standIn: Sample = {
  of: `insert into app.stand_in (organisation_id, mentor_id, by_id, kind, from_on, until_on)
    select m.organisation_id, m.id, (${memberOf('zoe')}), 'summer', '2026-09-01', '2026-09-02' from app.membership m where m.id = (${memberOf('joost')}) returning id`,
  knownTo: ['lars', 'soraya'],
  nobodys: randomUUID(),
};
const example: Sample = { of: "select 'leerlingen' as id", knownTo: ['lars', 'soraya', 'niels', 'wim', 'dirk', 'gijs', 'pieter'], nobodys: 'sleutels' };

/** Only who mentors abdi writes about abdi: no dean, no team leader, no other mentor. */
const abdisPart: Sample = { of: leaverOf('abdi'), knownTo: ['fatima'], nobodys: randomUUID() };

/** A part about support that Okan began. */
const semsSupport: Sample = {
  of: `insert into app.school_draft select id, 'support', 1, '{}', now() from app.leaver where email = 'sem@leerling.example' returning leaver_id as id`,
  knownTo: ['okan'],
  nobodys: randomUUID(),
};

/** Every student has one of these, and never anybody else's. */
const section: Sample = { of: "select 'wie-ben-ik' as id", knownTo: ['sem', 'abdi', 'noor', 'mila'], nobodys: 'wie-is-dat' };

const semsApplication: Sample = { of: `select id from app.application where leaver_id = (${leaverOf('sem')}) order by number limit 1`, knownTo: ['sem'], nobodys: randomUUID() };
const semsSharing: Sample = {
  of: `insert into app.sharing (leaver_id, shared_at, shared_on, needs_guardian) values ((${leaverOf('sem')}), now(), '2026-09-14', false) returning id`,
  knownTo: ['sem'],
  nobodys: randomUUID(),
};

/** Files of Sem, who has a question that asks for them; one is shared with the college of an application. */
const sectionWithFiles: Sample = { of: "select 'waarom-deze-opleiding' as id", knownTo: ['sem', 'abdi', 'noor', 'mila'], nobodys: 'wie-is-dat' };
const semsFile = (name: string): string => `insert into app.attachment (leaver_id, section, question, asked, name, kind, size, sha256, contents, added_at)
  select id, 'why-this-course', 'letter', 'Je brief', '${name}.pdf', 'pdf', 1, '\\x${Buffer.from(name).toString('hex')}', '\\x01', now() from app.leaver where email like 'sem@%' returning id`;
const fileOfSem: Sample = { of: semsFile('brief'), knownTo: ['sem'], nobodys: randomUUID() };
const sharedFile: Sample = {
  of: `with file as (${semsFile('gedeeld').replace('returning id', 'returning id, leaver_id')}),
    act as (insert into app.sharing (leaver_id, shared_at, shared_on, needs_guardian) select leaver_id, now(), '2026-09-14', false from file returning id, leaver_id),
    given as (insert into app.share (sharing_id, leaver_id, application_id, section, version, contents, files, agreed_text, state, given_at, until_on)
      select act.id, act.leaver_id, a.id, 'why-this-course', 1, '{}', array[file.id], 'Ja', 'given', now(), '2027-09-14' from act, file, app.application a where a.leaver_id = act.leaver_id returning application_id)
    select given.application_id || '/bestanden/' || file.id as id from given, file`,
  knownTo: ['sanne', 'emre'],
  nobodys: `${randomUUID()}/bestanden/${randomUUID()}`,
};

const openedFile: Sample = {
  of: `with file as (${semsFile('open').replace('returning id', 'returning id, leaver_id').replaceAll('why-this-course', 'what-i-can')}),
    opened as (insert into app.opened_section (leaver_id, section, opened_at) select leaver_id, 'what-i-can', now() from file returning leaver_id)
    select file.leaver_id || '/bestanden/' || file.id as id from file, opened`,
  knownTo: ['fatima'],
  nobodys: `${randomUUID()}/bestanden/${randomUUID()}`,
};

/** A question that region 10 added, and a part to which it adds another. */
const question: Sample = {
  of: `insert into app.region_question (code, version, region, section, type, asks, may_be_empty, added_at)
    values ('regio-aaaa0001', 1, '10', 'who-am-i', 'short', 'Waar ben je het liefst?', true, now()) returning code as id`,
  knownTo: ['gijs'],
  nobodys: 'regio-00000000',
};
const partToAsk: Sample = { of: "select 'wie-ben-ik' as id", knownTo: ['gijs', 'pieter'], nobodys: 'thuis-en-gezondheid' };

/** Elif on the list of the summer team of Het Kompas, with zoe in it. */
const summer: Sample = {
  of: `with team as (insert into app.summer_team (organisation_id, school_year, member_id, named_on)
      select organisation_id, '2025-2026', id, '2026-06-01' from app.membership where id = (${memberOf('zoe')}) on conflict do nothing)
    insert into app.summer_list (leaver_id, organisation_id, school_year, from_on, until_on) select id, school_id, school_year, '2026-07-01', '2026-09-30' from app.leaver where email = 'elif@leerling.example'
    on conflict (leaver_id, school_year) do update set ended_on = null returning id`,
  knownTo: ['lars', 'thijs', 'zoe'],
  nobodys: randomUUID(),
};

/** A key that Fatima made for a program. */
const key: Sample = {
  of: `insert into app.api_token (member_id, name, hash, scopes, ends_at) select m.id, 'overzicht', '\\x01', '{signals:read}', now() + interval '1 day'
    from app.membership m join app.account a on a.id = m.account_id where a.given_name = 'Fatima' returning id`,
  knownTo: ['fatima'],
  nobodys: randomUUID(),
};

/** A record for each address with a part that changes. A new one fails below until it stands here. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  '/account/sleutels/:id/intrekken': key,
  '/school/overstaptafel/:id': table,
  '/school/overstaptafel/:id/wijzigen': table,
  '/school/overstaptafel/:id/bijwerken': table,
  '/school/overstaptafel/:id/toevoegen': table,
  '/school/overstaptafel/:id/afdrukken': table,
  '/school/overstaptafel/:id/verslag.csv': table,
  '/school/overstaptafel/plek/:id': place,
  '/school/overstaptafel/plek/:id/weglaten': place,
  '/zomer/:id': summer,
  '/zomer/:id/bellen': summer,
  '/zomer/:id/nummer': summer,
  '/zomer/:id/ongedaan': summer,
  '/afspraken/:id/klaar': agreement,
  '/afspraken/:id/weer-open': agreement,
  '/afspraken/:id/weghalen': agreementToRemove,
  '/bestanden/:id': file,
  '/bestanden/:id/kolommen': file,
  '/bestanden/:id/importeren': file,
  '/bestanden/:id/weggooien': file,
  '/bestanden/:id/terugdraaien': file,
  '/bestanden/:id/fouten.csv': file,
  '/bestanden/voorbeeld/:kind.csv': example,
  '/ondersteuning/:id': semsSupport,
  '/ondersteuning/:id/beginnen': semsSupport,
  '/ondersteuning/:id/lezen': semsSupport,
  '/paspoort/onderdelen/:section': section,
  '/paspoort/delen/gelukt/:id': semsSharing,
  '/paspoort/wie-leest-mee/:id/stoppen': semsApplication,
  '/paspoort/onderdelen/:section/bestanden': sectionWithFiles,
  '/paspoort/bestanden/:id/ophalen': fileOfSem,
  '/paspoort/bestanden/:id/weghalen': fileOfSem,
  '/intake/:id/bestanden/:file': sharedFile,
  '/leerlingen/:id/bestanden/:file': openedFile,
  '/beheer/vragen/nieuw/:section': partToAsk,
  '/beheer/vragen/:code': question,
  '/beheer/vragen/:code/uit': question,
  '/beheer/vragen/:code/aan': question,
  '/beheer/organisaties/:id': kompas,
  '/beheer/mensen/:id': joost,
  '/beheer/mensen/:id/weg': joost,
  '/beheer/mensen/:id/terug': joost,
  '/beheer/mensen/:id/rol': joost,
  '/beheer/mensen/:id/beheer': joost,
  '/beheer/mensen/:id/openen': joost,
  '/beheer/mensen/:id/coordinator': joost,
  '/beheer/mensen/:id/tweede-stap': joost,
  '/beheer/klassen/:id': joost,
  '/beheer/klassen/:id/overdragen': joost,
  '/beheer/klassen/:id/verlof': joost,
  '/beheer/klassen/:id/zomer': joost,
  '/beheer/vervanging/:id/stoppen': standIn,
  '/contacten/:id': { ...kompas, knownTo: IN_REGION_10 },
  '/contacten/mensen/:id': { of: memberOf('lars'), knownTo: ['lars', 'soraya'], nobodys: randomUUID() },
  '/leerlingen/:id': abdi,
  '/leerlingen/:id/mentordeel': abdisPart,
  '/leerlingen/:id/deel-van-school': abdisPart,
  '/leerlingen/:id/warme-overdracht': abdisPart,
  '/intake/:id/warme-overdracht': abdis,
  '/gesprekken/:id': { ...abdis, knownTo: ['sanne', 'emre', 'fatima'] },
  '/leerlingen/:id/verbeteringen': abdisPart,
  '/leerlingen/:id/paspoort': abdisPart,
  '/leerlingen/:id/laat-inloggen': abdisDoor,
  '/leerlingen/:id/inlogbrief': abdisDoor,
  '/leerlingen/:id/ouders': abdisDoor,
  '/leerlingen/:id/notities': abdi,
  '/leerlingen/:id/aanmelding-toevoegen': abdi,
  '/leerlingen/:id/aanmeldingen': abdi,
  '/leerlingen/:id/uitstroomprofiel': luuk,
  '/leerlingen/:id/bestemming': abdi,
  '/niet-gestart/:id': abdisCase,
  '/niet-gestart/:id/oppakken': abdisCase,
  '/niet-gestart/:id/heropenen': abdisCase,
  '/niet-gestart/:id/overdragen': { ...abdisCase, knownTo: ['ingrid'] },
  '/niet-gestart/:id/overdragen/intrekken': abdisCase,
  '/niet-gestart/:id/weigeren': isasOffer,
  '/niet-gestart/:id/aanbod': { ...abdisCase, knownTo: ['ingrid'] },
  '/beheer/aanbod/:id': offer,
  '/niet-gestart/:id/loslaten': abdisCase,
  '/niet-gestart/:id/plan': { ...abdisCase, knownTo: ['ingrid'] },
  '/niet-gestart/:id/overstapcoach': { ...abdisCase, knownTo: ['ingrid'] },
  '/leerlingen/:id/overstapcoach': { of: leaverOf('abdi'), knownTo: ['fatima', 'lars', 'thijs'], nobodys: randomUUID() },
  '/mijn-jongeren/:id': abdisCoaching,
  '/mijn-jongeren/:id/teruggeven': abdisCoaching,
  '/jongeren/:id': luukInView,
  '/jongeren/:id/terugzetten': luukInView,
  '/jongeren/:id/overnemen': luukInView,
  '/regio/wachtrij/:id': daansCase,
  '/regio/wachtrij/:id/terugnemen': daansCase,
  '/regio/wachtrij/:id/weigeren': daansCase,
  '/te-koppelen/:id': nours,
  '/intake/:id': abdis,
  '/intake/:id/uitkomst': abdis,
  '/intake/:id/terugkoppeling': abdis,
  '/intake/:id/herstellen': abdis,
  '/intake/:id/paspoort.pdf': abdis,
  '/intake/:id/paspoort.json': abdis,
  '/intake/:id/paspoort.xml': abdis,
  '/intake/start/:key': timmerman,
  '/intake/start/:key/controleren': timmerman,
  '/intake/start/:key/doorgeven': timmerman,
  '/intake/start/:key/herstellen': timmerman,
};

import {
  accessTable, ADMISSION_UNLESS, admissionPoints, admissionVerdicts, bases, calendar, caseChoices, caseClocks, desks, destinations, holidayKinds, holidayRegions, holidays, limits, mentorChoices, NO_RIGHT_FOR_ENTREE, organisationKinds, files, keptTables, outcomes, phases, priorEducation, READING_YEARS, readingParts, readings, releases, retention, roles, scopes, sections, termInWords,
  signals, statuses, UNDO_HOURS, UNUSUAL_READING, upperAges, WARN_DAYS, wordFor, words,
} from '#policy';
import { table } from './table.ts';
import { turnPage } from './turn-page.ts';

interface PolicyPage {
  readonly file: string;
  readonly title: string;
  readonly intro: string;
  readonly body: string;
}

const MADE = '<!-- Gemaakt door bin/docs uit libs/policy. Verander de regel daar, niet hier. -->';

const tones = { must: 'rood', next: 'oranje', other: 'grijs' };

const statusPage: PolicyPage = {
  file: 'statussen.md',
  title: 'Statussen van een aanmelding',
  intro: 'Wat een mbo-school doorgeeft. Een bericht wordt nooit geweigerd; het mag overslaan, teruggaan of te laat komen. Met een rang loopt de aanmelding nog. Vanaf rang 60 is iemand geplaatst. Alleen gestart zegt dat iemand er was.',
  body: [
    table(['Rang', 'Status', 'Ook geschreven als', 'Code', 'VVA', 'Fase', 'Aan zet', 'Gezamenlijk gesprek', 'Waarom'], statuses.map((row) => [
      row.rank ?? 'afgelopen', row.dutch, row.alsoWritten.join(', '), row.code, row.vva,
      phases.find(({ code }) => code === row.phase)?.dutch, row.turn && { student: 'leerling', college: 'mbo-school' }[row.turn], row.noTalk ?? 'kan', row.because,
    ])),
    '## Fasen',
    table(['Stap', 'Fase', 'Wanneer'], phases.map((row) => [row.step, row.dutch, row.because])),
  ].join('\n\n'),
};

const readingPage: PolicyPage = {
  file: 'logboek.md',
  title: 'Wie leest mee: het logboek',
  intro: `Wie een leerling of zaak opent, laat een regel na; ${READING_YEARS} jaar lang. De leerling ziet de regels over zichzelf. Meer dan ${UNUSUAL_READING.leavers} leerlingen in een uur door één persoon is een vraag aan wie de mensen beheert. ${UNUSUAL_READING.because}`,
  body: [
    table(['Wat', 'Wat erop staat', 'Code', 'Waarom'], readings.map((row) => [
      row.dutch, row.shows.map((part) => readingParts.find(({ code }) => code === part)?.dutch).join(', '), row.code, row.because,
    ])),
    '## Wat een sleutel mag',
    table(['Wat', 'Handelingen', 'Waarom'], scopes.map((row) => [row.dutch, row.acts.join(', '), row.because])),
  ].join('\n\n'),
};

const signalPage: PolicyPage = {
  file: 'signalen.md',
  title: 'Signalen',
  intro: 'Elke leerling heeft op een dag hoogstens één signaal: de eerste regel die klopt. Wie is gestart of een bekende andere bestemming heeft, heeft er geen. Een startmelding gaat ook naar een bureau en wordt gemaild op de dag dat hij is gevonden.',
  body: table(['Nr', 'Signaal', 'Klopt als', 'Startmelding', 'Mail', 'Kleur', 'De mentor', 'Waarom'], signals.map((row) => [
    row.rank, row.dutch, row.holdsWhen, row.startAlert, row.mailed === 'daily' ? 'dezelfde dag' : 'maandag', tones[row.tone], row.mentorDoes, row.because,
  ])),
};

const admissionPage: PolicyPage = {
  file: 'toelatingsrecht.md',
  title: 'Toelatingsrecht',
  intro: `Wie op tijd is, de goede vooropleiding heeft en meedoet met de intake, heeft recht op een plek (WEB, artikel 8.0.1). Wij rekenen het uit met wat we weten en zeggen wat we niet weten. ${ADMISSION_UNLESS} ${NO_RIGHT_FOR_ENTREE} Wie al een plek heeft of stopte, ziet het niet.`,
  body: [
    table(['Punt', 'Niet goed: wat nu', 'Nog open: wat nu', 'Waarom'], admissionPoints.map(({ dutch, todo, because }) => [dutch, todo.no, todo.open, because])),
    '## Vooropleiding en niveau',
    table(['Vooropleiding', 'Past bij niveau', 'Waarom'], priorEducation.map(({ dutch, levels, because }) => [dutch, levels.join(', '), because])),
    'Praktijkonderwijs, isk en al het andere: dat weten wij niet, en dat zeggen we.',
    '## Antwoord',
    table(['Aan de leerling', 'Aan anderen', 'Waarom'], admissionVerdicts.map((row) => [row.dutch, row.of, row.because])),
  ].join('\n\n'),
};

const deskPage: PolicyPage = {
  file: 'bureaus.md',
  title: 'Welk bureau krijgt een startmelding',
  intro: 'De eerste regel die klopt op de dag van de vraag. De mentor hoort het altijd.',
  body: [
    table(['Nr', 'Klopt als', 'Wie', 'Zaak', 'Waarom'], desks.map((row) => [row.rank, row.holdsWhen, row.dutch, row.opensCase, row.because])),
    '## Bovengrens van het Doorstroompunt',
    table(['Vanaf', 'Tot de verjaardag', 'Waarom'], upperAges.map((row) => [row.validFrom, row.years, row.because])),
  ].join('\n\n'),
};

const calendarPage: PolicyPage = {
  file: 'kalender.md',
  title: 'Kalender van een schooljaar',
  intro: 'Maand en dag in het kalenderjaar waarin het schooljaar eindigt. Een regel geldt tot de volgende.',
  body: [
    table(
      ['Vanaf schooljaar', 'Nog niet aangemeld', 'Nog geen plek', 'Geen plek bij de start', 'Vroeg gestopt tot', 'Dagen na de start', 'Stilte na dagen', 'Waarom'],
      calendar.map((row) => [row.validFrom, row.notAppliedFrom, row.noPlaceYetFrom, row.noPlaceAtStartFrom, row.earlyLeaverUntil, row.graceDays, row.silenceDays, row.because]),
    ),
    '## Schoolvakanties',
    'Eerste en laatste vrije dag per vakantieregio. In een weekend, een vakantie en op een feestdag gaan er geen herinneringen uit. Startmeldingen wachten nooit.',
    table(['Schooljaar', 'Vakantie', ...holidayRegions.map(({ dutch }) => dutch)], [...new Set(holidays.map(({ schoolYear }) => schoolYear))].flatMap((schoolYear) =>
      holidayKinds.filter(({ code }) => holidays.some((row) => row.schoolYear === schoolYear && row.kind === code)).map(({ code, dutch }) => [schoolYear, dutch, ...holidayRegions.map((region) => {
        const found = holidays.find((row) => row.schoolYear === schoolYear && row.kind === code && row.region === region.code);
        return found && `${found.firstDay} tot en met ${found.lastDay}`;
      })]))),
  ].join('\n\n'),
};

const destinationPage: PolicyPage = {
  file: 'bestemmingen.md',
  title: 'Bestemmingen',
  intro: 'Waar een leerling heen gaat als het geen mbo is. Een bekende bestemming geeft geen signaal.',
  body: table(['Bestemming', 'Ook geschreven als', 'Sluit het signaal', 'Zaak eindigt als', 'Waarom'], destinations.map((row) => [
    row.dutch, row.alsoWritten.join(', '), row.settled, outcomes.find(({ code }) => code === row.outcome)?.dutch, row.because,
  ])),
};

const casePage: PolicyPage = {
  file: 'zaken.md',
  title: 'De zaak na de melding',
  intro: 'Eén zaak per jongere. Een zaak blijft open tot hij eindigt. Werkdagen zijn maandag tot en met vrijdag.',
  body: [
    '## Wat een bureau kan kiezen',
    table(['Keuze', 'Uitleg erbij', 'Gevolg', 'Uitkomst', 'Waarom'], caseChoices.map((row) => [
      row.dutch, 'hint' in row ? row.hint : '', { attempt: 'poging, zaak blijft open', close: 'zaak sluit', 'hand-over': 'vraag aan een ander bureau of de regio; tot het ja blijft de zaak' }[row.effect],
      row.asksCourse ? 'voltijd of bbl (wordt gevraagd)' : outcomes.find(({ code }) => code === row.outcome)?.dutch, row.because,
    ])),
    '## Uitkomsten',
    table(['Uitkomst', 'Code', 'Waarom'], outcomes.map((row) => [row.dutch, row.code, row.because])),
    '## Termijnen',
    table(['Binnen werkdagen', 'Wat', 'Waarom'], caseClocks.map((row) => [row.workingDays, row.dutch, row.because])),
    '## Wat een mentor kan noteren',
    table(['Keuze', 'Waarom'], mentorChoices.map((row) => [row.dutch, row.because])),
  ].join('\n\n'),
};

const rolePage: PolicyPage = {
  file: 'rollen.md',
  title: 'Rollen en organisaties',
  intro: 'Wat iemand doet en bij welke organisatie dat bestaat.',
  body: [
    table(['Rol', 'In bestanden', 'Bij', 'Waarom'], roles.map((row) => [row.dutch, row.written.join(', '), row.at.join(', '), row.because])),
    '## Organisaties',
    table(['Soort', 'Naam', 'Waarom'], organisationKinds.map((row) => [row.code, row.dutch, row.because])),
  ].join('\n\n'),
};

const accessPage: PolicyPage = {
  file: 'access.md',
  title: 'Wie mag wat',
  intro: 'Per handeling en rol één woord. Wat er niet staat, mag niet. De database bewaakt het een tweede keer, per rij. Wat iemand niet mag zien, bestaat voor hem of haar niet (404).',
  body: accessTable.map((row) => [
    `## ${row.dutch}`,
    `Waarom: ${row.because}`,
    table(['Rol', 'Mag'], roles.map(({ code, dutch }) => [dutch, words[wordFor(row.act, code)]])),
  ].join('\n\n')).join('\n\n'),
};

const questionTypes = { short: 'kort antwoord', long: 'lang antwoord', choice: 'één keuze', many: 'meer keuzes', file: 'bestanden', experiences: 'stages en banen' };
const writers = { student: 'leerling', mentor: 'mentor', 'support-coordinator': 'ondersteuningscoördinator', 'school-file': 'bestand van de school' };

const passportPage: PolicyPage = {
  file: 'paspoort.md',
  title: 'Paspoort voor Succes',
  intro: 'De onderdelen, wie ze schrijft, op welke grond ze worden gedeeld en vanaf wanneer. Bij elk antwoord bewaren we de vraag zoals die is gesteld.',
  body: [
    table(['Onderdeel', 'Regels 9', 'Schrijver', 'Grond', 'Gevoelig', 'Te lezen vanaf', 'Jaren bewaard', 'OSO', 'Waarom'], sections.map((row) => [
      row.dutch, row.numbers.join(', '), writers[row.writer], bases.find(({ code }) => code === row.basis)?.dutch, row.sensitivity === 'special',
      releases.find(({ code }) => code === row.release)?.dutch, row.keptYears, row.oso, row.because,
    ])),
    '## Gronden',
    table(['Grond', 'Waarom'], bases.map((row) => [row.dutch, row.because])),
    '## Vanaf wanneer',
    table(['Moment', 'Vanaf de status', 'Wat de leerling leest', 'Waarom'], releases.map((row) => [row.dutch, statuses.find(({ code }) => code === row.from)?.dutch, row.reads, row.because])),
    ...sections.filter(({ questions }) => questions.length).flatMap(({ dutch, questions }) => [
      `## ${dutch}`,
      table(['Vraag', 'In pro en vso', 'Antwoord', 'Mag leeg', 'Alleen voor', 'Blijft van de schrijver'], questions.map((row) => [
        row.asks, row.inPractice, questionTypes[row.type], row.mayBeEmpty ?? false, row.onlyFor?.join(', '), row.onlyMine ?? false,
      ])),
    ]),
  ].join('\n\n'),
};

const retentionPage: PolicyPage = {
  file: 'bewaren.md',
  title: 'Hoe lang we bewaren',
  intro: `Een overstap is klaar als iemand is gestart, een andere route bekend is of een zaak een uitkomst heeft, op zijn vroegst op de dag tot wanneer vroeg stoppen telt. Zolang een zaak open is, gaat er niets weg. De leerling krijgt ${WARN_DAYS} dagen van tevoren een mail.`,
  body: table(['Wat', 'Hoe lang', 'Waarom', 'Tabellen'], retention.map((row) => [row.dutch, termInWords(row), row.because, keptTables[row.code].join(', ')])),
};

const filePage: PolicyPage = {
  file: 'bestanden.md',
  title: 'Wie welk bestand brengt',
  intro: `Op de pagina Bestanden. De regio brengt elk bestand van elke organisatie in de regio; de anderen alleen dat van zichzelf. Een import kan ${UNDO_HOURS} uur worden teruggedraaid, zolang er niet op is voortgebouwd.`,
  body: table(['Bestand', 'Wat het is', 'Wie het brengt', 'Waar het vandaan komt', 'Waarom'], files.map((row) => [
    row.code, row.dutch, row.broughtBy.map((role) => roles.find(({ code }) => code === role)?.dutch).join(', '), row.from, row.because,
  ])),
};

const limitPage: PolicyPage = {
  file: 'grenzen.md',
  title: 'Hoe vaak iemand iets mag proberen',
  intro: 'Geteld in de database, dus over alle processen samen. Per browser: wie hier al eens inlogde, telt alleen zichzelf; alle andere browsers op één netwerk tellen samen.',
  body: table(['Wat', 'Geteld', 'Hoogstens', 'In minuten', 'Waarom'], limits.map((row) => [
    row.dutch, row.per === 'account' ? 'per account' : 'per browser of netwerk', row.most, row.minutes, row.because,
  ])),
};

const all = [passportPage, statusPage, admissionPage, signalPage, deskPage, turnPage, calendarPage, destinationPage, casePage, rolePage, accessPage, filePage, limitPage, readingPage, retentionPage];

const contents = ['# Regels van Overstap', 'Deze pagina’s komen uit de code die ze uitvoert. Wie hier iets leest dat niet klopt, meldt het: dan verandert de regel.', all.map(({ file, title }) => `- [${title}](${file})`).join('\n'), 'Wat een test elke dag nagaat: [elk adres, voor elke rol](adressen.md).'];

/** The pages that a policy officer signs: file name to text. */
export const policyPages: ReadonlyMap<string, string> = new Map([
  ['README.md', [MADE, ...contents, ''].join('\n\n').trimEnd() + '\n'],
  ...all.map(({ file, title, intro, body }): [string, string] => [file, `${[MADE, `# ${title}`, intro, body].join('\n\n')}\n`]),
]);

import { directory } from './directory.ts';
import { roles, staffRoles, type Role } from './roles.ts';

/** The closed vocabulary of the access table: which rows a cell opens. Row-level security says the same a second time. */
export const words = {
  never: 'nooit',
  own: 'van mijzelf',
  'of-my-child': 'van mijn kind',
  'of-my-students': 'van mijn leerlingen',
  'of-my-school': 'van mijn school',
  'of-my-college': 'van mijn mbo-school',
  'of-my-desk': 'van mijn bureau, na een melding',
  'of-my-region': 'van mijn regio',
  'of-my-organisation': 'van mijn organisatie',
  'as-administrator': 'van mijn organisatie, als beheerder',
  'region-queue': 'zonder bureau, in mijn regio',
  'given-to-me': 'van wie ja zei tegen mij',
} as const;

export type AccessWord = keyof typeof words;

type Cells = Readonly<Partial<Record<Role, AccessWord>>>;

interface AccessRow {
  readonly act: string;
  readonly dutch: string;
  /** Roles that are not named may never. The printed table has no blanks. */
  readonly cells: Cells;
  readonly because: string;
}

/** Who does a mentor's work (rules 10): also for the municipality's own leavers, and in summer. */
const mentors: Cells = { mentor: 'of-my-students', 'work-income-officer': 'of-my-students', 'summer-team': 'of-my-students' };
const school: Cells = { 'careers-dean': 'of-my-school', 'team-leader': 'of-my-school' };
const college: Cells = { 'intake-officer': 'of-my-college', 'study-coach': 'of-my-college' };
const desk: Cells = { 'attendance-officer': 'of-my-desk', 'doorstroompunt-officer': 'of-my-desk' };
const lettingIn: Cells = { ...mentors, 'careers-dean': 'of-my-school' };
const region: Cells = { 'region-administrator': 'of-my-region' };

/** Somebody of the staff to whom it was given to look after the people of the organisation. */
const appointed: Cells = Object.fromEntries(staffRoles.map(({ code }) => [code, 'as-administrator']));
const administrators: Cells = { ...appointed, 'careers-dean': 'of-my-school', 'school-administrator': 'of-my-school', 'region-administrator': 'of-my-organisation' };
/** Who calls whom for a young person, and who keeps that list; never who sees counts or the log only. */
const callers: Cells = Object.fromEntries([...Object.keys({ ...mentors, ...school, ...college, ...desk, ...region }), 'support-coordinator', 'school-administrator', 'transition-coach'].map((role) => [role, 'of-my-region']));
const listed: Cells = Object.fromEntries(directory.map(({ role }) => [role, 'own']));
const classes: Cells = { mentor: 'as-administrator', 'team-leader': 'as-administrator', 'summer-team': 'as-administrator', 'careers-dean': 'of-my-school', 'school-administrator': 'of-my-school' };

export const accessTable = [
  { act: 'passport:write', dutch: 'Het eigen paspoort schrijven', cells: { student: 'own' }, because: 'Regels 9: het is van de leerling.' },
  { act: 'mentor-part:write', dutch: 'Het deel van de mentor schrijven', cells: { mentor: 'of-my-students', 'work-income-officer': 'of-my-students' }, because: 'Regels 9 en 10: de mentor schrijft over eigen leerlingen; een zomerteam en een decaan zien geen inhoud.' },
  { act: 'passport:share', dutch: 'Kiezen wie het eigen paspoort leest, delen en stoppen', cells: { student: 'own' }, because: 'Regels 9: delen is een keuze van de leerling, en stoppen werkt meteen.' },
  { act: 'passport:copy', dutch: 'Het eigen paspoort afdrukken of als bestand meenemen', cells: { student: 'own', guardian: 'of-my-child' }, because: 'Regels 11: een leerling mag een kopie vragen; wie meeleest, zonder de eigen notities.' },
  { act: 'own-rights:use', dutch: 'Vragen om verbetering, of het eigen paspoort wissen', cells: { student: 'own' }, because: 'Regels 11: recht op verbetering en op wissen van wat op een keuze of toestemming rust.' },
  { act: 'correction:answer', dutch: 'Antwoorden op een vraag om verbetering', cells: { mentor: 'of-my-students', 'work-income-officer': 'of-my-students' }, because: 'Regels 11: de mentor kent de leerling en weet wie het kan veranderen.' },
  { act: 'own-file:read', dutch: 'Een bestand bij het paspoort ophalen', cells: { student: 'own', guardian: 'of-my-child' }, because: 'Regels 10: een ouder leest alles tot 16 jaar, of op uitnodiging.' },
  { act: 'opened-file:read', dutch: 'Een bestand ophalen bij een onderdeel dat de leerling openzette', cells: { mentor: 'of-my-students', 'work-income-officer': 'of-my-students' }, because: 'Regels 10: de mentor leest een deel van de leerling zodra die het openzet.' },
  { act: 'shared-file:read', dutch: 'Een gedeeld bestand ophalen', cells: college, because: 'Regels 10: alleen wat met een aanmelding bij de eigen mbo-school is gedeeld.' },
  { act: 'consent:answer', dutch: 'Ja of nee zeggen op delen, onder 16 jaar', cells: { guardian: 'of-my-child' }, because: 'Regels 9: onder 16 jaar beslist een ouder of verzorger mee.' },
  { act: 'passport:read-along', dutch: 'Lezen wat een leerling voor de mentor opende', cells: { mentor: 'of-my-students', 'work-income-officer': 'of-my-students' }, because: 'Regels 10: het deel van de leerling pas als die het opent, onderdeel voor onderdeel.' },
  { act: 'support:write', dutch: 'Het deel over ondersteuning schrijven', cells: { 'support-coordinator': 'of-my-school' }, because: 'Regels 9 en 10: alleen voor wie het nodig is; van de anderen alleen naam en klas. Nooit de mentor of de decaan.' },
  { act: 'guardian-rule:set', dutch: 'Kiezen of alle ouders akkoord moeten zijn', cells: { 'careers-dean': 'of-my-school', 'school-administrator': 'of-my-school' }, because: 'Regels 9: één ouder is genoeg; een school mag kiezen dat beiden nodig zijn.' },
  { act: 'leaver:list', dutch: 'Lijst van leerlingen zien', cells: { ...mentors, ...school }, because: 'Regels 10: voortgang en statussen, geen inhoud van het dossier.' },
  { act: 'lead-time:see', dutch: 'Doorlooptijden van de eigen school zien', cells: school, because: 'Regels 12: het laat zien waar het hangt; onder de 5 leerlingen niets.' },
  { act: 'leaver:see', dutch: 'Eén leerling met tijdlijn zien', cells: { ...mentors, ...school }, because: 'Regels 10.' },
  { act: 'leaver:note', dutch: 'Contact of bestemming noteren', cells: { ...mentors, ...school }, because: 'De school houdt zorgplicht tot iemand ergens is.' },
  { act: 'student:remind', dutch: 'Leerlingen een herinnering sturen', cells: lettingIn, because: 'Wie mag uitnodigen, mag ook herinneren; de mail zegt niet waarom.' },
  { act: 'application:note', dutch: 'Een keuze of aanmelding van een leerling noteren', cells: { ...mentors, ...school }, because: 'Regels 2: wie de leerling spreekt, noteert wat nog niemand meldde.' },
  { act: 'young-person:enter', dutch: 'Een jongere zonder school invoeren', cells: { 'work-income-officer': 'of-my-students', ...desk }, because: 'Regels 3: wie geen school heeft, heeft de gemeente of het Doorstroompunt als zender. Nooit of iemand elders al staat: dat zou verraden wie hulp of een uitkering heeft.' },
  { act: 'student:invite', dutch: 'Leerlingen uitnodigen', cells: lettingIn, because: 'De mentor kent de leerling; de decaan vangt op. Anders logt iemand in als een ander.' },
  { act: 'sign-in-code:give', dutch: 'Een leerling laten inloggen met een code of brief', cells: lettingIn, because: 'Wie de code geeft, staat erbij; de leerling ziet het.' },
  { act: 'guardian:arrange', dutch: 'Ouders laten meelezen of ‘geen contact’ zetten', cells: lettingIn, because: 'Regels 9: onder 16 bevestigt de mentor wie de ouder is.' },
  { act: 'table:run', dutch: 'De Overstaptafel voorbereiden, afspraken vastleggen en het verslag downloaden', cells: school, because: 'De decaan of teamleider zit voor. Wie van buiten aanschuift, krijgt de lijst op papier.' },
  { act: 'summer:call', dutch: 'De bellijst van de zomeractie zien en uitkomsten noteren', cells: { 'summer-team': 'of-my-students', ...school }, because: 'Regels 10: het zomerteam als mentor, voor de eigen lijst, tot en met 30 september; nooit het paspoort.' },
  { act: 'summer:team', dutch: 'Kiezen wie er in het zomerteam zit', cells: { ...school, 'region-administrator': 'of-my-region' }, because: 'De decaan voor de school, de regio voor een gemeente. De regio ziet daarbij geen leerling.' },
  { act: 'agreement:see', dutch: 'Eigen afspraken van de Overstaptafel zien en afvinken', cells: { ...mentors, ...school }, because: 'Een mentor ziet alleen afspraken over eigen leerlingen.' },
  { act: 'own-transfer:see', dutch: 'De eigen aanmeldingen zien', cells: { student: 'own', guardian: 'of-my-child' }, because: 'Regels 10: een leerling ziet alles over zichzelf, een ouder tot 16 jaar of op uitnodiging.' },
  { act: 'own-application:note', dutch: 'Een eigen keuze of aanmelding noteren en op volgorde zetten', cells: { student: 'own' }, because: 'Regels 2: een aanmelding telt ook als de mbo-school haar nog niet meldde; de leerling weet het als eerste.' },
  { act: 'own-readers:see', dutch: 'Zien wie meelas', cells: { student: 'own' }, because: 'Regels 9: elke lezer laat een regel na die de leerling ziet.' },
  { act: 'own-address:change', dutch: 'Een eigen mailadres opgeven', cells: { student: 'own' }, because: 'Het adres van school stopt in de zomer.' },
  { act: 'own-guardian:invite', dutch: 'Een ouder laten meelezen of dat stoppen', cells: { student: 'own' }, because: 'Regels 9: vanaf 16 jaar beslist de leerling zelf.' },
  { act: 'intake:list', dutch: 'Lijst van aanmeldingen zien', cells: college, because: 'De mbo-school ziet wie zich bij haar aanmeldde; niet wat is achtergehouden.' },
  { act: 'shared-passport:read', dutch: 'Lezen wat een leerling deelde', cells: college, because: 'Regels 10: alleen wat met een aanmelding bij de eigen school is gedeeld, vanaf het moment dat erbij hoort.' },
  { act: 'intake:record', dutch: 'Uitkomst van een intake vastleggen', cells: college, because: 'Regels 9: de leerling en de mentor lezen wat ervan kwam, en waarom.' },
  { act: 'shared-passport:export', dutch: 'Downloaden wat een leerling deelde', cells: college, because: 'Regels 10: dezelfde onderdelen als op de pagina. De leerling ziet in het logboek dat het is gedownload.' },
  { act: 'own-handover:ask', dutch: 'Zelf een warme overdracht vragen', cells: { student: 'own' }, because: 'Regels 9: leerling of mentor vraagt erom. Er gaat niets uit het paspoort mee.' },
  { act: 'handover:ask', dutch: 'Een warme overdracht vragen voor een leerling', cells: { mentor: 'of-my-students', 'work-income-officer': 'of-my-students' }, because: 'Regels 9: de mentor vraagt het voor eigen leerlingen; de leerling ziet het.' },
  { act: 'handover:work', dutch: 'Een warme overdracht plannen, vastleggen en nakijken', cells: college, because: 'Regels 9: de mbo-school van die aanmelding voert het gesprek.' },
  { act: 'joint-intake:plan', dutch: 'Een gezamenlijk gesprek plannen en vastleggen', cells: { mentor: 'of-my-students', 'work-income-officer': 'of-my-students', ...college }, because: 'Wie de leerling kent of ontvangt, haalt iedereen om één tafel.' },
  { act: 'programme-contact:manage', dutch: 'Contactpersonen van opleidingen bijhouden', cells: college, because: 'Wie vragen heeft, belt meteen de goede persoon. De mbo-school weet wie dat is.' },
  { act: 'directory:see', dutch: 'Zien wie je belt bij een school of bureau', cells: callers, because: 'Wie met een jongere bezig is, belt meteen de goede persoon. Leerlingen en ouders zien alleen de contactpersoon bij hun eigen aanmelding.' },
  { act: 'own-contact:keep', dutch: 'De eigen gegevens in de contactlijst bijhouden', cells: listed, because: 'Wie in de lijst staat, weet zelf het best wanneer je belt en wie vervangt.' },
  { act: 'contact:keep', dutch: 'De contactlijst van de eigen organisatie bijhouden', cells: administrators, because: 'Wie de accounts beheert, weet wie er ziek is of weg.' },
  { act: 'start:see', dutch: 'Zien wie zou starten', cells: college, because: 'De mbo-school meldt wie er echt is.' },
  { act: 'start:report', dutch: 'Doorgeven wie is gestart', cells: college, because: 'De mbo-school meldt wie er echt is.' },
  { act: 'case:list', dutch: 'Niet gestart: lijst zien', cells: desk, because: 'Regels 10: alleen startmeldingen van de eigen gemeenten of regio.' },
  { act: 'case:see', dutch: 'Eén zaak zien', cells: desk, because: 'Naam, contact, school, opleiding, status, data en pogingen; geen dossier.' },
  { act: 'case:work', dutch: 'Zaak oppakken, poging of uitkomst vastleggen', cells: desk, because: 'Regels 8.' },
  { act: 'coach:ask', dutch: 'Een overstapcoach vragen, volgen en stoppen', cells: { mentor: 'of-my-students', 'work-income-officer': 'of-my-students', ...school, ...desk }, because: 'Regels 8 en 10: wie de zaak heeft of de leerling kent, noemt een coach met naam. De leerling beslist.' },
  { act: 'own-coach:decide', dutch: 'Ja of nee zeggen tegen een overstapcoach, en stoppen', cells: { student: 'own', guardian: 'of-my-child' }, because: 'Een coach ziet niets zonder ja. Onder 16 zegt ook een ouder ja (regels 9).' },
  { act: 'coached:see', dutch: 'Zien wie jij als overstapcoach begeleidt', cells: { 'transition-coach': 'given-to-me' }, because: 'Regels 10: wie is toegewezen, als een mentor zonder inhoud: contact, overstap en het plan; geen paspoort.' },
  { act: 'coached:work', dutch: 'Noteren hoe het gaat, of teruggeven', cells: { 'transition-coach': 'given-to-me' }, because: 'Wie de coach vroeg, leest het mee.' },
  { act: 'in-view:see', dutch: 'Zien wie in beeld blijft tot hij of zij terug is', cells: { mentor: 'of-my-students', ...school, ...desk }, because: 'Regels 8: in beeld tot terugkeer of de leeftijdsgrens. Een praktijkschool en vso-school houden hun eigen schoolverlaters ook in beeld; van een vo-school staat er niemand.' },
  { act: 'in-view:check', dutch: 'Bij wie in beeld is een controle noteren', cells: { mentor: 'of-my-students', 'careers-dean': 'of-my-school', ...desk }, because: 'Het bureau kijkt elk kwartaal. De zendende praktijkschool of vso-school heeft nazorgplicht en schrijft een regel; alleen het bureau sluit af.' },
  { act: 'in-view:work', dutch: 'Wie in beeld is afsluiten, terugzetten of overnemen', cells: desk, because: 'Het bureau van de woongemeente beslist; bij 18 jaar neemt het Doorstroompunt over.' },
  { act: 'outcome-report:see', dutch: 'De jaarlijkse rapportage van de regio zien', cells: { 'doorstroompunt-officer': 'of-my-region', 'region-administrator': 'of-my-region', 'regional-coordinator': 'of-my-region' }, because: 'Regels 10 en 12: alleen aantallen, onder 5 afgeschermd, op de pagina en in het bestand gelijk.' },
  { act: 'outcome-report:exact', dutch: 'De echte aantallen voor de minister ophalen', cells: { 'doorstroompunt-officer': 'of-my-region' }, because: 'Het formulier vraagt echte aantallen. Een RMC-consulent kent elke zaak al; regiobeheerder en regiocoördinator hoeven nooit te weten om wie het gaat.' },
  { act: 'queue:see', dutch: 'Zaken zonder bureau zien', cells: { 'region-administrator': 'region-queue' }, because: 'Regels 6, rij 2: de regiobeheerder beslist.' },
  { act: 'queue:assign', dutch: 'Zaak aan een bureau geven', cells: { 'region-administrator': 'region-queue' }, because: 'Regels 8.' },
  { act: 'tie:see', dutch: 'Te koppelen aanmeldingen zien', cells: { ...college, ...region }, because: 'Formats: geteld en getoond bij de mbo-school en de regio.' },
  { act: 'tie:decide', dutch: 'Aanmelding koppelen of los laten', cells: region, because: 'Alleen de regio ziet beide kanten; een mbo-school hoeft geen leerlingen te zien die zich er niet aanmeldden.' },
  { act: 'file:bring', dutch: 'Bestanden brengen, zien en terugdraaien', cells: { 'careers-dean': 'of-my-school', 'school-administrator': 'of-my-school', ...college, ...region }, because: 'Formats: een school alleen het eigen bestand, de regio elk bestand.' },
  { act: 'key:make', dutch: 'Sleutels maken voor eigen programma’s', cells: Object.fromEntries([...Object.keys({ ...mentors, ...school, ...college, ...desk, ...region }), 'school-administrator'].map((role) => [role, 'own'])), because: 'Een sleutel opent nooit meer dan de eigenaar zelf mag; wie geen lijst of bestand heeft, heeft er geen nodig.' },
  { act: 'log:see', dutch: 'Logboek van het lezen zien en doorzoeken', cells: { 'privacy-officer': 'of-my-organisation' }, because: 'Regels 10: wie las en over wie, met leerlingnummer; nooit inhoud. Beheerders zien alleen dat er ongewoon veel is gelezen.' },
  { act: 'keeping:see', dutch: 'Zien hoe lang iets wordt bewaard en hoeveel er binnenkort weggaat', cells: { 'privacy-officer': 'of-my-organisation', 'school-administrator': 'of-my-school', ...region }, because: 'Wie over gegevens gaat, ziet vooraf wat weggaat. Alleen aantallen per school, voor de regio onder 5 afgeschermd; nooit om wie het gaat.' },
  { act: 'mail:failed', dutch: 'Post zien die niet aankwam', cells: { 'careers-dean': 'of-my-school', 'school-administrator': 'of-my-school', ...region }, because: 'Regels 7: een dood adres is een signaal aan de decaan of de regio.' },
  { act: 'people:see', dutch: 'Mensen van de organisatie zien', cells: administrators, because: 'Regels 10: wie de accounts beheert, of wie dat van een collega mag.' },
  { act: 'people:manage', dutch: 'Mensen uitnodigen, rollen geven en laten gaan', cells: administrators, because: 'De eerste wordt door de regio uitgenodigd en nodigt de anderen uit.' },
  { act: 'class:hand-over', dutch: 'Klassen overdragen of laten vervangen', cells: classes, because: 'Een mentor die weg is, laat geen leerling alleen.' },
  { act: 'organisation:manage', dutch: 'Organisaties van de regio zien en hun eerste beheerder uitnodigen', cells: region, because: 'Regels 10: de regiobeheerder beheert accounts, geen dossiers.' },
  { act: 'question:manage', dutch: 'Vragen van de regio in het paspoort zetten', cells: region, because: 'De regio kent de afspraken van haar scholen; antwoorden ziet zij niet.' },
  { act: 'calendar:manage', dutch: 'De kalender van de regio zien en veranderen', cells: region, because: 'Regels 5: data en dagen verschillen per regio. Wat een wijziging doet, is alleen in aantallen te zien.' },
  { act: 'offer:manage', dutch: 'Aanbod van de regio bijhouden', cells: region, because: 'De regio weet wat er is; een bureau kiest eruit bij een zaak. Van wie het kreeg ziet de regio alleen aantallen.' },
  { act: 'sign-in:see', dutch: 'Zien hoe mensen inloggen', cells: administrators, because: 'Wie mensen helpt inloggen, moet weten wat er is ingesteld. Geheimen staan er niet.' },
] as const satisfies readonly AccessRow[];

export type AccessAct = (typeof accessTable)[number]['act'];

/** The word in the cell of this act and role. */
export function wordFor(act: AccessAct, role: string): AccessWord {
  const row = accessTable.find((entry) => entry.act === act);
  const known = roles.find(({ code }) => code === role);
  const cells: Cells = row?.cells ?? {};
  return (known && cells[known.code]) ?? 'never';
}

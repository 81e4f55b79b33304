import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'melding';
const SECONDS = 60;

/** What a page says after a redirect. Only these words: nothing from an address or cookie is ever shown. */
const MESSAGES = {
  'meeting-answered': { kind: 'ok', text: 'Bedankt. Het antwoord is verstuurd. Veranderen kan tot het gesprek.' },
  'mail-away': { kind: 'ok', text: 'Opgeslagen. Je herinneringen wachten tot je terug bent.' },
  'mail-back': { kind: 'ok', text: 'Opgeslagen. Je krijgt je herinneringen weer.' },
  saved: { kind: 'ok', text: 'Opgeslagen.' },
  'part-ready': { kind: 'ok', text: 'Opgeslagen. De leerling kan het nu lezen en zeggen of het klopt.' },
  'report-sent': { kind: 'ok', text: 'Gestuurd. De leerling krijgt een mail. Wat de mbo-school al mag lezen, kan zij nu lezen.' },
  'report-taken-back': { kind: 'ok', text: 'Teruggenomen. De mbo-school leest het niet meer. Wat al is gelezen, kunnen wij niet terughalen.' },
  'part-agreed': { kind: 'ok', text: 'Bedankt. Je antwoord is opgeslagen.' },
  'part-objected': { kind: 'ok', text: 'Bedankt. Wie dit schreef, leest wat jij wilt bespreken.' },
  'opening-saved': { kind: 'ok', text: 'Opgeslagen. Hieronder staat wie nu mag lezen.' },
  'correction-asked': { kind: 'ok', text: 'Verstuurd. Je mentor leest het en geeft antwoord op deze pagina.' },
  'correction-answered': { kind: 'ok', text: 'Opgeslagen. De leerling ziet je antwoord.' },
  'passport-erased': { kind: 'ok', text: 'Gewist. Geen school kan je paspoort nog lezen.' },
  'signed-out': { kind: 'ok', text: 'Je bent uitgelogd.' },
  'text-kept': { kind: 'info', text: 'Je was uitgelogd. Je tekst is bewaard. Log in, dan staat hij er weer.' },
  'signed-out-everywhere': { kind: 'ok', text: 'Je bent overal uitgelogd.' },
  'signed-out-there': { kind: 'ok', text: 'Dat apparaat is uitgelogd.' },
  'sharing-stopped': { kind: 'ok', text: 'Gestopt. De school kan niet meer lezen. Wat al is gelezen, kunnen wij niet terughalen.' },
  'case-picked-up': { kind: 'ok', text: 'Deze zaak staat nu op jouw naam.' },
  'case-taken-first': { kind: 'info', text: 'Een collega was net eerder. Hieronder staat wie deze zaak nu heeft.' },
  'attempt-noted': { kind: 'ok', text: 'Je poging is opgeslagen. De zaak blijft open.' },
  'case-closed': { kind: 'ok', text: 'De uitkomst is opgeslagen. De mentor ziet nu dat de zaak klaar is.' },
  'case-handed-over': { kind: 'ok', text: 'De zaak staat nu bij de regio.' },
  'case-assigned': { kind: 'ok', text: 'De zaak is doorgegeven aan het bureau.' },
  'case-taken-back': { kind: 'ok', text: 'De zaak wacht weer op een bureau.' },
  'case-given-away': { kind: 'info', text: 'Jullie bureau had deze zaak al aan de regio gegeven.' },
  'case-released': { kind: 'ok', text: 'Deze zaak staat niet meer op jouw naam. Een collega kan hem oppakken.' },
  'hand-over-asked': { kind: 'ok', text: 'Gevraagd. Tot het andere bureau ja zegt, blijft de zaak bij jullie.' },
  'hand-over-withdrawn': { kind: 'ok', text: 'Ingetrokken. De zaak blijft bij jullie.' },
  'case-refused': { kind: 'ok', text: 'Opgeslagen. De zaak blijft bij het andere bureau.' },
  'case-reopened': { kind: 'ok', text: 'De zaak is weer open.' },
  'students-reminded': { kind: 'ok', text: 'De herinnering gaat nu per mail weg.' },
  'students-invited': { kind: 'ok', text: 'De uitnodiging gaat nu per mail weg.' },
  'guardian-saved': { kind: 'ok', text: 'Opgeslagen. Hieronder staat wie nu mag meelezen.' },
  'address-confirmed': { kind: 'ok', text: 'Je mailadres klopt. Je kunt er nu mee inloggen.' },
  'address-forgotten': { kind: 'ok', text: 'Je mailadres is weggehaald.' },
  'young-person-entered': { kind: 'ok', text: 'De jongere is ingevoerd.' },
  'young-person-removed': { kind: 'ok', text: 'Weggehaald.' },
  'young-person-stays': { kind: 'info', text: 'Er is al iets gebeurd rond deze jongere. Weghalen kan niet meer. Noteer een bestemming, of vraag de regio.' },
  'choice-saved': { kind: 'ok', text: 'Opgeslagen. Het staat bij de keuzes.' },
  'choice-moved': { kind: 'ok', text: 'De volgorde is veranderd.' },
  'choice-taken-away': { kind: 'ok', text: 'Weggehaald. Terugzetten kan hieronder, 30 dagen lang.' },
  'choices-full': { kind: 'info', text: 'Er staan al 20 keuzes. Haal er eerst een weg, dan kun je deze terugzetten.' },
  'choice-put-back': { kind: 'ok', text: 'Teruggezet.' },
  'in-view-checked': { kind: 'ok', text: 'Opgeslagen. De volgende controle staat klaar.' },
  'in-view-ended': { kind: 'ok', text: 'Opgeslagen. Deze jongere is niet meer in beeld. Klopt dat niet? Zet de jongere dan terug.' },
  'in-view-again': { kind: 'ok', text: 'De jongere staat weer in beeld.' },
  'in-view-taken': { kind: 'ok', text: 'De jongere is nu bij jullie in beeld.' },
  'note-saved': { kind: 'ok', text: 'Je notitie is opgeslagen.' },
  'destination-forgotten': { kind: 'ok', text: 'De bestemming is gewist. Morgenochtend kijken we opnieuw of er iets nodig is.' },
  'intake-saved': { kind: 'ok', text: 'Opgeslagen. De leerling krijgt een mail dat er nieuws is. Je kunt dit 24 uur lang herstellen.' },
  'intake-undone': { kind: 'ok', text: 'Hersteld. De leerling ziet dit niet meer.' },
  'feedback-given': { kind: 'ok', text: 'Dank je. De mentor en de leerling kunnen dit nu lezen.' },
  'starts-saved': { kind: 'ok', text: 'Doorgegeven. Je kunt dit 24 uur lang herstellen.' },
  'starts-partly': { kind: 'info', text: 'Een deel was intussen veranderd en is niet doorgegeven. Hieronder staat hoe het nu is.' },
  'starts-undone': { kind: 'ok', text: 'Hersteld.' },
  'too-late-to-undo': { kind: 'error', text: 'Herstellen kan niet meer: het is langer dan 24 uur geleden. Geef een nieuwe status door.' },
  tied: { kind: 'ok', text: 'De aanmelding is gekoppeld.' },
  untied: { kind: 'ok', text: 'De koppeling is ongedaan gemaakt.' },
  'tie-refused': { kind: 'ok', text: 'Opgeslagen: het is niemand van deze leerlingen.' },
  'file-brought': { kind: 'ok', text: 'Het bestand is binnen. We kijken het na.' },
  'passport-file-added': { kind: 'ok', text: 'Je bestand staat erbij.' },
  'passport-file-removed': { kind: 'ok', text: 'Het bestand is weggehaald.' },
  'period-saved': { kind: 'ok', text: 'Opgeslagen. De signalen volgen morgenochtend, bij de volgende controle.' },
  'question-added': { kind: 'ok', text: 'De vraag staat erbij. Leerlingen zien hem meteen.' },
  'question-off': { kind: 'ok', text: 'De vraag staat uit.' },
  'question-on': { kind: 'ok', text: 'De vraag staat weer aan.' },
  'questions-full': { kind: 'error', text: 'Meer vragen kan niet bij dit onderdeel. Zet er eerst een uit.' },
  'import-started': { kind: 'ok', text: 'Het importeren is begonnen.' },
  'undo-started': { kind: 'ok', text: 'We draaien het bestand terug.' },
  'columns-saved': { kind: 'ok', text: 'De kolommen zijn onthouden. We kijken het bestand opnieuw na.' },
  'file-discarded': { kind: 'ok', text: 'Het bestand is weggegooid. Er is niets geïmporteerd.' },
  'undo-too-late': { kind: 'error', text: 'Terugdraaien kan niet meer. Breng een verbeterd bestand.' },
  'key-revoked': { kind: 'ok', text: 'De sleutel werkt niet meer.' },
  'too-many-lines': { kind: 'error', text: 'Dit zijn te veel regels voor één bestand. Kies een kortere tijd.' },
  'factor-reset': { kind: 'ok', text: 'De tweede stap is weggehaald. Deze collega is overal uitgelogd en krijgt een mail.' },
  'factor-added': { kind: 'ok', text: 'Je kunt nu ook hiermee inloggen.' },
  'factor-removed': { kind: 'ok', text: 'Weggehaald. Hiermee kun je niet meer inloggen.' },
  'already-done': { kind: 'info', text: 'Dat was al gebeurd. Hieronder staat hoe het nu is.' },
  'left-done': { kind: 'ok', text: 'Opgeslagen. Deze rol werkt vanaf de volgende klik niet meer.' },
  'left-undone': { kind: 'ok', text: 'Hersteld. Deze collega kan weer aan het werk.' },
  'last-administrator': { kind: 'error', text: 'Dit kan niet: dan beheert niemand meer de mensen. Laat eerst een collega beheren.' },
  'account-open': { kind: 'ok', text: 'Het account is weer open. Je collega kan nu inloggen.' },
  'handed-over': { kind: 'ok', text: 'De leerlingen zijn overgedragen. De vorige mentor ziet ze niet meer.' },
  'nobody-handed-over': { kind: 'info', text: 'Er waren geen leerlingen om over te dragen.' },
  'stand-in-set': { kind: 'ok', text: 'De vervanging is opgeslagen.' },
  'stand-in-stopped': { kind: 'ok', text: 'De vervanging is gestopt.' },
  'nobody-chosen': { kind: 'info', text: 'Er was niemand om uit te nodigen. Vink mensen aan die nog niet binnen zijn.' },
  invited: { kind: 'ok', text: 'De uitnodiging is verstuurd.' },
  'invited-more': { kind: 'ok', text: 'De uitnodigingen zijn verstuurd.' },
  'role-given': { kind: 'ok', text: 'Opgeslagen. Deze collega werkt al mee en kan de rol meteen gebruiken.' },
  'summer-noted': { kind: 'ok', text: 'Opgeslagen. Vandaag kun je dit ongedaan maken.' },
  'summer-undone': { kind: 'ok', text: 'Ongedaan gemaakt.' },
  'summer-team-saved': { kind: 'ok', text: 'Het zomerteam is opgeslagen.' },
  'table-opened': { kind: 'ok', text: 'De Overstaptafel staat klaar. Hieronder staat wie jullie bespreken.' },
  'table-renewed': { kind: 'ok', text: 'De lijst is bijgewerkt.' },
  'table-added': { kind: 'ok', text: 'De leerling staat op de lijst.' },
  'table-left-out': { kind: 'ok', text: 'Deze leerling bespreken jullie niet. Terugzetten kan hieronder.' },
  'agreement-made': { kind: 'ok', text: 'De afspraak is opgeslagen.' },
  'agreement-done': { kind: 'ok', text: 'De afspraak is klaar.' },
  'agreement-open': { kind: 'ok', text: 'De afspraak staat weer open.' },
  'agreement-removed': { kind: 'ok', text: 'De afspraak is weggehaald.' },
  'day-changed': { kind: 'ok', text: 'Het voorbeeld staat op een andere dag.' },
} as const;

export type Message = keyof typeof MESSAGES;

export function leaveMessage(request: FastifyRequest, reply: FastifyReply, message: Message): void {
  void reply.setCookie(COOKIE, message, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: SECONDS, secure: request.isOverHttps });
}

/** What a page says that shows a form again, after its session had ended. */
export const SHOWN_AGAIN = { kind: 'info', text: 'Je was uitgelogd. Je tekst staat er nog. Sla nu op.' } as const;

/** The message left by the page before, once. */
export function takeMessage(request: FastifyRequest, reply: FastifyReply): (typeof MESSAGES)[Message] | undefined {
  const message = request.cookies[COOKIE];
  if (!message) return undefined;
  void reply.clearCookie(COOKIE, { path: '/' });
  return Object.hasOwn(MESSAGES, message) ? MESSAGES[message as Message] : undefined;
}

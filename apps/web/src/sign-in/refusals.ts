import type { Refusal } from '#people';

interface RefusalPage {
  readonly status: number;
  readonly title: string;
  readonly told: string;
  readonly advice: string;
}

/** What a person reads; `#` stands for the name of the provider. */
export const refusals: Readonly<Record<Refusal, RefusalPage>> = {
  unreachable: {
    status: 503,
    title: '# is nu niet bereikbaar',
    told: 'Wij kregen geen antwoord van #.',
    advice: 'Probeer het over een paar minuten nog een keer. Of log in met een link per mail: dat werkt gewoon.',
  },
  cancelled: {
    status: 403,
    title: 'Je bent niet ingelogd',
    told: '# liet je niet door, of je bent halverwege gestopt.',
    advice: 'Probeer het nog een keer. Lukt het weer niet? Vraag de ICT-afdeling van je organisatie of je Overstap mag gebruiken via #.',
  },
  stale: {
    status: 400,
    title: 'Begin opnieuw met inloggen',
    told: 'Het inloggen duurde langer dan tien minuten, of het begon in een ander venster.',
    advice: 'Ga terug naar Inloggen en kies nog een keer voor #.',
  },
  'not-understood': {
    status: 400,
    title: 'Inloggen met # is niet gelukt',
    told: 'Het antwoord van # klopte niet. Voor de zekerheid hebben wij je niet ingelogd.',
    advice: 'Probeer het nog een keer. Blijft dit zo? Log in met een link per mail en vertel het de beheerder van Overstap.',
  },
  'no-address': {
    status: 403,
    title: '# gaf ons geen mailadres',
    told: 'Aan je mailadres zien wij de eerste keer wie je bent. # gaf ons er geen.',
    advice: 'Log in met een link per mail. Vertel de beheerder van Overstap dat # geen mailadres doorgeeft.',
  },
  'not-verified': {
    status: 403,
    title: 'Je mailadres is nog niet bevestigd',
    told: '# weet nog niet zeker dat dit mailadres van jou is.',
    advice: 'Bevestig je mailadres bij #. Log daarna opnieuw in.',
  },
  'foreign-address': {
    status: 403,
    title: 'Met dit mailadres log je ergens anders in',
    told: '# is niet de aanmelddienst van dit mailadres.',
    advice: 'Log in met een link per mail, of met de aanmelddienst van de organisatie waar dit adres bij hoort.',
  },
  unknown: {
    status: 403,
    title: 'Wij kennen je hier niet',
    told: 'Je bent ingelogd bij #, maar hoort niet bij een organisatie in Overstap. Misschien ben je nog niet uitgenodigd, is je uitnodiging verlopen, of is je rol gestopt.',
    advice: 'Vraag de beheerder van je organisatie om je uit te nodigen op het adres dat # ons gaf.',
  },
  'other-person': {
    status: 403,
    title: 'Dit mailadres hoort bij een ander account van #',
    told: 'Iemand logde hier eerder in met dit mailadres en een ander account van #. Misschien was het adres eerst van een collega, of heb je bij # een nieuw account gekregen.',
    advice: 'Vraag de beheerder van je organisatie om dit na te kijken. Die kan het oude account laten losmaken.',
  },
};

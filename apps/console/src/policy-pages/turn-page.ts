import { ENDING_NEWS, LATE_CASES, LEAST_MEASURED, mailChoices, MENTOR_TODO, mentorTodos, reminders, roleOf, turns, turnSteps } from '#policy';
import { table } from './table.ts';

/** Whose turn it is, how long that usually takes, and which reminders follow. */
export const turnPage = {
  file: 'beurt.md',
  title: 'Wie is aan zet, en herinneringen',
  intro: `De volgende stap van een leerling. Een open melding gaat voor een stap van het paspoort; die gaat voor wachten op de mbo-school. Een school ziet de middelste duur van de eigen stappen, en niets onder de ${LEAST_MEASURED} leerlingen.`,
  body: [
    table(['Wie', 'Stap', 'Duurt meestal', 'Gemeten', 'Waarom'], turnSteps.map(({ who, dutch, norm, measured, because }) => [
      turns.find(({ code }) => code === who)?.dutch, dutch, norm ? `${norm.days} ${norm.working ? 'werkdagen' : 'dagen'}` : 'geen norm', measured, because,
    ])),
    '## Herinneringen',
    `Niet in weekenden, op feestdagen en in schoolvakanties: dan op de eerste dag daarna, één keer. Wie die dag al een overzicht krijgt, hoort het een dag later. Meldingen dat iemand niet is gestart, staan hier niet bij: die kan niemand uitzetten. Een bureau hoort na ${LATE_CASES.workingDays} werkdagen dat er geen contact is, over dezelfde jongere hoogstens eens per ${LATE_CASES.daysBetween} dagen.`,
    table(['Mail', 'Aan', 'Wanneer', 'Kan op', 'Waarom'], reminders.map(({ dutch, roles, hint, choices, because }) => [
      dutch, roles.map((role) => roleOf(role)?.dutch).join(', '), hint, choices.map((choice) => mailChoices.find(({ code }) => code === choice)?.dutch.toLowerCase()).join(', '), because,
    ])),
    '## Waarom een mentor nodig is, naast meldingen',
    `In de mail staat alleen de som: ${MENTOR_TODO.dutch}, met aantallen per klas. Waarom, ziet de mentor na inloggen.`,
    table(['Telt mee', 'Waarom'], [...mentorTodos.map(({ dutch, because }) => [dutch, because]), [ENDING_NEWS.dutch, ENDING_NEWS.because]]),
  ].join('\n\n'),
};

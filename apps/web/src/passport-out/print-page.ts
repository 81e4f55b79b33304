import { inLines, type OwnCopy } from '#dossiers';
import { dayInFull } from '#platform';
import { paths } from '#policy';

/** All that stands in the passport on one page, made to be printed on A4. */
export function printPage({ dossier: { leaver, madeOn, sections }, sharedWith }: OwnCopy, isParent: boolean) {
  return {
    title: `Paspoort voor Succes van ${leaver.fullName}`,
    section: 'Afdrukken',
    back: { href: isParent ? paths.ownTransfer : paths.passport, text: isParent ? 'Terug naar de aanmeldingen' : 'Terug naar mijn paspoort' },
    born: leaver.birthDate,
    where: [leaver.school, leaver.class && `klas ${leaver.class}`, `schooljaar ${leaver.schoolYear}`].filter(Boolean).join(', '),
    madeOn,
    isParent,
    copy: paths.ownCopy,
    sections: sections.map(({ code, dutch, by, answers, agrees, objection, isPrivate, sharedOn }) => ({
      dutch,
      by,
      isPrivate,
      sharedOn,
      answers: answers.map(({ asked, answer }) => ({ asked, ...(typeof answer === 'string' ? { lines: answer.split('\n').filter((line) => line.trim()) } : { items: inLines(answer) }) })),
      said: agrees === undefined ? undefined : agrees ? `${leaver.givenName} zegt: dit klopt.` : `${leaver.givenName} wil dit bespreken${objection ? `: ‘${objection}’` : '.'}`,
      shared: isPrivate ? undefined : sharedWith.filter(({ section }) => section === code).map(({ college, on }) => `${college}, op ${dayInFull(on)}`).join('; '),
    })),
  };
}

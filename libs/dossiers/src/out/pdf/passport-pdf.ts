import { dayInFull } from '#platform';
import type { Dossier, DossierSection } from '../dossier.ts';
import { inLines } from '../in-lines.ts';
import type { Sheet } from './sheet.ts';

/** The passport to print or keep: tagged for who has it read aloud, every question above its answer. */
export async function passportPdf({ madeOn, leaver, receiver, sections }: Dossier): Promise<Buffer> {
  // Fonts and all take a third of a second to load: only for who asks for a PDF.
  const { Sheet } = await import('./sheet.ts');
  const title = `Paspoort voor Succes van ${leaver.fullName}`;
  const sheet = new Sheet(title, madeOn);
  sheet.heading('H1', title);
  sheet.list([
    `Geboren op ${dayInFull(leaver.birthDate)}`,
    [leaver.school, leaver.class && `klas ${leaver.class}`, `schooljaar ${leaver.schoolYear}`].filter(Boolean).join(', '),
    ...(receiver ? [`Gedeeld met ${receiver.college} voor ${receiver.program} (${receiver.pathway}), start op ${dayInFull(receiver.startsOn)}`] : []),
  ]);
  for (const section of sections) writeSection(sheet, section, leaver.givenName);
  return sheet.finish((page, of) => `Paspoort van ${leaver.fullName}, gemaakt op ${dayInFull(madeOn)}, bladzijde ${page} van ${of}`);
}

function writeSection(sheet: Sheet, section: DossierSection, givenName: string): void {
  sheet.heading('H2', section.dutch, 5);
  sheet.paragraphs(origin(section));
  for (const { asked, answer } of section.answers) {
    sheet.heading('H3', asked);
    if (typeof answer === 'string') sheet.paragraphs(answer);
    else sheet.list(inLines(answer));
  }
  if (!section.answers.length) sheet.paragraphs('Hier is niets ingevuld.');
  if (section.agrees) sheet.paragraphs(`${givenName} zegt: dit klopt.`);
  if (section.agrees === false) sheet.paragraphs(`${givenName} wil dit bespreken${section.objection ? `: ‘${section.objection}’` : '.'}`);
}

function origin({ by, sharedOn, isPrivate }: DossierSection): string {
  const written = `Geschreven door ${by}.`;
  if (isPrivate) return `${written} Alleen voor jou: dit leest niemand anders.`;
  return sharedOn ? `${written} Gedeeld op ${dayInFull(sharedOn)}.` : written;
}

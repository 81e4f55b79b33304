import type { PartToRead } from '#dossiers';
import type { Clock } from '#platform';
import { paths, type Section } from '#policy';
import type { FormError } from '../pages/forms.ts';
import { shownMoment } from '../pages/moment.ts';
import { asRead, saidPage } from './said-page.ts';

interface Typed {
  readonly klopt: string;
  readonly reden: string;
}

/** A text of the school as the student reads it, with the question whether it is right. */
export function readingPage(section: Section, here: string, { mentor, text, said }: PartToRead, clock: Clock, typed?: Typed, errors: readonly FormError[] = []) {
  const now = said.find(({ current }) => current);
  const isMentors = section.writer === 'mentor';
  return {
    title: section.dutch,
    section: 'Mijn paspoort',
    back: paths.passport,
    here,
    who: isMentors ? 'je mentor' : 'je school',
    writer: isMentors ? mentor : null,
    isBusy: !text,
    busy: isMentors ? 'Je mentor is nog bezig.' : 'Hier staat nog niets.',
    advice: isMentors ? 'Je krijgt een mail als je het kunt lezen.' : 'Dit deel is er alleen als je extra ondersteuning krijgt. Je krijgt een mail als je het kunt lezen.',
    reasonHint: isMentors ? 'Je mentor leest dit. Het gaat mee naar de mbo-school, ook als je school dit deel zelf stuurt.' : 'Wie dit schreef, leest het ook. Het gaat mee als je dit deel deelt.',
    version: text?.version,
    writtenOn: text && shownMoment(clock, new Date(text.writtenAt)).day,
    rows: text ? asRead(section.code, text.answers) : [],
    isChanged: Boolean(text) && said.length > 0 && !now,
    /** What was said before stays in sight, also after the text changed. */
    said: saidPage(section.code, said, clock, { agrees: 'Jij zei: dit klopt', objects: 'Jij wilt dit bespreken' }),
    /** Typed about a text that was taken back meanwhile. */
    lost: text ? '' : typed?.reden,
    klopt: typed?.klopt ?? (now ? (now.agrees ? 'ja' : 'nee') : ''),
    reden: typed?.reden ?? now?.reason ?? '',
    choices: [{ code: 'ja', text: 'Ja, dit klopt' }, { code: 'nee', text: 'Nee, ik wil dit bespreken' }],
    errors,
  };
}

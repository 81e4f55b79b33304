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

const WORDS = {
  mentor: {
    lead: 'Lees wat je mentor schreef. Jij leest het als eerste.', busy: 'Je mentor is nog bezig.', advice: 'Je krijgt een mail als je het kunt lezen.',
    reasonHint: 'Je mentor leest dit. Het gaat mee naar de mbo-school, ook als je school dit deel zelf stuurt.',
  },
  'support-coordinator': {
    lead: 'Lees wat je school schreef. Jij leest het als eerste.', busy: 'Hier staat nog niets.',
    advice: 'Dit deel is er alleen als je extra ondersteuning krijgt. Je krijgt een mail als je het kunt lezen.', reasonHint: 'Wie dit schreef, leest het ook. Het gaat mee als je dit deel deelt.',
  },
  'school-file': {
    busy: 'Je school heeft hier niets over doorgegeven.', advice: 'Heb je een vraag? Vertel het je mentor.',
    reasonHint: 'Je mentor leest dit en zoekt het uit. Het gaat mee als dit deel naar de mbo-school gaat.',
  },
} as const;

/** What stands in the administration nobody wrote: there the section itself says what it is. */
const wordsFor = ({ writer, lead }: Section) => (writer === 'mentor' || writer === 'support-coordinator' ? WORDS[writer] : { ...WORDS['school-file'], lead });

/** A text of the school as the student reads it, with the question whether it is right. */
export function readingPage(section: Section, here: string, { mentor, text, said }: PartToRead, clock: Clock, typed?: Typed, errors: readonly FormError[] = []) {
  const now = said.find(({ current }) => current);
  return {
    title: section.dutch,
    section: 'Mijn paspoort',
    back: paths.passport,
    here,
    writer: section.writer === 'mentor' ? mentor : null,
    isBusy: !text,
    ...wordsFor(section),
    version: text?.version,
    writtenOn: text?.writtenAt ? shownMoment(clock, new Date(text.writtenAt)).day : undefined,
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

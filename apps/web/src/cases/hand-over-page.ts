import { handOverTargets, type CaseFacts } from '#alerts';
import type { Visitor } from '#people';
import { paths } from '#policy';
import { leaverStory } from '#transfers';
import type { FormError } from '../pages/forms.ts';
import type { Site } from '../site.ts';
import { optionsTo, type HandOverForm } from './hand-over-form.ts';

interface Typed {
  readonly typed: HandOverForm;
  readonly errors?: readonly FormError[];
}

/** The question who should have this case; undefined when the young person is not there for who asks. */
export async function handOverPage({ tx }: Site, { actor }: Visitor, facts: CaseFacts, { typed, errors = [] }: Typed) {
  const [story, targets] = await Promise.all([leaverStory(tx, actor, facts.leaverId), handOverTargets(tx, actor)]);
  return story && {
    title: 'Hoort niet bij ons',
    section: 'Niet gestart',
    who: story.facts.name,
    municipality: story.facts.municipality,
    back: paths.case(facts.id),
    action: paths.caseHandOver(facts.id),
    options: optionsTo(targets),
    typed,
    errors,
  };
}

export const isWaiting = ({ handOver }: CaseFacts): boolean => handOver !== null && handOver.answer === null;

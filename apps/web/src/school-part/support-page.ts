import type { Needs, OpenPart } from '#dossiers';
import type { Clock } from '#platform';
import { paths, sections } from '#policy';
import type { Frame } from '../passport/section-page.ts';
import { partOf } from './part-shown.ts';
import { asRead, saidPage } from './said-page.ts';

export const supportFrame = (id: string, { givenName, name, class: group, said, version }: OpenPart, clock: Clock): Frame => ({
  title: `Ondersteuning voor ${givenName}`,
  section: 'Ondersteuning',
  eyebrow: group ? `${name}, klas ${group}` : name,
  lead: `${givenName} leest dit eerst en zegt of het klopt. Een mbo-school leest het pas met toestemming en na toelating. De mentor leest het niet.`,
  back: { href: paths.support, text: 'Terug naar ondersteuning' },
  here: paths.supportOf(id),
  ask: { legend: 'Is dit deel klaar?', yes: `Ja, ${givenName} mag het lezen`, no: 'Nee, ik ga later verder', hint: `Bij ja krijgt ${givenName} een mail. Bij nee ziet ${givenName} dit deel niet.`, button: 'Opslaan' },
  whyChanged: 'Misschien schreef een collega ook, of had je het op een ander scherm open.',
  said: saidPage('support', said, clock, { agrees: `${givenName} zei: dit klopt`, objects: `${givenName} wil dit bespreken` }),
  also: version ? { href: paths.supportNeeds(id), text: `Lees wat ${givenName} zelf nodig heeft` } : undefined,
});

/** What the student needs in their own words, and how often they were there: for who writes about support. */
export function needsPage({ id, name, class: group, givenName, parts, presence }: Needs, clock: Clock) {
  const there = presence ? [{ name: 'Aanwezigheid', rows: asRead('presence', presence) }] : [];
  return {
    title: `Wat heeft ${givenName} nodig?`,
    section: 'Ondersteuning',
    eyebrow: group ? `${name}, klas ${group}` : name,
    givenName,
    lead: `Dit mag jij lezen om ${givenName} te helpen. ${givenName} ziet dat je het opende.`,
    nothing: `${givenName} schreef hier nog niets over.`,
    back: { href: paths.supportOf(id), text: 'Terug naar het deel over ondersteuning' },
    parts: [...sections.flatMap((section) => parts.filter((part) => part.section === section.code).map((part) => partOf(section, part, clock))), ...there],
  };
}

import { Controller, Get, NotFoundException, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadAlong, type OpenedPart } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import type { Clock } from '#platform';
import { paths, questionsFor, sections, type Section } from '#policy';
import { inWords } from '../passport/in-words.ts';
import { shownMoment } from '../pages/moment.ts';
import { Pages } from '../pages/pages.ts';
import { noteParts, Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';

const isUuid = new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() });

/** What a student opened to the mentor, and nothing else. */
@May('passport:read-along')
@Controller()
export class ReadAlongController {
  private readonly along: ReadAlong;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.along = new ReadAlong(site.tx, site.clock);
  }

  @Reads('passport-read-along')
  @Get(paths.leaverPassport(':id'))
  async show(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const opened = await this.along.ofLeaver(visitor.actor, id);
    if (!opened) throw new NotFoundException();
    noteParts(request, opened.parts.map(({ section }) => section));
    return this.pages.show(request, reply, 'school-part/opened', {
      title: `Paspoort van ${opened.givenName}`,
      section: 'Leerlingen',
      eyebrow: opened.class ? `${opened.name}, klas ${opened.class}` : opened.name,
      givenName: opened.givenName,
      back: { href: paths.leaver(id), text: `Terug naar ${opened.givenName}` },
      parts: sections.flatMap((section) => opened.parts.filter((part) => part.section === section.code).map((part) => partOf(section, part, this.site.clock))),
    });
  }
}

/** In the order in which the questions are asked now; an answer to a question that is asked no more comes last. */
export function partOf(section: Section, { answers, done, writtenAt }: OpenedPart, clock: Clock): object {
  const order = questionsFor(section, '').map(({ code }) => code);
  const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  const rows = Object.entries(answers).toSorted(([one], [other]) => place(one) - place(other));
  return {
    name: section.dutch,
    isBusy: !done,
    day: shownMoment(clock, writtenAt).day,
    rows: rows.map(([, { asked, answer }]) => ({ asks: asked, answer: inWords(answer) })),
  };
}

import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadAlong } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths, sections } from '#policy';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { noteParts, Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { partOf } from './part-shown.ts';

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
      lead: `Dit mag jij lezen. ${opened.givenName} kiest dat zelf en ziet dat je het opende.`,
      nothing: 'Er is nu niets voor jou om te lezen.',
      advice: 'De leerling kiest zelf wat een mentor mag lezen. Vraag er gerust naar, maar het hoeft niet.',
      back: { href: paths.leaver(id), text: `Terug naar ${opened.givenName}` },
      parts: sections.flatMap((section) => opened.parts.filter((part) => part.section === section.code).map((part) => partOf(section, part, this.site.clock, id))),
    });
  }
}

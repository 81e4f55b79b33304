import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { factsOfMe } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths, sections } from '#policy';
import { inWords } from '../passport/in-words.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

/** What stands in the administration of the school, for the student whom it is about. */
@May('passport:write')
@Controller()
export class FromSchoolController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @Get(paths.mySchool)
  school(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page('my-school', visitor, request, reply);
  }

  @Get(paths.presence)
  presence(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page('presence', visitor, request, reply);
  }

  private async page(code: string, { actor }: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const section = sections.find((row) => row.code === code);
    const facts = (await factsOfMe(this.site.tx, actor, code)) ?? {};
    const known = section?.questions.flatMap((question) => facts[question.code] ?? []) ?? [];
    return this.pages.show(request, reply, 'school-part/facts', {
      title: section?.dutch ?? '',
      section: 'Mijn paspoort',
      back: paths.passport,
      lead: section?.lead,
      rows: known.map(({ asked, answer }) => ({ asks: asked, answer: inWords(answer) })),
    });
  }
}

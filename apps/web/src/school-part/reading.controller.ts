import { Body, Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadingFirst } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths, sections } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, versionOf, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Site } from '../site.ts';
import { AnswerForm } from './answer-form.ts';
import { readingPage } from './reading-page.ts';

const CHANGED = { field: 'klopt', text: 'De tekst is net veranderd. Lees hem nog een keer en kies dan.' };

interface Again {
  readonly form: AnswerForm;
  readonly errors: readonly FormError[];
}

/** The student reads what the school wrote before anybody else, and what it brought along, and says whether it is right. */
@May('passport:write')
@Controller()
export class SchoolReadingController {
  private readonly reading: ReadingFirst;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.reading = new ReadingFirst(site.tx, site.clock);
  }

  @Get(paths.mentorsPart)
  mentors(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page('mentor-part', paths.mentorsPart, visitor, request, reply);
  }

  @KeepsText()
  @Post(paths.mentorsPart)
  sayOfMentors(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.say('mentor-part', paths.mentorsPart, body, visitor, request, reply);
  }

  @Get(paths.supportPart)
  support(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page('support', paths.supportPart, visitor, request, reply);
  }

  @KeepsText()
  @Post(paths.supportPart)
  sayOfSupport(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.say('support', paths.supportPart, body, visitor, request, reply);
  }

  @Get(paths.mySchool)
  school(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page('my-school', paths.mySchool, visitor, request, reply);
  }

  @KeepsText()
  @Post(paths.mySchool)
  sayOfSchool(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.say('my-school', paths.mySchool, body, visitor, request, reply);
  }

  @Get(paths.presence)
  presence(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page('presence', paths.presence, visitor, request, reply);
  }

  @KeepsText()
  @Post(paths.presence)
  sayOfPresence(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.say('presence', paths.presence, body, visitor, request, reply);
  }

  private async page(code: string, here: string, { actor }: Visitor, request: FastifyRequest, reply: FastifyReply, again?: Again): Promise<string> {
    const section = sections.find((row) => row.code === code);
    const part = await this.reading.open(actor, code);
    if (!section || !part) throw new NotFoundException();
    return this.pages.show(request, reply, 'school-part/read', readingPage(section, here, part, this.site.clock, again?.form, again?.errors));
  }

  private async say(code: string, here: string, body: unknown, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(AnswerForm, body);
    if (errors.length) return this.page(code, here, visitor, request, reply, { form, errors });
    const agrees = form.klopt === 'ja';
    const isSaid = await this.reading.say(visitor.actor, code, { version: versionOf(form.versie), agrees, reason: form.reden.trim() });
    if (!isSaid) return this.page(code, here, visitor, request, reply, { form, errors: [CHANGED] });
    leaveMessage(request, reply, agrees ? 'part-agreed' : 'part-objected');
    return void reply.code(303).redirect(paths.passport);
  }
}

import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Coached, type CoachAnswer } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { type CoachNote, coachNotes, paths } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Pages } from '../pages/pages.ts';
import { noteLeaver, Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { coachedListPage, coachedPage } from './coached-page.ts';

class NoteForm {
  @IsIn(coachNotes.map(({ code }) => code), { message: 'Kies hoe het gaat.' })
  gaat: CoachNote;

  @MaxLength(1000, { message: 'Maak je notitie korter: hoogstens 1.000 tekens.' })
  @IsString()
  notitie = '';
}

/** The work list of a transition coach, and one young person of it. */
@Controller()
export class CoachedController {
  private readonly coached: Coached;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.coached = new Coached(site.tx, site.clock);
  }

  @May('coached:see')
  @Get(paths.coached)
  async list(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const rows = await this.coached.list(visitor.actor);
    return this.pages.show(request, reply, 'coaching/list', coachedListPage(rows, visitor.organisation));
  }

  @May('coached:see')
  @Reads('coached-opened')
  @Get(paths.coachedOf(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, visitor, request, reply);
  }

  @May('coached:work')
  @Reads('coached-opened')
  @KeepsText()
  @Post(paths.coachedOf(':id'))
  @HttpCode(200)
  async note(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(NoteForm, body ?? {});
    if (errors.length) return this.page(id, visitor, request, reply, { typed: form, errors });
    return this.after(await this.coached.note(visitor, id, form.gaat, form.notitie), paths.coachedOf(id), 'saved', request, reply);
  }

  @May('coached:work')
  @Post(paths.coachedGiveBack(':id'))
  async giveBack(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    return this.after(await this.coached.giveBack(visitor, id), paths.coached, 'coach-gave-back', request, reply);
  }

  private async page(id: string, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, again: { typed?: NoteForm; errors?: readonly FormError[] } = {}): Promise<string> {
    const story = await this.coached.find(visitor.actor, id);
    if (!story) throw new NotFoundException();
    noteLeaver(request, story.facts.leaverId);
    return this.pages.show(request, reply, 'coaching/one', coachedPage(story, again));
  }

  private after(done: CoachAnswer, to: string, message: Message, request: FastifyRequest, reply: FastifyReply): undefined {
    if (done !== 'done') throw new NotFoundException();
    leaveMessage(request, reply, message);
    void reply.code(303).redirect(to);
  }
}

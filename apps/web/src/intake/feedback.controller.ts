import { BadRequestException, Body, Controller, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { giveFeedback, SharedPassports } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Site } from '../site.ts';
import { FeedbackForm, offered } from './feedback-part.ts';

/** What helped and what was missing, back to who wrote it. */
@Controller()
export class FeedbackController {
  private readonly passports: SharedPassports;

  constructor(private readonly site: Site) {
    this.passports = new SharedPassports(site.tx, site.clock);
  }

  @May('intake:record')
  @Post(paths.intakeFeedback(':id'))
  async give(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const passport = await this.passports.find(actor, id);
    if (!passport) throw new NotFoundException();
    const { form, errors } = await readForm(FeedbackForm, body);
    if (errors.length) throw new BadRequestException();
    const given = { application: id, helped: offered(form, passport), missed: form.miste, note: form.erbij.trim() };
    const isEmpty = !given.helped.length && !given.missed.length && !given.note;
    if (!isEmpty && (await giveFeedback(this.site.tx, actor, this.site.clock, given))) leaveMessage(request, reply, 'feedback-given');
    void reply.code(303).redirect(paths.intakeOf(id));
  }
}

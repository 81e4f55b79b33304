import { Body, Controller, Get, GoneException, Param, Post, Req, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MeetingLinks } from '#dossiers';
import { Limits, Public } from '#people';
import { meetingAnswers, meetingPurposes, paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

class AnswerForm {
  @IsIn(meetingAnswers.map(({ code }) => code), { message: 'Kies of het past.' })
  antwoord = '';

  @MaxLength(300, { message: 'Maak dit korter: hoogstens 300 tekens.' })
  @IsString() @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)) reden = '';
}

/** A guest answers without signing in; the page says no more than the mail did. */
@Public()
@Controller(paths.meetingLink(':token'))
export class MeetingLinkController {
  private readonly links: MeetingLinks;

  constructor(
    private readonly pages: Pages,
    private readonly limits: Limits,
    site: Site,
  ) {
    this.links = new MeetingLinks(site.pool, site.clock);
  }

  @Get()
  async see(@Param('token') token: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(token, request, reply);
  }

  @Post()
  async answer(@Param('token') token: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    await this.limits.refuseAccount('meeting-answered', token);
    const { form, errors } = await readForm(AnswerForm, body ?? {});
    if (errors.length) return this.page(token, request, reply, form, errors);
    if (!(await this.links.answer(token, form.antwoord, form.reden))) return this.page(token, request, reply);
    leaveMessage(request, reply, 'meeting-answered');
    return void reply.code(303).redirect(paths.meetingLink(token));
  }

  private async page(token: string, request: FastifyRequest, reply: FastifyReply, typed?: AnswerForm, errors: readonly FormError[] = []): Promise<string> {
    const meeting = await this.links.open(token);
    if (!meeting) {
      await this.limits.refuseClient('link-failed', request);
      throw new GoneException();
    }
    void reply.header('referrer-policy', 'strict-origin');
    return this.pages.show(request, reply, 'meetings/answer', {
      title: 'Gesprek over de overstap', section: 'Uitnodiging', here: paths.meetingLink(token), errors,
      day: meeting.planned_on, time: meeting.planned_at.replace(':', '.'), place: meeting.place, purpose: meetingPurposes.find(({ code }) => code === meeting.purpose)?.dutch,
      isPlanned: meeting.state === 'planned', isCancelled: meeting.state === 'cancelled',
      answers: meetingAnswers.map(({ code, dutch }) => ({ code, text: dutch })), typed: { antwoord: typed?.antwoord ?? meeting.answer ?? '', reden: typed?.reden ?? meeting.reason ?? '' },
    });
  }
}

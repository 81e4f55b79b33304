import { BadRequestException, Body, Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Coaching, type CoachAnswer, type OwnCoach } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { coachEndings, paths } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

class AnswerForm {
  @IsUUID()
  coach: string;

  @IsIn(['ja', 'nee'])
  antwoord: 'ja' | 'nee';
}

const SAID: Partial<Record<CoachAnswer | 'no', Message>> = { done: 'coach-yes', waits: 'coach-yes-waits', over: 'coach-over', no: 'coach-no' };

/** Who looks along as a coach, or would like to: the student decides, under 16 with a parent. */
@May('own-coach:decide')
@Controller(paths.ownCoach)
export class OwnCoachController {
  private readonly coaching: Coaching;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.coaching = new Coaching(site.tx, site.clock);
  }

  @Get()
  async see(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!visitor.actor.leaverId) throw new NotFoundException();
    const coaches = await this.coaching.own(visitor.actor);
    return this.pages.show(request, reply, 'coaching/own', ownCoachPage(coaches, visitor));
  }

  @Post()
  async answer(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const { form, errors } = await readForm(AnswerForm, body ?? {});
    if (!visitor.actor.leaverId) throw new NotFoundException();
    if (errors.length) throw new BadRequestException();
    const done = await this.coaching.answer(visitor, form.coach, form.antwoord === 'ja');
    const said = SAID[form.antwoord === 'nee' && done !== 'gone' ? 'no' : done];
    if (!said) throw new NotFoundException();
    leaveMessage(request, reply, said);
    void reply.code(303).redirect(paths.ownCoach);
  }
}

/** What is asked first, then who looks along, then what ended. */
function ownCoachPage(coaches: readonly OwnCoach[], { role }: Visitor) {
  const isParent = role === 'guardian';
  const mine = (row: OwnCoach): boolean => (isParent ? row.guardianSaid : row.studentSaid);
  const open = coaches.filter(({ endedOn }) => !endedOn);
  return {
    title: isParent ? 'Overstapcoach van uw kind' : 'Overstapcoach',
    section: isParent ? 'Aanmeldingen' : 'Wie leest mee?',
    isParent,
    action: paths.ownCoach,
    copy: paths.ownCopy,
    back: isParent ? paths.ownTransfer : paths.readersOfMe,
    asked: open.filter((row) => !row.beganOn && !mine(row)),
    waiting: open.filter((row) => !row.beganOn && mine(row)),
    looking: open.filter(({ beganOn }) => beganOn),
    ended: coaches.filter(({ endedOn }) => endedOn).map((row) => ({ ...row, why: coachEndings.find(({ code }) => code === row.endedBecause)?.dutch })),
  };
}

import { BadRequestException, Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { caseFacts, Coaching, type CoachAnswer, type CoachSubject } from '#alerts';
import { Asking, Limits, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaverStory } from '#transfers';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { AskForm, slipsIn, StopForm } from './ask-form.ts';
import { askPage } from './ask-page.ts';

const SLIPS: Partial<Record<CoachAnswer, string>> = {
  'no-coach': 'Kies een overstapcoach.',
  'said-no': 'Hier kwam kort geleden een nee op. Kies een andere coach, of vraag het over drie maanden opnieuw.',
};

/** About whom it is, and where this page stands. */
interface Place {
  readonly about: CoachSubject;
  readonly mayAsk: boolean;
  readonly section: string;
  readonly back: string;
  readonly action: string;
}

/** A desk on its case, or a mentor or dean for a leaver, asks for a coach by name, follows how it goes, and stops it. */
@May('coach:ask')
@Controller()
export class CoachAskController {
  private readonly coaching: Coaching;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly limits: Limits,
  ) {
    this.coaching = new Coaching(site.tx, site.clock);
  }

  @Reads('case-opened')
  @Get(paths.caseCoach(':id'))
  async seeCase(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(await this.ofCase(id, visitor), visitor, request, reply);
  }

  @Reads('case-opened')
  @Post(paths.caseCoach(':id'))
  @HttpCode(200)
  async askForCase(@Param('id', isUuid) id: string, @Body() body: Record<string, unknown> | undefined, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.save(await this.ofCase(id, visitor), body ?? {}, visitor, request, reply);
  }

  @Reads('coach-asked-opened')
  @Get(paths.leaverCoach(':id'))
  async seeLeaver(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(ofLeaver(id, visitor), visitor, request, reply);
  }

  @Reads('coach-asked-opened')
  @Post(paths.leaverCoach(':id'))
  @HttpCode(200)
  async askForLeaver(@Param('id', isUuid) id: string, @Body() body: Record<string, unknown> | undefined, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.save(ofLeaver(id, visitor), body ?? {}, visitor, request, reply);
  }

  private async ofCase(id: string, visitor: Visitor): Promise<Place> {
    const facts = visitor.actor.kind === 'desk' ? await caseFacts(this.site.tx, visitor.actor, id, this.site.clock.today()) : undefined;
    if (!facts?.isOurs) throw new NotFoundException();
    const mayAsk = !facts.closedOn && facts.ownerId === visitor.memberId;
    return { about: { leaver: facts.leaverId, case: id }, mayAsk, section: 'Niet gestart', back: paths.case(id), action: paths.caseCoach(id) };
  }

  private async save(place: Place, body: Record<string, unknown>, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    if ('stop' in body) {
      const { form, errors } = await readForm(StopForm, body);
      if (errors.length) throw new BadRequestException();
      return this.after(await this.coaching.stop(visitor, form.stop), place, 'coach-stopped', request, reply);
    }
    const { form, errors } = await readForm(AskForm, body);
    const wrong = errors.length ? errors : slipsIn(form, this.site.clock.today());
    if (wrong.length) return this.page(place, visitor, request, reply, { typed: form, errors: wrong });
    await this.limits.refuseAccount('coach-asked', visitor.accountId);
    const done = await this.coaching.ask(visitor, place.about, form.coach, form.tot);
    const slip = SLIPS[done];
    if (slip) return this.page(place, visitor, request, reply, { typed: form, errors: [{ field: 'coach', text: slip }] });
    return this.after(done, place, 'coach-asked', request, reply);
  }

  private async page(place: Place, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, again: { typed?: AskForm; errors?: readonly FormError[] } = {}): Promise<string> {
    const { about, ...where } = place;
    const [story, coaches, candidates] = await Promise.all([leaverStory(this.site.tx, visitor.actor, about.leaver), this.coaching.followed(visitor.actor, about), this.coaching.candidates(visitor.actor)]);
    if (!story) throw new NotFoundException();
    return this.pages.show(request, reply, 'coaching/ask', askPage({ who: story.facts, today: this.site.clock.today(), coaches, candidates, ofCase: about.case !== null, ...where, ...again }));
  }

  private after(done: CoachAnswer, { action }: Place, message: 'coach-asked' | 'coach-stopped', request: FastifyRequest, reply: FastifyReply): undefined {
    if (done === 'gone') throw new NotFoundException();
    leaveMessage(request, reply, message);
    void reply.code(303).redirect(action);
  }
}

function ofLeaver(id: string, visitor: Visitor): Place {
  if (visitor.actor.kind === 'desk') throw new NotFoundException();
  return { about: { leaver: id, case: null }, mayAsk: true, section: 'Leerlingen', back: paths.leaver(id), action: paths.leaverCoach(id) };
}

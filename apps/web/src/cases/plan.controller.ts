import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { caseFacts, CasePlans, type CaseFacts } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaverStory } from '#transfers';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Pages } from '../pages/pages.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { CHANGED, type Changed } from './changed.ts';
import { mistakesIn, PlanForm, plannedOf, typedOf } from './plan-form.ts';

interface Again {
  readonly typed?: PlanForm;
  readonly errors?: readonly FormError[];
  /** Something was saved meanwhile: the form shows what was typed, and asks to look first. */
  readonly changed?: Changed;
}

/** How far the desk is with one young person, and what it intends. */
@Controller(paths.casePlan(':id'))
export class CasePlanController {
  private readonly plans: CasePlans;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.plans = new CasePlans(site.tx, site.clock);
  }

  @May('case:work')
  @Reads('case-opened')
  @Get()
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const facts = await this.find(id, visitor);
    if (!facts.closedOn) return this.page(facts, visitor, request, reply);
    return this.toCase(id, request, reply, 'already-done');
  }

  @May('case:work')
  @Reads('case-opened')
  @KeepsText()
  @Post()
  @HttpCode(200)
  async save(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(PlanForm, body);
    const facts = await this.find(id, visitor);
    const wrong = [...errors, ...mistakesIn(form, this.site.clock.today())];
    if (wrong.length && !facts.closedOn) return this.page(facts, visitor, request, reply, { typed: form, errors: wrong });
    const done = await this.plans.save(visitor, id, plannedOf(form));
    if (done === 'changed' || done === 'changed-here') return this.page(await this.find(id, visitor), visitor, request, reply, { typed: form, changed: done });
    return this.toCase(id, request, reply, done === 'done' ? 'saved' : 'already-done');
  }

  private async find(id: string, visitor: Visitor): Promise<CaseFacts> {
    const facts = await caseFacts(this.site.tx, visitor.actor, id, this.site.clock.today());
    if (!facts?.isOurs) throw new NotFoundException();
    return facts;
  }

  private async page(facts: CaseFacts, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, { typed, errors = [], changed }: Again = {}): Promise<string> {
    const story = await leaverStory(this.site.tx, visitor.actor, facts.leaverId);
    if (!story) throw new NotFoundException();
    const page = { title: 'Plan en stappen', section: 'Niet gestart', who: story.facts.name, back: paths.case(facts.id), action: paths.casePlan(facts.id), approachedOn: facts.approachedOn };
    return this.pages.show(request, reply, 'cases/plan', { ...page, typed: typed ?? typedOf(facts), seen: facts.seen, changed: changed && CHANGED[changed], errors, today: this.site.clock.today() });
  }

  private toCase(id: string, request: FastifyRequest, reply: FastifyReply, message: 'saved' | 'already-done'): undefined {
    leaveMessage(request, reply, message);
    void reply.code(303).redirect(paths.case(id));
  }
}

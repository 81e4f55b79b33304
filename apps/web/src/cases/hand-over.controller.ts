import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { caseFacts, Cases, HandOvers, handOverTargets, type CaseFacts, type Done } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Pages } from '../pages/pages.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { HandOverForm, receiverOf, UNKNOWN } from './hand-over-form.ts';
import { handOverPage, isWaiting } from './hand-over-page.ts';

const NOBODY = 'Kies wie de zaak moet krijgen.';

/** A case that does not belong to this desk: who should have it, and why. */
@Controller()
export class CaseHandOverController {
  private readonly cases: Cases;
  private readonly handOvers: HandOvers;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.cases = new Cases(site.tx, site.clock);
    this.handOvers = new HandOvers(site.tx, site.clock);
  }

  @May('case:work')
  @Reads('case-opened')
  @Get(paths.caseHandOver(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const facts = await this.find(id, visitor);
    if (facts.closedOn || isWaiting(facts)) return this.after('gone', id, 'already-done', visitor, request, reply);
    return this.page(facts, visitor, request, reply, new HandOverForm());
  }

  @May('case:work')
  @Reads('case-opened')
  @KeepsText()
  @Post(paths.caseHandOver(':id'))
  @HttpCode(200)
  async ask(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(HandOverForm, body);
    const targets = await handOverTargets(this.site.tx, visitor.actor);
    const to = receiverOf(form, targets);
    if (!errors.length && !to && form.naar !== UNKNOWN) errors.push({ field: 'naar', text: NOBODY });
    const facts = await caseFacts(this.site.tx, visitor.actor, id, this.site.clock.today());
    if (!facts?.isOurs) return this.after('gone', id, 'already-done', visitor, request, reply);
    if (errors.length && !facts.closedOn) return this.page(facts, visitor, request, reply, form, errors);
    if (to) return this.after(await this.handOvers.ask(visitor, id, to, form.waarom), id, 'hand-over-asked', visitor, request, reply);
    const done = isWaiting(facts) ? 'gone' : await this.cases.choose(visitor, id, { choice: 'not-ours', note: form.waarom });
    return this.after(done, id, 'case-handed-over', visitor, request, reply);
  }

  @May('case:work')
  @Post(paths.caseHandOverWithdraw(':id'))
  async withdraw(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    return this.after(await this.handOvers.withdraw(visitor, id), id, 'hand-over-withdrawn', visitor, request, reply);
  }

  private async find(id: string, visitor: Visitor): Promise<CaseFacts> {
    const facts = await caseFacts(this.site.tx, visitor.actor, id, this.site.clock.today());
    if (!facts?.isOurs) throw new NotFoundException();
    return facts;
  }

  private async page(facts: CaseFacts, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, typed: HandOverForm, errors: readonly FormError[] = []): Promise<string> {
    const page = await handOverPage(this.site, visitor, facts, { typed, errors });
    if (!page) throw new NotFoundException();
    return this.pages.show(request, reply, 'cases/hand-over', page);
  }

  /** Back to the case, or to the list when the region has it now; a case that never was theirs is not found. */
  private async after(done: Done, id: string, message: Message, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
    const facts = await caseFacts(this.site.tx, visitor.actor, id, this.site.clock.today());
    if (!facts?.isOurs && done === 'gone' && !(await this.cases.gaveAway(visitor, id))) throw new NotFoundException();
    leaveMessage(request, reply, done === 'done' ? message : facts?.isOurs ? 'already-done' : 'case-given-away');
    void reply.code(303).redirect(facts?.isOurs ? paths.case(id) : paths.cases);
  }
}

import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { caseFacts, Cases, CaseSupport, dealingsWith, HandOvers, openCase, seeCaseNews, type Done } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaverStory } from '#transfers';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Pages } from '../pages/pages.ts';
import { isShownAgain } from '../parked/shown-again.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { casePage, mayRefuse, type Again } from './case-page.ts';
import { RefuseForm } from './hand-over-form.ts';
import { handOverPage, isWaiting } from './hand-over-page.ts';
import { ChoiceForm, chosenOf, effectOf, ReopenForm, slips } from './choice-form.ts';

const MESSAGES: Readonly<Record<ReturnType<typeof effectOf>, Message>> = { attempt: 'attempt-noted', close: 'case-closed', 'hand-over': 'case-handed-over' };

/** One case of a desk: who it is, what happened, and what the desk does now. */
@Controller()
export class CaseController {
  private readonly cases: Cases;
  private readonly handOvers: HandOvers;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.cases = new Cases(site.tx, site.clock);
    this.handOvers = new HandOvers(site.tx, site.clock);
  }

  @May('case:see')
  @Reads('case-opened')
  @Get(paths.case(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.page(id, visitor, request, reply);
  }

  @May('case:work')
  @Reads('case-opened')
  @KeepsText()
  @Post(paths.case(':id'))
  @HttpCode(200)
  async choose(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const read = await readForm(ChoiceForm, body);
    const errors = [...read.errors, ...slips(read.form, this.site.clock.today())];
    if (errors.length) return this.page(id, visitor, request, reply, { typed: read.form, errors });
    if (effectOf(read.form) === 'hand-over') return this.askWhere(id, read.form.notitie, visitor, request, reply);
    const done = await this.cases.choose(visitor, id, chosenOf(read.form));
    if (done === 'changed' || done === 'changed-here') return this.page(id, visitor, request, reply, { typed: read.form, changed: done });
    const unsaved = read.form.notitie.trim();
    if (done === 'gone' && unsaved) return this.page(id, visitor, request, reply, { unsaved });
    return this.after(done, id, MESSAGES[effectOf(read.form)], visitor, request, reply);
  }

  @May('case:work')
  @Post(paths.casePickUp(':id'))
  async pickUp(@Param('id', isUuid) id: string, @Body() body: { van?: unknown } | undefined, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const done = await this.cases.pickUp(visitor, id, typeof body?.van === 'string' ? body.van : undefined);
    return this.after(done, id, done === 'changed' ? 'case-taken-first' : 'case-picked-up', visitor, request, reply);
  }

  @May('case:work')
  @Post(paths.caseRelease(':id'))
  async release(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    return this.after(await this.cases.release(visitor, id), id, 'case-released', visitor, request, reply);
  }

  @May('case:work')
  @Reads('case-opened')
  @Post(paths.caseReopen(':id'))
  @HttpCode(200)
  async reopen(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(ReopenForm, body);
    if (errors.length) return this.page(id, visitor, request, reply, { errors });
    return this.after(await this.cases.reopen(visitor, id, form.reden), id, 'case-reopened', visitor, request, reply);
  }

  /** Not taken over: a request of another desk, or what was offered at the 18th birthday. */
  @May('case:work')
  @Reads('case-opened')
  @Post(paths.caseRefuse(':id'))
  @HttpCode(200)
  async refuse(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(RefuseForm, body);
    const facts = await caseFacts(this.site.tx, visitor.actor, id, this.site.clock.today());
    if (errors.length && !(facts && mayRefuse(facts))) throw new NotFoundException();
    if (errors.length) return this.page(id, visitor, request, reply, { reason: form.reden, errors });
    if ((await this.handOvers.refuse(visitor, id, form.reden)) === 'gone') throw new NotFoundException();
    leaveMessage(request, reply, 'case-refused');
    void reply.code(303).redirect(paths.cases);
    return undefined;
  }

  private async askWhere(id: string, note: string, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const facts = await caseFacts(this.site.tx, visitor.actor, id, this.site.clock.today());
    if (!facts?.isOurs || facts.closedOn || isWaiting(facts)) return this.after('gone', id, 'saved', visitor, request, reply);
    const page = await handOverPage(this.site, visitor, facts, { typed: { naar: '', waarom: note } });
    if (!page) throw new NotFoundException();
    return this.pages.show(request, reply, 'cases/hand-over', page);
  }

  /** Back to the case; who gave it away goes to the list; a case that never was theirs is not found. */
  private async after(done: Done, id: string, message: Message, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
    const facts = await caseFacts(this.site.tx, visitor.actor, id, this.site.clock.today());
    const mine = facts?.isOurs || facts?.isOffered || facts?.handOver?.toUs;
    if (done === 'gone' && !mine && !(await this.cases.gaveAway(visitor, id))) throw new NotFoundException();
    leaveMessage(request, reply, done === 'done' || message === 'case-taken-first' ? message : mine ? 'already-done' : 'case-given-away');
    void reply.code(303).redirect(facts?.isOurs ? paths.case(id) : paths.cases);
  }

  private async page(id: string, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, again?: Again): Promise<string | undefined> {
    const { tx, clock } = this.site;
    const facts = await caseFacts(tx, visitor.actor, id, clock.today());
    if (again && !facts?.isOurs && !facts?.isOffered && !facts?.handOver?.toUs) return this.after('gone', id, 'saved', visitor, request, reply);
    if (!facts) throw new NotFoundException();
    const [story, dealings] = await Promise.all([leaverStory(tx, visitor.actor, facts.leaverId), dealingsWith(tx, visitor.actor, facts.leaverId)]);
    if (!story) throw new NotFoundException();
    const others = isShownAgain(request) ? [] : await openCase(tx, visitor.actor, id, clock.now());
    if (facts.newsAt) await seeCaseNews(tx, visitor.actor, id);
    const support = await new CaseSupport(tx, clock).lines(visitor.actor, id);
    return this.pages.show(request, reply, 'cases/case', casePage(facts, story, dealings, { visitor, today: clock.today(), others, support, ...again }));
  }
}

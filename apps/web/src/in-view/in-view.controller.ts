import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dealingsWith, InView, IN_VIEW_A_PAGE, inViewList, inViewOf } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { inViewFound, paths } from '#policy';
import { leaverStory } from '#transfers';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { callSlips, CheckForm } from './check-form.ts';
import { inViewPage, oneInViewPage, type Again } from './in-view-page.ts';

/** Who stays in view until re-entry: the list of every quarter, and one young person of it. */
@Controller()
export class InViewController {
  private readonly inView: InView;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.inView = new InView(site.tx, site.clock);
  }

  @May('in-view:see')
  @Get(paths.inView)
  async list(@Query() { blad }: { blad?: unknown }, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const sheet = typeof blad === 'string' && /^[1-9]\d{0,4}$/.test(blad) ? Number(blad) : 1;
    const today = this.site.clock.today();
    const list = await inViewList(this.site.tx, visitor.actor, { today, offset: (sheet - 1) * IN_VIEW_A_PAGE });
    return this.pages.show(request, reply, 'in-view/list', inViewPage(list, { sheet, today, visitor }));
  }

  @May('in-view:see')
  @Reads('in-view-opened')
  @Get(paths.inViewOf(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, visitor, request, reply);
  }

  @May('in-view:check')
  @Reads('in-view-opened')
  @KeepsText()
  @Post(paths.inViewOf(':id'))
  @HttpCode(200)
  async check(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors: faults } = await readForm(CheckForm, body ?? {});
    const errors = faults.length ? faults : callSlips(form, this.site.clock.today());
    if (errors.length) return this.page(id, visitor, request, reply, { typed: form, errors });
    const done = await this.inView.check(visitor.actor, id, { found: form.gevonden, note: form.notitie, callOn: form.bellen || null });
    const ends = visitor.actor.kind === 'desk' && inViewFound.some(({ code, effect }) => code === form.gevonden && effect === 'end');
    return after(done, ends ? 'in-view-ended' : 'in-view-checked', ends ? paths.inViewOf(id) : paths.inView, request, reply);
  }

  @May('in-view:work')
  @Post(paths.inViewBack(':id'))
  async back(@Param('id', isUuid) id: string, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const done = await this.inView.back(actor, id);
    return after(done, done === 'too-late' ? 'already-done' : 'in-view-again', paths.inViewOf(id), request, reply);
  }

  @May('in-view:work')
  @Post(paths.inViewTake(':id'))
  async take(@Param('id', isUuid) id: string, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    return after(await this.inView.take(actor, id), 'in-view-taken', paths.inViewOf(id), request, reply);
  }

  private async page(id: string, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, again?: Again): Promise<string> {
    const { tx, clock } = this.site;
    const row = await inViewOf(tx, visitor.actor, id, clock.today());
    if (!row) throw new NotFoundException();
    const [story, dealings] = await Promise.all([leaverStory(tx, visitor.actor, row.leaverId), dealingsWith(tx, visitor.actor, row.leaverId)]);
    if (!story) throw new NotFoundException();
    return this.pages.show(request, reply, 'in-view/one', oneInViewPage(row, story, dealings, { visitor, today: clock.today(), ...again }));
  }
}

function after(done: string, message: Message, to: string, request: FastifyRequest, reply: FastifyReply): undefined {
  if (done === 'gone') throw new NotFoundException();
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(to);
}

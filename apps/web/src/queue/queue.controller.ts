import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HandOvers, queuedCase, regionQueue, RegionQueue, type Done } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { addDays } from '#platform';
import { paths } from '#policy';
import { countWaitingTies } from '#transfers';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Pages } from '../pages/pages.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { RefuseForm } from '../cases/hand-over-form.ts';
import { queuedPage, queuePage } from './queue-page.ts';

const RECENT_DAYS = 14;
const NO_DESK = 'Kies welk bureau de zaak krijgt.';

class DeskForm {
  @IsUUID(undefined, { message: NO_DESK })
  bureau: string;
}

/** What a region administrator does with cases that no desk has. */
@Controller()
export class QueueController {
  private readonly queue: RegionQueue;
  private readonly handOvers: HandOvers;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.queue = new RegionQueue(site.tx, site.clock);
    this.handOvers = new HandOvers(site.tx, site.clock);
  }

  @May('queue:see')
  @Get(paths.queue)
  async list(@Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const [{ waiting, assigned, between }, ties] = await Promise.all([regionQueue(this.site.tx, actor, { since: this.recently(), today: this.site.clock.today() }), countWaitingTies(this.site.tx, actor)]);
    return this.pages.show(request, reply, 'queue/list', queuePage(waiting, assigned, between, ties));
  }

  @May('queue:see')
  @Reads('queued-opened')
  @Get(paths.queued(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { found, hasDesk, desks } = await this.find(id, visitor);
    if (found) return this.pages.show(request, reply, 'queue/case', queuedPage(found, desks, { errors: [] }));
    if (hasDesk) return back(request, reply, 'already-done');
    throw new NotFoundException();
  }

  @May('queue:assign')
  @Reads('queued-opened')
  @KeepsText()
  @Post(paths.queued(':id'))
  async assign(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form: { bureau }, errors } = await readForm(DeskForm, body);
    const { found, hasDesk, desks } = await this.find(id, visitor);
    if (!found && !hasDesk) throw new NotFoundException();
    if (!errors.length && !desks.some((desk) => desk.id === bureau)) errors.push({ field: 'bureau', text: NO_DESK });
    if (found && errors.length) return this.pages.show(request, reply, 'queue/case', queuedPage(found, desks, { errors, bureau }));
    const give = (): Promise<Done> => (found?.isAsked ? this.handOvers.accept(visitor, id, bureau) : this.queue.assign(visitor, id, bureau));
    const done = errors.length ? 'gone' : await give();
    return back(request, reply, done === 'done' ? 'case-assigned' : 'already-done');
  }

  /** Another region keeps its case, and reads why. */
  @May('queue:assign')
  @Reads('queued-opened')
  @Post(paths.queuedRefuse(':id'))
  @HttpCode(200)
  async refuse(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form: { reden }, errors } = await readForm(RefuseForm, body);
    const { found, hasDesk, desks } = await this.find(id, visitor);
    if (found && errors.length) return this.pages.show(request, reply, 'queue/case', queuedPage(found, desks, { errors, reden }));
    const done = found?.isAsked ? await this.handOvers.refuse(visitor, id, reden) : 'gone';
    if (done === 'gone' && !found && !hasDesk) throw new NotFoundException();
    return back(request, reply, done === 'done' ? 'case-refused' : 'already-done');
  }

  private find(id: string, { actor }: Visitor): ReturnType<typeof queuedCase> {
    return queuedCase(this.site.tx, actor, id, this.site.clock.today());
  }

  @May('queue:assign')
  @Post(paths.queuedTakeBack(':id'))
  async takeBack(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const done = await this.queue.takeBack(visitor, id, this.recently());
    if (done === 'done') return back(request, reply, 'case-taken-back');
    const { found, hasDesk } = await this.find(id, visitor);
    if (!found && !hasDesk) throw new NotFoundException();
    return back(request, reply, 'already-done');
  }

  /** From this day on what was given is listed, and may be taken back. */
  private recently(): string {
    return addDays(this.site.clock.today(), -RECENT_DAYS);
  }
}

function back(request: FastifyRequest, reply: FastifyReply, message: Message): undefined {
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(paths.queue);
}

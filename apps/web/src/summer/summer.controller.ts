import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callList, callOf, isCallingThisSummer, SummerCalls, type Noted, type Undone } from '#alerts';
import { Asking, May, mayDo, type Visitor } from '#people';
import { paths, summerRules, type SummerOutcome } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { noteLeaver, Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { NumberForm, OutcomeForm, UndoForm } from './summer-forms.ts';
import { callListPage, callPage } from './summer-page.ts';

const MINUTE_MS = 60_000;

interface Again {
  readonly typed: { readonly notitie?: string; readonly nummer?: string };
  readonly errors: readonly FormError[];
  readonly asks?: SummerOutcome;
  readonly justSaid?: Message;
}

const OTHER_NUMBER: FormError = { field: 'nummer', text: 'Het nummer is intussen veranderd. Klopt wat jij invulde? Sla dan nog een keer op.' };

/** The call list of a summer team, for a phone. */
@May('summer:call')
@Controller()
export class SummerController {
  private readonly calls: SummerCalls;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.calls = new SummerCalls(site.tx, site.clock);
  }

  @Get(paths.summer)
  async list(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const moment = this.moment();
    const [rows, isSummer] = await Promise.all([callList(this.site.tx, visitor.actor, moment), isCallingThisSummer(this.site.tx, visitor.actor, moment.today)]);
    return this.pages.show(request, reply, 'summer/list', callListPage(rows, { today: moment.today, isSummer, mayName: mayDo(visitor, 'summer:team') }));
  }

  /** Also where a form that was not right was sent, for who opens that address again. */
  @Reads('summer-opened')
  @Get([paths.summerOf(':id'), paths.summerNumber(':id')])
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, visitor, request, reply, { typed: {}, errors: [] });
  }

  @Post(paths.summerCall(':id'))
  async call(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    if ((await this.calls.claim(visitor, id, this.moment().callingSince)) === 'gone') throw new NotFoundException();
    void reply.code(303).redirect(paths.summerOf(id));
  }

  @Reads('summer-opened')
  @KeepsText()
  @Post(paths.summerOf(':id'))
  @HttpCode(200)
  async note(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(OutcomeForm, body);
    if (errors.length || form.nee) return this.page(id, visitor, request, reply, { typed: form, errors });
    const done = await this.calls.note(visitor, id, { outcome: form.uitkomst, note: form.notitie, agreed: form.akkoord });
    if (done === 'asks') return this.page(id, visitor, request, reply, { typed: form, errors: [], asks: form.uitkomst });
    if (form.nummer !== undefined && form.nummer !== form.stond) await this.calls.keepNumber(visitor, id, form.nummer, form.stond);
    return after(done, id, done === 'told' ? 'summer-told' : 'summer-noted', request, reply);
  }

  @Post(paths.summerUndo(':id'))
  async undo(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const { form, errors } = await readForm(UndoForm, body);
    if (errors.length) throw new NotFoundException();
    const done = await this.calls.undo(visitor, id, form.poging);
    return after(done, id, done === 'refused' ? 'summer-not-undone' : 'summer-undone', request, reply);
  }

  @Reads('summer-opened')
  @KeepsText()
  @Post(paths.summerNumber(':id'))
  @HttpCode(200)
  async number(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(NumberForm, body);
    if (errors.length) return this.page(id, visitor, request, reply, { typed: form, errors });
    const done = await this.calls.keepNumber(visitor, id, form.nummer, form.stond);
    if (done === 'changed') return this.page(id, visitor, request, reply, { typed: form, errors: [OTHER_NUMBER] });
    if (done === 'done' && form.notitie?.trim()) return this.page(id, visitor, request, reply, { typed: { notitie: form.notitie }, errors: [], justSaid: 'saved' });
    return after(done, id, 'saved', request, reply);
  }

  private moment(): { today: string; callingSince: Date } {
    const { clock } = this.site;
    return { today: clock.today(), callingSince: new Date(clock.now().getTime() - summerRules.calling.minutes * MINUTE_MS) };
  }

  private async page(id: string, { actor }: Visitor, request: FastifyRequest, reply: FastifyReply, again: Again): Promise<string> {
    const moment = this.moment();
    const [found, rows] = await Promise.all([callOf(this.site.tx, actor, id, moment), callList(this.site.tx, actor, moment)]);
    if (!found) throw new NotFoundException();
    noteLeaver(request, found.row.leaver);
    const next = rows.find((row) => row.id !== id && !row.isDone && row.callingNow === null && (row.nextOn === null || row.nextOn <= moment.today));
    const page = callPage(found.row, found.attempts, { next, ...again });
    return page.asks ? this.pages.show(request, reply, 'summer/confirm', { ...page, title: 'Mag de zaak sluiten?' }) : this.pages.show(request, reply, 'summer/call', page);
  }
}

function after(done: Noted | Undone, id: string, message: Message, request: FastifyRequest, reply: FastifyReply): undefined {
  if (done === 'gone') throw new NotFoundException();
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(paths.summerOf(id));
}

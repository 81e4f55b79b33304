import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Meetings, type MeetingBoard } from '#dossiers';
import { Asking, Limits, May, type Visitor } from '#people';
import { noTalkAbout, paths } from '#policy';
import { planSlips } from '../handover/work-form.ts';
import { leaveMessage } from '../pages/flash.ts';
import { allErrors, readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { guestsOf, InviteForm, PlanForm, planOf, RecordForm, RewordForm } from './meeting-form.ts';
import { meetingPage } from './meeting-page.ts';

const NOBODY = { field: 'wie', text: 'Kies wie je uitnodigt.' };
const NAMED = { field: 'plaats', text: 'Laat de naam van de leerling weg: dit staat in een mail.' };

const FIRST = { field: 'anders', text: 'Iemand heeft dit net veranderd. Lees de nieuwe afspraken hierboven en pas ze daarna aan.' };

type Outcome = { readonly form: object; readonly errors: readonly FormError[] } | boolean;

/** College or mentor plans a talk with everybody who matters, moves or cancels it, and records what was agreed. */
@May('joint-intake:plan')
@Controller()
export class MeetingController {
  private readonly meetings: Meetings;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly limits: Limits,
  ) {
    this.meetings = new Meetings(site.tx, site.clock, site.publicUrl);
  }

  @Reads('meeting-opened')
  @Get(paths.meeting(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, await this.board(id, visitor), visitor, request, reply);
  }

  @Reads('meeting-opened')
  @KeepsText()
  @Post(paths.meeting(':id'))
  async act(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const board = await this.board(id, visitor);
    const outcome = await this.work(id, board, body ?? {}, visitor);
    if (typeof outcome === 'object') return this.page(id, await this.board(id, visitor), visitor, request, reply, outcome.form, outcome.errors);
    leaveMessage(request, reply, outcome ? 'saved' : 'already-done');
    return void reply.code(303).redirect(paths.meeting(id));
  }

  private async work(id: string, board: MeetingBoard, body: object, visitor: Visitor): Promise<Outcome> {
    const { doe } = body as { doe?: string };
    if (doe === 'anders') return this.reword(id, body, visitor);
    if (doe !== 'afspraken') await this.limits.refuseAccount('meeting-planned', visitor.accountId);
    if (doe === 'afspraken') {
      const { form, errors } = await readForm(RecordForm, body);
      return errors.length ? { form, errors } : this.meetings.record(visitor, id, form.afspraken, form.waren);
    }
    const { form, errors } = await readForm(doe === 'verzetten' ? PlanForm : InviteForm, body);
    if (doe === 'afzeggen' && !errors.some(({ field }) => field === '')) return this.meetings.cancel(visitor, id);
    const slips = allErrors(form, errors, () => this.slips(form, board));
    if (slips.length) return { form, errors: slips };
    return form instanceof InviteForm ? this.meetings.plan(visitor, id, planOf(form), guestsOf(form)) : this.meetings.move(visitor, id, planOf(form));
  }

  /** The board is read again for the page, so that what somebody else wrote stands above it. */
  private async reword(id: string, body: object, visitor: Visitor): Promise<Outcome> {
    const { form, errors } = await readForm(RewordForm, body);
    if (errors.length) return { form, errors };
    const said = await this.meetings.reword(visitor, id, form.gezien, form.anders);
    if (!said) throw new NotFoundException();
    return said === 'changed' ? { form: { anders: form.anders }, errors: [FIRST] } : said === 'done';
  }

  private slips(form: PlanForm, { name, givenName, status }: MeetingBoard): FormError[] {
    const noTalk = noTalkAbout(status);
    if (noTalk) return [{ field: '', text: `${noTalk} Een gesprek plannen kan niet meer.` }];
    const errors = planSlips(form.dag, form.tijd, this.site.clock.today());
    const words = form.plaats.toLowerCase();
    if ([name, givenName].some((said) => words.includes(said.toLowerCase()))) errors.push(NAMED);
    if (form instanceof InviteForm && !guestsOf(form).length) errors.push(NOBODY);
    return errors;
  }

  private async board(id: string, visitor: Visitor): Promise<MeetingBoard> {
    const board = await this.meetings.board(visitor, id);
    if (!board) throw new NotFoundException();
    return board;
  }

  private page(id: string, board: MeetingBoard, { actor }: Visitor, request: FastifyRequest, reply: FastifyReply, typed: object = {}, errors: readonly FormError[] = []): string {
    return this.pages.show(request, reply, 'meetings/plan', meetingPage(id, board, actor.kind === 'college', typed, errors));
  }
}

import { BadRequestException, Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, May, type Visitor } from '#people';
import { addDays, isDay } from '#platform';
import { paths, PLACED_FROM_RANK } from '#policy';
import { programmeStudents, Starts, type ProgrammeStudents, type Student } from '#transfers';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { confirmPage } from './confirm-page.ts';
import { keyFrom, keyText } from './programme-key.ts';
import { programmePage, REPORTED, type ProgrammeView, type StartsPage } from './programme-page.ts';
import { CheckForm, chosen, fits, ReportForm, SAYINGS, seenOf, UndoForm } from './report-form.ts';

const DAY_MS = 86_400_000;

/** One programme of a college: tick who started or did not come, see it once more, report it, take it back. */
@Controller()
export class ProgrammeController {
  private readonly starts: Starts;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.starts = new Starts(site.tx, site.clock);
  }

  /** Also where its forms are sent, for who opens such an address again. */
  @May('start:see')
  @Get([paths.startsOf(':key'), paths.startsCheck(':key'), paths.startsReport(':key'), paths.startsUndo(':key')])
  async see(@Param('key') key: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { found, view } = await this.find(key, visitor);
    return this.pages.show(request, reply, 'starts/programme', programmePage(found, view));
  }

  @May('start:report')
  @HttpCode(200)
  @KeepsText()
  @Post(paths.startsCheck(':key'))
  async check(@Param('key') key: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { found, view } = await this.find(key, visitor);
    const { form } = await ourOwn(CheckForm, body);
    if (!chosen(form).length) return this.again(request, reply, programmePage(found, { ...view, errors: nobody('Kies eerst 1 of meer studenten.', found) }));
    return this.pages.show(request, reply, 'starts/confirm', confirmPage(found, form, { ...view, day: view.today }));
  }

  @May('start:report')
  @KeepsText()
  @Post(paths.startsReport(':key'))
  async report(@Param('key') key: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { found, view } = await this.find(key, visitor);
    const { form, errors: again } = await ourOwn(ReportForm, body);
    const errors = [...again, ...wrongDay(form, found, view.today)];
    if (errors.length) return this.pages.show(request, reply, 'starts/confirm', confirmPage(found, form, { ...view, errors, day: form.datum }));
    const ids = chosen(form).filter((id) => found.students.some((student) => student.id === id && fits(form.doen, student)));
    const seen = seenOf(form);
    const done = await this.starts.report(visitor, ids, SAYINGS[form.doen], form.datum, ids.map((id) => seen.get(id) ?? ''));
    return after(done === 0 ? 'already-done' : done < ids.length ? 'starts-partly' : 'starts-saved', view, request, reply);
  }

  @May('start:report')
  @Post(paths.startsUndo(':key'))
  async undo(@Param('key') key: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { found, view } = await this.find(key, visitor);
    const { form } = await ourOwn(UndoForm, body);
    const batch = found.batches.find(({ moment }) => moment === form.moment);
    const ids = form.moment ? (batch?.applications ?? []) : form.al.filter((id) => found.students.some((student) => student.id === id));
    if (!form.moment && !ids.length) return this.again(request, reply, programmePage(found, { ...view, errors: [{ field: 'al', text: 'Kies eerst wie je wilt herstellen.' }] }));
    const undone = await this.starts.retract(visitor, ids);
    return after(undone ? 'starts-undone' : form.moment && !batch ? 'already-done' : 'too-late-to-undo', view, request, reply);
  }

  private again(request: FastifyRequest, reply: FastifyReply, page: StartsPage): string {
    return this.pages.show(request, reply, 'starts/programme', page);
  }

  /** 404 when the college of who asks has nobody who applied for it. */
  private async find(text: string, visitor: Visitor): Promise<{ found: ProgrammeStudents; view: ProgrammeView }> {
    const key = keyFrom(text);
    const now = this.site.clock.now();
    const found = await programmeStudents(this.site.tx, visitor.actor, key, new Date(now.getTime() - DAY_MS));
    if (!found) throw new NotFoundException();
    return { found, view: { ...key, today: this.site.clock.today(), now } };
  }
}

/** People cannot fill these forms in wrongly; what is wrong did not come from our page. */
async function ourOwn<Form extends object>(form: new () => Form, body: unknown): Promise<{ form: Form; errors: FormError[] }> {
  const read = await readForm(form, body);
  if (read.errors.some(({ field }) => field)) throw new BadRequestException();
  return read;
}

/** The message leads to the first box that can be ticked. */
function nobody(text: string, { students }: ProgrammeStudents): FormError[] {
  const isPlaced = ({ status, rank }: Student): boolean => rank !== null && rank >= PLACED_FROM_RANK && status !== 'started';
  return [{ field: students.some(isPlaced) ? 'wie' : students.some(({ status }) => REPORTED.includes(status)) ? 'al' : 'ander', text }];
}

const EARLIEST_DAYS = 365;

/** A start is undone only by a later day (rules 2). */
function wrongDay(form: ReportForm, { students }: ProgrammeStudents, today: string): FormError[] {
  const day = form.datum;
  const isRight = isDay(day) && day <= today && day > addDays(today, -EARLIEST_DAYS);
  if (!isRight) return [{ field: 'datum', text: 'Vul een dag in: vandaag of eerder.' }];
  const isTooEarly = form.doen === 'gestopt' && students.some(({ id, status, statusOn }) => chosen(form).includes(id) && status === 'started' && statusOn >= day);
  return isTooEarly ? [{ field: 'datum', text: 'Kies een dag na de start van deze studenten.' }] : [];
}

function after(message: Message, view: ProgrammeView, request: FastifyRequest, reply: FastifyReply): undefined {
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(paths.startsOf(keyText(view)));
}

import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deskDoneOn } from '#alerts';
import { IntakeRecords, SharedPassports } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { collegeReads, intakeOutcomes, paths } from '#policy';
import { besideApplications } from '../handover/beside.ts';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { allErrors, readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { isShownAgain } from '../parked/shown-again.ts';
import { noteParts, Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { OutcomeForm, recordOf, seenIn, slips } from './outcome-form.ts';
import { backTo, partsOn, passportReadPage, type PassportView } from './passport-page.ts';

/** One applicant, for the college that they applied to, with the outcome beside it. */
@Controller()
export class SharedPassportController {
  private readonly passports: SharedPassports;
  private readonly records: IntakeRecords;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.passports = new SharedPassports(site.tx, site.clock);
    this.records = new IntakeRecords(site.tx, site.clock);
  }

  /** Also where its forms are sent, for who opens such an address again. */
  @May('shared-passport:read')
  @Reads('passport-opened')
  @Get([paths.intakeOf(':id'), paths.intakeOutcome(':id'), paths.intakeUndo(':id')])
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, visitor, request, reply);
  }

  @May('intake:record')
  @Reads('passport-opened')
  @KeepsText()
  @Post(paths.intakeOutcome(':id'))
  async record(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors: faults } = await readForm(OutcomeForm, body);
    const errors = allErrors(form, faults, () => slips(form, this.site.clock.today()));
    if (errors.length) return this.page(id, visitor, request, reply, { typed: form, errors });
    const done = await this.records.record(visitor, id, recordOf(form), seenIn(form));
    if (done === 'gone') throw new NotFoundException();
    if (done === 'no-programme') return this.page(id, visitor, request, reply, { typed: form, errors: [NO_PROGRAMME] });
    if (done === 'changed') return this.page(id, visitor, request, reply, { typed: form, errors: [await this.changed(id, visitor)] });
    return after(done === 'already' ? 'already-done' : 'intake-saved', id, request, reply);
  }

  @May('intake:record')
  @Post(paths.intakeUndo(':id'))
  async undo(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    if (!(await this.passports.find(visitor.actor, id))) throw new NotFoundException();
    return after((await this.records.takeBack(visitor, id)) ? 'intake-undone' : 'too-late-to-undo', id, request, reply);
  }

  private async page(
    id: string, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, again: Pick<PassportView, 'typed' | 'errors'> = {},
  ): Promise<string> {
    // What stood before who was signed out was opened already, and nothing is written to show it again.
    const passport = isShownAgain(request) ? await this.passports.find(visitor.actor, id) : await this.passports.open(visitor.actor, id);
    if (!passport) throw new NotFoundException();
    const { clock } = this.site;
    const page = passportReadPage(passport, { today: clock.today(), now: clock.now(), back: backTo(request.headers.referer, request.headers.host), ...again });
    noteParts(request, partsOn(page));
    const beside = await besideApplications(this.site, visitor, [{ id, status: passport.applicant.status }], { asker: { student: passport.applicant.givenName, mentor: 'de mentor' } });
    const deskDone = await deskDoneOn(this.site.tx, visitor.actor, id);
    return this.pages.show(request, reply, 'intake/passport', { ...page, beside: beside.get(id), deskDone, collegeReads });
  }

  /** The page is shown again as it is now; one more press records what was typed beside it. */
  private async changed(id: string, { actor }: Visitor): Promise<FormError> {
    const last = await this.passports.lastRecord(actor, id);
    const what = intakeOutcomes.find(({ code }) => code === last?.what)?.dutch;
    const by = last?.person ?? 'Iemand van je school';
    const text = what ? `${by} legde net vast: ${what}.` : 'De aanmelding is net veranderd.';
    return { field: 'uitkomst', text: `${text} Kijk of jouw uitkomst nog klopt en sla dan nog een keer op.` };
  }
}

const NO_PROGRAMME = { field: 'opleiding', text: 'Kies de opleiding waar je naar verwijst.' };

function after(message: Message, id: string, request: FastifyRequest, reply: FastifyReply): undefined {
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(paths.intakeOf(id));
}

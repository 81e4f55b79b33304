import { BadRequestException, Body, Controller, Get, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, Limits, May, type Visitor } from '#people';
import { paths } from '#policy';
import { choosable, leaverStory, Notes, ownChoices } from '#transfers';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { allErrors, readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { addPage, type AddWords } from './add-page.ts';
import { ChoiceForm, MoveForm, slips } from './choice-form.ts';

const SAID = { hoger: 'choice-moved', lager: 'choice-moved', weg: 'choice-taken-away', terug: 'choice-put-back' } as const satisfies Record<MoveForm['doe'], Message>;

const OWN: AddWords = { title: 'Keuze of aanmelding toevoegen', section: 'Mijn aanmeldingen', here: paths.ownChoiceAdd, back: paths.ownTransfer, backTo: 'Mijn aanmeldingen', isOwn: true };

/** What a student, or a mentor for them, notes that no college reported yet, and the own order of everything. */
@Controller()
export class ChoicesController {
  private readonly notes: Notes;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly limits: Limits,
  ) {
    this.notes = new Notes(site.tx, site.clock);
  }

  @May('own-application:note')
  @Get(paths.ownChoiceAdd)
  own(@Query() query: Record<string, unknown>, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(OWN, visitor, request, reply, chosenIn(query));
  }

  @May('own-application:note')
  @KeepsText()
  @Post(paths.ownChoiceAdd)
  addOwn(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.take(OWN, visitor.actor.leaverId, body, visitor, request, reply);
  }

  @May('own-application:note')
  @Post(paths.ownTransfer)
  moveOwn(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    return this.move(paths.ownTransfer, body, visitor, request, reply);
  }

  @May('application:note')
  @Reads('leaver-opened')
  @Get(paths.leaverChoiceAdd(':id'))
  async ofLeaver(@Param('id', isUuid) id: string, @Query() query: Record<string, unknown>, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(await this.wordsFor(id, visitor), visitor, request, reply, chosenIn(query));
  }

  @May('application:note')
  @Reads('leaver-opened')
  @KeepsText()
  @Post(paths.leaverChoiceAdd(':id'))
  async addFor(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.take(await this.wordsFor(id, visitor), id, body, visitor, request, reply);
  }

  @May('application:note')
  @Post(paths.leaverChoices(':id'))
  async moveFor(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    await this.wordsFor(id, visitor);
    return this.move(paths.leaver(id), body, visitor, request, reply);
  }

  private async wordsFor(id: string, { actor }: Visitor): Promise<AddWords> {
    const story = await leaverStory(this.site.tx, actor, id);
    if (!story) throw new NotFoundException();
    const { givenName } = story.facts;
    return { title: `Keuze of aanmelding van ${givenName} toevoegen`, section: 'Leerlingen', here: paths.leaverChoiceAdd(id), back: paths.leaver(id), backTo: `Terug naar ${givenName}`, isOwn: false };
  }

  private async take(words: AddWords, leaverId: string | undefined, body: unknown, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(ChoiceForm, body ?? {});
    const today = this.site.clock.today();
    if (!leaverId) throw new NotFoundException();
    const known = await ownChoices(this.site.tx, visitor.actor, leaverId, today);
    const noCollege = errors.filter(({ field }) => field === 'mbo');
    const all = noCollege.length ? noCollege : allErrors(form, errors, () => slips(form, today, known));
    if (all.length) return this.page(words, visitor, request, reply, form, all);
    await this.limits.refuseAccount('choice-noted', visitor.accountId);
    const choice = { leaverId, kind: form.soort, collegeId: form.mbo, programmeId: form.opleiding || undefined, words: form.anders || undefined, appliedOn: form.dag };
    if (!(await this.notes.add(visitor, choice))) throw new NotFoundException();
    return after('choice-saved', words.back, request, reply);
  }

  private async move(back: string, body: unknown, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
    const { form, errors } = await readForm(MoveForm, body ?? {});
    if (errors.length) throw new BadRequestException();
    await this.limits.refuseAccount('choice-noted', visitor.accountId);
    const { keuze, doe } = form;
    const isDone = doe === 'weg' ? await this.notes.withdraw(visitor, keuze) : doe === 'terug' ? await this.notes.restore(visitor, keuze) : await this.notes.move(visitor, keuze, doe === 'hoger' ? 'up' : 'down');
    if (!isDone && doe === 'terug' && (await this.notes.stillAway(visitor, keuze))) return after('choices-full', back, request, reply);
    if (!isDone) throw new NotFoundException();
    return after(SAID[doe], back, request, reply);
  }

  private async page(words: AddWords, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, typed: Partial<ChoiceForm>, errors: readonly FormError[] = []): Promise<string> {
    const today = this.site.clock.today();
    const found = await choosable(this.site.tx, visitor.actor, errors.some(({ field }) => field === 'mbo') ? undefined : typed.mbo, today);
    return this.pages.show(request, reply, 'applications/add', addPage(words, found, typed, today, errors));
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the address brings: the college of the first step, or a choice that was applied for. */
function chosenIn({ mbo, opleiding }: Record<string, unknown>): Partial<ChoiceForm> {
  const known = (value: unknown): string | undefined => (typeof value === 'string' && UUID.test(value) ? value : undefined);
  const programme = known(opleiding);
  return { mbo: known(mbo), opleiding: programme, soort: programme ? 'submitted' : undefined };
}

function after(message: Message, back: string, request: FastifyRequest, reply: FastifyReply): undefined {
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(back);
}

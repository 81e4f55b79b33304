import { BadRequestException, Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, Inviting, Leaving, May, personAtWork, type Left, type Person, type Visitor } from '#people';
import { paths, senderWords } from '#policy';
import { HandingOver, mentorClasses } from '#transfers';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { PageWithErrors } from '../pages/page-with-errors.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { rolesAt } from './invite-form.ts';
import { isOfficer, personPage } from './person-page.ts';

const NOBODY = 'niemand';

class GoneForm {
  /** All roles here, not only the one of the address. */
  @IsOptional()
  @IsIn(['ja'])
  alles?: string;

  /** Who takes the leavers over; nobody: the dean hears of them. */
  @IsOptional()
  @ValidateIf(({ opvolger }: GoneForm) => opvolger !== NOBODY)
  @IsUUID(undefined, { message: 'Kies wie de leerlingen overneemt.' })
  opvolger?: string;
}

class YesNoForm {
  @IsIn(['ja', 'nee'])
  mag: string;
}

/** One colleague of the own organisation, and what an administrator does about their roles. */
@Controller()
export class PersonController {
  private readonly leaving: Leaving;
  private readonly inviting: Inviting;
  private readonly handing: HandingOver;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.leaving = new Leaving(site.tx, site.clock);
    this.handing = new HandingOver(site.tx, site.clock);
    this.inviting = new Inviting(site.tx, site.clock, (token) => new URL(paths.invitation(token), site.publicUrl).href);
  }

  @May('people:see')
  @Get(paths.person(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const person = await this.find(visitor, id);
    return this.pages.show(request, reply, 'administration/person', personPage(person, { ...visitor, clock: this.site.clock, id, isMe: person.account === visitor.accountId }));
  }

  /** Ends a role, or all; a mentor's leavers go to somebody else first, or it was said that nobody takes them. */
  @May('people:manage')
  @Post(paths.personGone(':id'))
  async gone(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const { form: { alles, opvolger }, errors } = await readForm(GoneForm, body);
    if (errors.length) throw new PageWithErrors(await this.askSuccessor(id, { alles, errors }, visitor, request, reply));
    const { ended, mentors } = rolesToEnd(await this.find(visitor, id), id, alles === 'ja');
    for (const { id: mentor } of opvolger && opvolger !== NOBODY ? mentors : []) {
      if ((await this.handing.forGood(visitor.actor, mentor, String(opvolger))) === 'gone') throw new NotFoundException();
    }
    const left = ended.length ? await this.leaving.end(visitor.actor, ended.map((role) => role.id), { withoutSuccessor: opvolger === NOBODY }) : 'gone';
    if (left === 'has-leavers') throw new PageWithErrors(await this.askSuccessor(id, { alles, errors: [] }, visitor, request, reply), 200);
    return this.after(left, 'left-done', id, request, reply);
  }

  @May('people:manage')
  @Post(paths.personBack(':id'))
  async back(@Param('id', isUuid) id: string, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    return this.after(await this.leaving.undo(actor, id), 'left-undone', id, request, reply);
  }

  @May('people:manage')
  @Post(paths.personRole(':id'))
  async role(@Param('id', isUuid) id: string, @Body() { rol }: { rol?: unknown }, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const person = await this.find(visitor, id);
    if (typeof rol !== 'string' || !rolesAt(visitor.organisationKind).some(({ code }) => code === rol)) {
      const errors = [{ field: 'rol', text: 'Kies welke rol deze collega erbij krijgt.' }];
      return this.pages.show(request, reply, 'administration/person', personPage(person, { ...visitor, clock: this.site.clock, id, isMe: person.account === visitor.accountId, errors }));
    }
    const wanted = { email: person.email, givenName: '', namePrefix: '', familyName: '', roles: [rol], administers: false };
    const invited = await this.inviting.invite(visitor.actor, visitor.organisationId, wanted);
    return this.after(invited === 'gone' ? 'gone' : 'done', invited === 'sent' ? 'invited' : 'role-given', id, request, reply);
  }

  @May('people:manage')
  @Post(paths.personAdministers(':id'))
  async administers(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const { form: { mag }, errors } = await readForm(YesNoForm, body);
    const person = await this.find(visitor, id);
    if (errors.length) throw new BadRequestException();
    const living = person.roles.filter(({ endedOn, administers }) => endedOn === null && administers === (mag === 'nee'));
    let left: Left = 'done';
    for (const role of mag === 'ja' ? living.slice(0, 1) : living) if (left === 'done') left = await this.leaving.letAdminister(visitor.actor, role.id, mag === 'ja');
    return this.after(left, 'saved', id, request, reply);
  }

  /** Only of a desk: who hears that a case is late. */
  @May('people:manage')
  @Post(paths.personCoordinates(':id'))
  async coordinates(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const { form: { mag }, errors } = await readForm(YesNoForm, body);
    const person = await this.find(visitor, id);
    const officer = person.roles.find(({ endedOn, role }) => endedOn === null && isOfficer(role));
    if (errors.length || !officer) throw new BadRequestException();
    return this.after(await this.leaving.letCoordinate(visitor.actor, officer.id, mag === 'ja'), 'saved', id, request, reply);
  }

  @May('people:manage')
  @Post(paths.personThaw(':id'))
  async thaw(@Param('id', isUuid) id: string, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    return this.after(await this.leaving.thaw(actor, id), 'account-open', id, request, reply);
  }

  private async find({ actor }: Visitor, id: string): Promise<Person> {
    const { tx, clock } = this.site;
    const person = await personAtWork(tx, actor, id, { today: clock.today(), now: clock.now() });
    if (!person) throw new NotFoundException();
    return person;
  }

  private async askSuccessor(id: string, form: { alles?: string; errors: readonly { field: string; text: string }[] }, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const person = await this.find(visitor, id);
    const { mentors, colleagues } = await mentorClasses(this.site.tx, visitor.actor, this.site.clock.today());
    const leavers = mentors.filter((mentor) => person.roles.some((role) => role.id === mentor.id)).reduce((sum, mentor) => sum + mentor.leavers, 0);
    const heirs = colleagues.filter(({ id: heir, role }) => role === 'mentor' && !person.roles.some((own) => own.id === heir));
    const options = [...heirs.map((heir) => ({ code: heir.id, text: heir.name })), { code: NOBODY, text: 'Nog niemand: de decaan krijgt de meldingen' }];
    const page = { title: `${person.name} gaat weg`, section: 'Mensen', sender: senderWords(visitor.organisationKind).oneInside, leavers, alles: form.alles, options, back: paths.person(id), action: paths.personGone(id) };
    return this.pages.show(request, reply, 'administration/successor', page);
  }

  private after(left: Left, message: Message, id: string, request: FastifyRequest, reply: FastifyReply): undefined {
    if (left === 'gone') throw new NotFoundException();
    leaveMessage(request, reply, left === 'last-administrator' ? 'last-administrator' : message);
    void reply.code(303).redirect(paths.person(id));
  }
}

/** The role in which a study coach sends ends with that of study coach by itself; its leavers need a successor all the same. */
function rolesToEnd({ roles }: Person, id: string, all: boolean) {
  const living = roles.filter(({ endedOn }) => endedOn === null);
  const chosen = living.filter((role) => all || role.id === id);
  const sends = chosen.some(({ role }) => role === 'study-coach');
  return { ended: chosen.filter(({ role }) => !sends || role !== 'mentor'), mentors: (sends ? living : chosen).filter(({ role }) => role === 'mentor') };
}

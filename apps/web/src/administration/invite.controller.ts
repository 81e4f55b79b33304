import { Body, Controller, Get, HttpCode, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, Inviting, May, rolesInWords, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { asList, readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Site } from '../site.ts';
import { InviteForm, personOf, rolesAt, strangeRoles } from './invite-form.ts';

const AT_ONCE = 500;

/** People that were ticked, or everybody who was not invited yet. */
class ChosenForm {
  @IsUUID(undefined, { each: true })
  @Transform(asList)
  wie: string[] = [];

  @IsOptional()
  @IsIn(['alle'])
  nieuw?: string;
}

/** Inviting: one person by name, or many who stand in a file. */
@May('people:manage')
@Controller()
export class InviteController {
  private readonly inviting: Inviting;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.inviting = new Inviting(site.tx, site.clock, (token) => new URL(paths.invitation(token), site.publicUrl).href);
  }

  @Get(paths.peopleInvite)
  ask(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.form(new InviteForm(), [], visitor, request, reply);
  }

  @KeepsText()
  @Post(paths.peopleInvite)
  async invite(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(InviteForm, body);
    if (!errors.length) errors.push(...strangeRoles(form, visitor.organisationKind));
    if (errors.length) return this.form(form, errors, visitor, request, reply);
    const invited = await this.inviting.invite(visitor.actor, visitor.organisationId, personOf(form));
    if (invited === 'gone') throw new NotFoundException();
    leaveMessage(request, reply, ({ sent: 'invited', given: 'role-given', already: 'already-done' } as const)[invited]);
    return void reply.code(303).redirect(paths.people);
  }

  /** Says who gets a mail before any goes. */
  @HttpCode(200)
  @Post(paths.peopleChoose)
  async choose(@Body() body: unknown, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(ChosenForm, body);
    if (errors.length) throw new NotFoundException();
    const awaited = (await this.inviting.awaited(actor, form.nieuw ? undefined : form.wie)).slice(0, AT_ONCE);
    if (!awaited.length) return back(request, reply, 'nobody-chosen');
    const people = awaited.map((person) => ({ ...person, roles: rolesInWords(person.roles) }));
    return this.pages.show(request, reply, 'administration/send', { title: 'Uitnodigen', section: 'Mensen', people, back: paths.people, send: paths.peopleSend });
  }

  @Post(paths.peopleSend)
  async send(@Body() body: unknown, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const { form, errors } = await readForm(ChosenForm, body);
    if (errors.length) throw new NotFoundException();
    const sent = await this.inviting.sendTo(actor, form.wie.slice(0, AT_ONCE));
    return back(request, reply, sent === 0 ? 'already-done' : sent === 1 ? 'invited' : 'invited-more');
  }

  private form(form: InviteForm, errors: FormError[], { organisation, organisationKind }: Visitor, request: FastifyRequest, reply: FastifyReply): string {
    const page = { title: 'Iemand uitnodigen', section: 'Mensen', organisation, form, errors, roles: rolesAt(organisationKind), people: paths.people, action: paths.peopleInvite };
    return this.pages.show(request, reply, 'administration/invite', page);
  }
}

function back(request: FastifyRequest, reply: FastifyReply, message: 'already-done' | 'invited' | 'invited-more' | 'nobody-chosen'): undefined {
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(paths.people);
}

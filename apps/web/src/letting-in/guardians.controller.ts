import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { guardianLink, Sharing } from '#dossiers';
import { Asking, Guardians, type Guardian, HandedCodes, May, newCode, type Visitor } from '#people';
import { addDays, ageOn } from '#platform';
import { codeMinutes, DECIDES_ALONE_AT, paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { GuardianForm, NAMELESS, NO_LETTER, REFUSED, UNNAMED } from './guardian-form.ts';

interface Told {
  readonly errors?: readonly FormError[];
  readonly typed?: GuardianForm;
  readonly code?: string;
  readonly isAsked?: boolean;
}

/** The parents of a leaver, for the mentor: who reads along under 16, and with whom there may be no contact. */
@May('guardian:arrange')
@Controller(paths.leaverGuardians(':id'))
export class GuardiansController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly guardians: Guardians,
    private readonly codes: HandedCodes,
  ) {}

  @Reads('guardians-opened')
  @Get()
  async show(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, visitor, request, reply);
  }

  @Reads('guardians-opened')
  @Post()
  async arrange(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(GuardianForm, body);
    if (errors.length) return this.page(id, visitor, request, reply, { errors, typed: form });
    const who = { name: form.naam.trim(), email: form.adres.trim() };
    if (form.doe === 'code') return this.code(id, visitor, request, reply);
    if (form.doe === 'brief') return this.letter(id, form, visitor, request, reply);
    if (form.doe === 'niet-bevestigen') {
      if (!isUUID(form.id) || !(await this.guardians.refuse(visitor.actor, form.id ?? ''))) throw new NotFoundException();
      return this.saved(id, request, reply);
    }
    if (form.doe === 'laat-meelezen') return this.confirm(id, form, visitor, request, reply);
    if (!(await this.guardians.setNoContact(visitor.actor, id, who, form.doe === 'geen-contact'))) throw new NotFoundException();
    return this.saved(id, request, reply);
  }

  private async confirm(id: string, form: GuardianForm, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const isGone = form.id && !(await this.guardians.ofLeaver(visitor.actor, id))?.guardians.some((row) => row.id === form.id);
    if (isGone) return this.page(id, visitor, request, reply, { errors: [UNNAMED] });
    const who = { name: form.naam.trim(), email: form.adres.trim() };
    const done = await this.guardians.confirm(visitor.actor, id, who, guardianLink(this.site.publicUrl));
    void reply.code(200);
    return this.page(id, visitor, request, reply, done ?? { errors: [REFUSED], typed: form });
  }

  /** For who has no mail address, or gets no mail: shown in the answer and nowhere else. */
  private async letter(id: string, form: GuardianForm, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const name = form.ouder.trim();
    if (!form.id && !name) return this.page(id, visitor, request, reply, { errors: [NAMELESS], typed: form });
    if (form.id && !isUUID(form.id)) throw new NotFoundException();
    const found = await this.guardians.ofLeaver(visitor.actor, id);
    const letter = found && (await this.guardians.letter(visitor.actor, id, { id: form.id, name }));
    if (!letter) return this.page(id, visitor, request, reply, { errors: [NO_LETTER], typed: form });
    const address = new URL(paths.signInCode, this.site.publicUrl);
    void reply.code(200);
    return this.pages.show(request, reply, 'letting-in/guardian-letter', {
      title: 'Brief voor een ouder', section: 'Leerlingen', back: paths.leaverGuardians(id), givenName: found.givenName, school: visitor.organisation,
      parent: letter.name, code: letter.code, until: addDays(this.site.clock.today(), codeMinutes.letter / (24 * 60)), address: address.host + address.pathname,
    });
  }

  private saved(id: string, request: FastifyRequest, reply: FastifyReply): undefined {
    leaveMessage(request, reply, 'guardian-saved');
    void reply.code(303).redirect(paths.leaverGuardians(id));
  }

  /** For a parent who was asked whether the child may share. */
  private async code(id: string, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const code = newCode(8);
    const isAsked = await new Sharing(this.site.tx, this.site.clock).codeFor(visitor.actor, id, this.codes.hash(code));
    void reply.code(200);
    return this.page(id, visitor, request, reply, isAsked ? { code } : { errors: [{ field: 'code', text: 'Er wacht nu geen vraag op een antwoord. Laat de leerling eerst delen.' }] });
  }

  private async page(id: string, { actor }: Visitor, request: FastifyRequest, reply: FastifyReply, { errors = [], typed, code, isAsked }: Told = {}): Promise<string> {
    const found = await this.guardians.ofLeaver(actor, id);
    if (!found) throw new NotFoundException();
    const { guardians, guardianName, guardianEmail, ...leaver } = found;
    const isUnder = ageOn(leaver.birthDate, this.site.clock.today()) < DECIDES_ALONE_AT;
    const known = guardians.some(({ email }) => email === guardianEmail?.toLowerCase());
    const rows = guardians.map((row) => ({ ...row, called: row.email ?? row.name, asksMe: isUnder && row.isProposed && !row.noContact, mayGetLetter: isUnder && row.isConfirmed && !row.noContact, state: stateOf(row, isUnder) }));
    return this.pages.show(request, reply, 'letting-in/guardians', {
      title: 'Ouders en verzorgers', section: 'Leerlingen', ...leaver, isUnder, rows, code, isAsked, errors, action: paths.leaverGuardians(id), back: paths.leaver(id),
      typed: { naam: typed?.naam ?? (known ? '' : guardianName) ?? '', adres: typed?.adres ?? (known ? '' : guardianEmail) ?? '', ouder: typed?.ouder ?? '' },
    });
  }
}

function stateOf({ noContact, isInvited, isConfirmed, isProposed, isRefused }: Guardian, isUnder: boolean): string {
  if (noContact) return 'Geen contact';
  if (isInvited || (isUnder && isConfirmed)) return 'Mag meelezen';
  if (!isUnder || !isProposed) return 'Leest niet mee';
  return isRefused ? 'Door de leerling genoemd, niet bevestigd' : 'Door de leerling genoemd: klopt dit?';
}

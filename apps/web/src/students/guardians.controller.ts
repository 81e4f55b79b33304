import { Body, Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Sharing, type AskedGuardian } from '#dossiers';
import { Asking, Guardians, Limits, May, type Proposing, type Visitor } from '#people';
import { ageOn, dayInFull } from '#platform';
import { DECIDES_ALONE_AT, paths } from '#policy';
import { ownTransfer } from '#transfers';
import { GuardianForm, REFUSED } from '../letting-in/guardian-form.ts';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

interface Told {
  readonly errors?: readonly FormError[];
  readonly typed?: GuardianForm;
  readonly code?: string;
}

const NOT_NAMED = {
  refused: 'Dit adres kan niet. Vul het adres van je ouder in, niet dat van jezelf. Lukt het niet? Vraag je mentor.',
  known: 'Dit adres staat er al. Deze ouder mag al meelezen.',
  'turned-down': 'Je mentor heeft dit adres niet bevestigd. Praat erover met je mentor.',
  full: 'Er wachten al 4 adressen op je mentor. Haal er eerst een weg.',
} as const satisfies Record<Exclude<Proposing, 'done'>, string>;

/** From 16 on a student decides who of the parents reads along; under 16 the student names one and the mentor says yes. */
@May('own-guardian:invite')
@Controller(paths.ownGuardians)
export class OwnGuardiansController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly guardians: Guardians,
    private readonly limits: Limits,
  ) {}

  @Get()
  async show(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(visitor, request, reply);
  }

  @Post()
  async decide(@Body() body: Record<string, unknown> | undefined, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    if (body?.doe === 'stop') return this.stop(body.id, visitor, request, reply);
    if (body?.doe === 'toch-niet') return this.withdraw(body.id, visitor, request, reply);
    const { form, errors } = await readForm(GuardianForm, body ?? {});
    if (form.doe !== 'laat-meelezen' && form.doe !== 'noem') throw new NotFoundException();
    if (errors.length) return this.page(visitor, request, reply, { errors, typed: form });
    if (body?.doe === 'noem') return this.propose(form, visitor, request, reply);
    await this.limits.refuseAccount('parent-invited', visitor.accountId);
    const code = await this.guardians.invite(visitor.actor, { name: form.naam.trim(), email: form.adres.trim() });
    void reply.code(200);
    return this.page(visitor, request, reply, code ? { code } : { errors: [REFUSED], typed: form });
  }

  private async stop(id: unknown, { actor }: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
    if (!isUUID(id) || !(await this.guardians.stop(actor, id as string))) throw new NotFoundException();
    leaveMessage(request, reply, 'guardian-saved');
    void reply.code(303).redirect(paths.ownGuardians);
  }

  private async propose(form: GuardianForm, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const said = await this.guardians.propose(visitor.actor, { name: form.naam.trim(), email: form.adres.trim() });
    if (said !== 'done') return this.page(visitor, request, reply, { errors: [{ field: 'adres', text: NOT_NAMED[said] }], typed: form });
    leaveMessage(request, reply, 'guardian-named');
    return void reply.code(303).redirect(paths.ownGuardians);
  }

  private async withdraw(id: unknown, { actor }: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
    const isGone = isUUID(id) && (await this.guardians.withdraw(actor, String(id)));
    leaveMessage(request, reply, isGone ? 'guardian-unnamed' : 'already-done');
    void reply.code(303).redirect(paths.ownGuardians);
  }

  private async page({ actor }: Visitor, request: FastifyRequest, reply: FastifyReply, { errors = [], typed, code }: Told = {}): Promise<string> {
    const { tx, clock } = this.site;
    const [transfer, guardians, proposed, asked] = await Promise.all([ownTransfer(tx, actor), this.guardians.mine(actor), this.guardians.proposed(actor), new Sharing(tx, clock).asked(actor)]);
    if (!transfer) throw new NotFoundException();
    const decides = ageOn(transfer.facts.birthDate, clock.today()) >= DECIDES_ALONE_AT;
    const rows = guardians.filter(({ invited }) => invited || !decides).map((row) => ({ ...row, asked: decides ? undefined : askedWords(asked.find(({ guardian }) => guardian === row.id)) }));
    return this.pages.show(request, reply, 'students/guardians', {
      title: 'Laat een ouder meelezen', section: 'Mijn account', decides, rows, proposed: decides ? [] : proposed, code, errors, askCode: !decides && asked.some(isOpen) ? paths.passportCode : undefined, action: paths.ownGuardians, back: paths.account,
      typed: { naam: typed?.naam ?? '', adres: typed?.adres ?? '' },
    });
  }
}

const isOpen = ({ isAnswered, isOver }: AskedGuardian): boolean => !isAnswered && !isOver;

/** What the student reads beside a parent; nothing when there never was a question, or when nobody waits for it any more. */
function askedWords(asked: AskedGuardian | undefined): string | undefined {
  if (!asked || (asked.isOver && !asked.isAnswered)) return undefined;
  const day = dayInFull(asked.askedOn);
  return asked.isAnswered ? `Akkoord gevraagd op ${day}. Er is een antwoord.` : `Akkoord gevraagd op ${day}. Er is nog geen antwoord.`;
}

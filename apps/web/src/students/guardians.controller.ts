import { Body, Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, Guardians, May, type Visitor } from '#people';
import { ageOn } from '#platform';
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

/** From 16 on a student decides who of the parents reads along; under 16 the page says how it is. */
@May('own-guardian:invite')
@Controller(paths.ownGuardians)
export class OwnGuardiansController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly guardians: Guardians,
  ) {}

  @Get()
  async show(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(visitor, request, reply);
  }

  @Post()
  async decide(@Body() body: Record<string, unknown> | undefined, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    if (body?.doe === 'stop') return this.stop(body.id, visitor, request, reply);
    const { form, errors } = await readForm(GuardianForm, body ?? {});
    if (errors.length) return this.page(visitor, request, reply, { errors, typed: form });
    const code = await this.guardians.invite(visitor.actor, { name: form.naam.trim(), email: form.adres.trim() });
    void reply.code(200);
    return this.page(visitor, request, reply, code ? { code } : { errors: [REFUSED], typed: form });
  }

  private async stop(id: unknown, { actor }: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
    if (!isUUID(id) || !(await this.guardians.stop(actor, id as string))) throw new NotFoundException();
    leaveMessage(request, reply, 'guardian-saved');
    void reply.code(303).redirect(paths.ownGuardians);
  }

  private async page({ actor }: Visitor, request: FastifyRequest, reply: FastifyReply, { errors = [], typed, code }: Told = {}): Promise<string> {
    const [transfer, guardians] = await Promise.all([ownTransfer(this.site.tx, actor), this.guardians.mine(actor)]);
    if (!transfer) throw new NotFoundException();
    const decides = ageOn(transfer.facts.birthDate, this.site.clock.today()) >= DECIDES_ALONE_AT;
    const rows = guardians.filter(({ invited }) => invited || !decides);
    return this.pages.show(request, reply, 'students/guardians', {
      title: 'Laat een ouder meelezen', section: 'Mijn account', decides, rows, code, errors, action: paths.ownGuardians, back: paths.account,
      typed: { naam: typed?.naam ?? '', adres: typed?.adres ?? '' },
    });
  }
}

import { Body, Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { guardianRule, setGuardianRule } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

class RuleForm {
  @IsIn(['een', 'alle'], { message: 'Kies of één ouder genoeg is.' })
  nodig = '';
}

/** A school says whether one parent is enough, for students under 16. */
@May('guardian-rule:set')
@Controller(paths.guardianRule)
export class GuardianRuleController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @Get()
  async see(@Asking() { actor, organisation }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.pages.show(request, reply, 'administration/guardian-rule', pageOf(organisation, (await guardianRule(this.site.tx, actor)) ? 'alle' : 'een'));
  }

  @Post()
  async choose(@Body() body: unknown, @Asking() { actor, organisation }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(RuleForm, body ?? {});
    if (errors.length) return this.pages.show(request, reply, 'administration/guardian-rule', { ...pageOf(organisation, form.nodig), errors });
    if (!(await setGuardianRule(this.site.tx, actor, form.nodig === 'alle'))) throw new NotFoundException();
    leaveMessage(request, reply, 'saved');
    return void reply.code(303).redirect(paths.guardianRule);
  }
}

const pageOf = (organisation: string, value: string) => ({
  title: 'Akkoord van ouders',
  section: 'Beheer',
  organisation,
  value,
  administration: paths.administration,
  action: paths.guardianRule,
  options: [{ code: 'een', text: 'Eén ouder of verzorger is genoeg' }, { code: 'alle', text: 'Elke ouder die wij vroegen, moet ja zeggen' }],
});

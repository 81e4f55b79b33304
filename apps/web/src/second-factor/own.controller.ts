import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SecondFactor, sessionToken, SignedIn, type FactorState } from '#people';
import { paths } from '#policy';
import { amsterdam, dayInFull } from '#platform';
import { leaveMessage } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { RemoveForm } from './forms.ts';

/** One's own factors: what is there, since when, and taking away what is lost. */
@SignedIn()
@Controller()
export class OwnFactorsController {
  constructor(
    private readonly pages: Pages,
    private readonly factor: SecondFactor,
  ) {}

  @Get(paths.ownSecondStep)
  async show(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const state = await this.factor.factors.of(sessionToken(request) ?? '');
    return this.pages.show(request, reply, 'second-factor/own', { title: 'Je tweede stap', ...shown(state), paths });
  }

  @Post(paths.ownSecondStepRemove)
  async remove(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { form, errors } = await readForm(RemoveForm, body);
    const token = sessionToken(request) ?? '';
    if (!(await this.factor.factors.mayChange(token))) return this.proveFirst(reply);
    const done = !errors.length && (await this.factor.factors.remove(token, form.passkey));
    leaveMessage(request, reply, done ? 'factor-removed' : 'already-done');
    void reply.code(303).redirect(paths.ownSecondStep);
  }

  @Post(paths.ownSecondStepCodes)
  @HttpCode(200)
  async renewCodes(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const codes = await this.factor.factors.renewCodes(sessionToken(request) ?? '');
    if (codes) return this.pages.show(request, reply, 'second-factor/codes', { title: 'Bewaar je herstelcodes', codes, to: paths.ownSecondStep });
    this.proveFirst(reply);
    return undefined;
  }

  private proveFirst(reply: FastifyReply): void {
    void reply.code(303).redirect(`${paths.secondStep}?naar=${encodeURIComponent(paths.ownSecondStep)}`);
  }
}

const onDay = (moment: string): string => dayInFull(amsterdam(new Date(moment)).day);

/** What the page says; `factors` is empty for who needs none of ours. */
function shown(state: FactorState | undefined) {
  const app = state?.codeApp ? [{ ...state.codeApp, id: '', name: 'App op je telefoon' }] : [];
  const factors = [...(state?.passkeys ?? []), ...app].map(({ id, name, madeAt, lastUsedAt }) => ({
    id,
    name,
    since: onDay(madeAt),
    used: lastUsedAt ? onDay(lastUsedAt) : '',
  }));
  return { factors, removable: factors.length > 1, recent: state?.recent ?? false, codesLeft: state?.codesLeft ?? 0 };
}

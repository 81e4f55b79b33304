import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BeforeSecondFactor, SecondFactor, sessionToken, SignedIn, type Passed } from '#people';
import { paths } from '#policy';
import { readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { localAddress } from '../sign-in/local-address.ts';
import { CodeForm, PasskeyForm } from './forms.ts';
import { goOn } from './passed.ts';
import { wrongCode } from './wrong-code.ts';

const NOT_RIGHT: FormError = { field: 'passkey', text: 'Dat lukte niet met je passkey. Probeer het opnieuw.' };

/** Proving the second factor: at sign-in, and again before one's own factors are changed. */
@SignedIn()
@BeforeSecondFactor()
@Controller()
export class SecondStepController {
  constructor(
    private readonly pages: Pages,
    private readonly factor: SecondFactor,
  ) {}

  @Get(paths.secondStep)
  async show(@Query('naar') to: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.page(localAddress(to), request, reply);
  }

  @Post(paths.secondStep)
  @HttpCode(200)
  async byCode(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(CodeForm, body);
    if (errors.length) return this.page(localAddress(form.naar), request, reply, errors);
    const passed = await this.factor.codes.pass(sessionToken(request) ?? '', form.code);
    if ('token' in passed) return this.goOn(passed, form.naar, request, reply);
    return this.page(localAddress(form.naar), request, reply, [{ field: 'code', text: wrongCode(passed.wait) }]);
  }

  @Post(paths.secondStepPasskey)
  @HttpCode(200)
  async byPasskey(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form } = await readForm(PasskeyForm, body);
    const passed = await this.factor.passkeys.pass(sessionToken(request) ?? '', form.antwoord);
    if (passed) return this.goOn(passed, form.naar, request, reply);
    return this.page(localAddress(form.naar), request, reply, [NOT_RIGHT]);
  }

  private async goOn(passed: Passed, to: string, request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
    await goOn(this.factor, passed, request, reply);
    void reply.code(303).redirect(localAddress(to) || paths.home);
  }

  /** Who has nothing to prove goes on; who has nothing to prove it with sets something up. */
  private async page(to: string, request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[] = []): Promise<string | undefined> {
    const token = sessionToken(request) ?? '';
    const state = await this.factor.factors.of(token);
    const hasFactor = Boolean(state?.codeApp ?? state?.passkeys.length);
    if (!state?.needed || state.recent || (state.passed && !hasFactor)) return void reply.code(303).redirect(to || paths.home);
    if (!hasFactor) return void reply.code(303).redirect(withReturn(paths.secondStepChoose, to));
    const { passkeys } = this.factor;
    const options = state.passkeys.length && passkeys.areOffered ? JSON.stringify(await passkeys.optionsToPass(token, state)) : '';
    const page = { title: 'Tweede stap', to, errors, options, hasApp: Boolean(state.codeApp), codesLeft: state.codesLeft, paths };
    return this.pages.show(request, reply, 'second-factor/prove', page);
  }
}

const withReturn = (path: string, to: string): string => (to ? `${path}?naar=${encodeURIComponent(to)}` : path);

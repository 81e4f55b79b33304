import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BeforeSecondFactor, clientOf, deviceOf, SecondFactor, sessionToken, SignedIn, type FactorState, type Passed } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { localAddress } from '../sign-in/local-address.ts';
import { CodeForm, NewPasskeyForm } from './forms.ts';
import { goOn } from './passed.ts';
import { qrOf } from './qr.ts';

const NOT_ADDED: FormError = { field: 'passkey', text: 'De passkey is niet gemaakt. Probeer het opnieuw, of kies een app op je telefoon.' };
const NOT_THE_CODE: FormError = { field: 'code', text: 'Deze code klopt niet. Wacht op de volgende code in de app en typ die over.' };

/** Setting up a second factor: the first at sign-in, others later. Only for who may change factors now; others prove theirs first. */
@SignedIn()
@BeforeSecondFactor()
@Controller()
export class SetUpController {
  constructor(
    private readonly pages: Pages,
    private readonly factor: SecondFactor,
  ) {}

  @Get(paths.secondStepChoose)
  async choose(@Query('naar') to: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.choosePage(localAddress(to), request, reply);
  }

  @Post(paths.secondStepNewPasskey)
  @HttpCode(200)
  async addPasskey(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(NewPasskeyForm, body);
    const to = localAddress(form.naar);
    if (errors.length) return this.choosePage(to, request, reply, errors, form.naam);
    const passed = await this.factor.passkeys.add(sessionToken(request) ?? '', form.antwoord, form.naam.trim());
    return passed ? this.added(passed, to, request, reply) : this.choosePage(to, request, reply, [NOT_ADDED], form.naam);
  }

  @Get(paths.secondStepApp)
  async app(@Query('naar') to: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.appPage(localAddress(to), request, reply);
  }

  @Post(paths.secondStepApp)
  @HttpCode(200)
  async confirmApp(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(CodeForm, body);
    const to = localAddress(form.naar);
    if (errors.length) return this.appPage(to, request, reply, errors);
    const token = sessionToken(request) ?? '';
    const state = await this.factor.factors.of(token);
    const passed = state && (await this.factor.codeApp.confirm(token, state, form.code));
    return passed ? this.added(passed, to, request, reply) : this.appPage(to, request, reply, [NOT_THE_CODE]);
  }

  private async added(passed: Passed, to: string, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    await goOn(this.factor, passed, request, reply);
    if (passed.recoveryCodes) {
      return this.pages.show(request, reply, 'second-factor/codes', { title: 'Bewaar je herstelcodes', codes: passed.recoveryCodes, to: to || paths.home });
    }
    leaveMessage(request, reply, 'factor-added');
    void reply.code(303).redirect(paths.ownSecondStep);
  }

  private async choosePage(to: string, request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[] = [], name?: string): Promise<string | undefined> {
    const state = await this.mayChange(to, request, reply);
    if (!state) return undefined;
    const { passkeys } = this.factor;
    const options = passkeys.areOffered ? JSON.stringify(await passkeys.optionsToAdd(sessionToken(request) ?? '', state)) : '';
    const app = to ? `${paths.secondStepApp}?naar=${encodeURIComponent(to)}` : paths.secondStepApp;
    const page = { title: 'Stel je tweede stap in', isFirst: !state.passed, to, errors, options, app, name: name ?? deviceOf(clientOf(request).agent), paths };
    return this.pages.show(request, reply, 'second-factor/choose', page);
  }

  private async appPage(to: string, request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[] = []): Promise<string | undefined> {
    const state = await this.mayChange(to, request, reply);
    const setup = state && (await this.factor.codeApp.begin(sessionToken(request) ?? '', state));
    if (!setup) return undefined;
    const page = { title: 'Een app op je telefoon', to, errors, address: setup.address, qr: qrOf(setup.address), secret: setup.secret.match(/.{1,4}/g)?.join(' ') ?? '', paths };
    return this.pages.show(request, reply, 'second-factor/app', page);
  }

  private async mayChange(to: string, request: FastifyRequest, reply: FastifyReply): Promise<FactorState | undefined> {
    const token = sessionToken(request) ?? '';
    const state = await this.factor.factors.of(token);
    if (state?.needed && (await this.factor.factors.mayChange(token))) return state;
    const back = to || (request.visitor?.pending ? '' : paths.ownSecondStep);
    void reply.code(303).redirect(back ? `${paths.secondStep}?naar=${encodeURIComponent(back)}` : paths.secondStep);
    return undefined;
  }
}

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { browserKey, clientOf, HandedCodes, Limits, Public, Sessions, takeBrowserKey } from '#people';
import { paths } from '#policy';
import { readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { CodeForm } from './code-form.ts';
import { enter } from './enter.ts';

const SAID = {
  opened: '',
  wrong: 'Deze code klopt niet. Kijk goed en typ hem opnieuw.',
  over: 'Deze code werkt niet meer. Vraag een nieuwe mail.',
  link: 'Open de eerste keer de link in de mail. Daar typt u de code van uw kind.',
} as const;
const UNKNOWN = 'Deze code klopt niet of werkt niet meer. Vraag je school om een nieuwe.';

/** Signing in by typing: the code of a mail in the browser that asked for it, or a code from somebody at school anywhere. */
@Public()
@Controller()
export class CodeController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly handed: HandedCodes,
    private readonly limits: Limits,
  ) {}

  @Get(paths.signInSent)
  sent(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.sentPage(request, reply);
  }

  @Post(paths.signInSent)
  async useMailed(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(CodeForm, body);
    if (errors.length) return this.sentPage(request, reply, form, errors);
    const key = browserKey(request);
    const { token, said } = key ? await this.sessions.openByMailedCode(key, form.code, client(request, form)) : { said: 'over' as const };
    if (!token) return this.sentPage(request, reply, form, [{ field: 'code', text: SAID[said] }]);
    takeBrowserKey(request, reply);
    return enter(this.sessions, token, request, reply);
  }

  @Get(paths.signInCode)
  code(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.codePage(request, reply);
  }

  @Post(paths.signInCode)
  async useHanded(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(CodeForm, body);
    if (errors.length) return this.codePage(request, reply, form, errors);
    const token = await this.sessions.openByHandedCode(this.handed.hash(form.code), client(request, form));
    if (token) return enter(this.sessions, token, request, reply);
    await this.limits.refuseClient('code-failed', request);
    return this.codePage(request, reply, form, [{ field: 'code', text: UNKNOWN }]);
  }

  private sentPage(request: FastifyRequest, reply: FastifyReply, form?: CodeForm, errors: readonly FormError[] = []): string {
    const mailbox = this.pages.hasDemoPages(request) ? paths.mailbox : undefined;
    return this.pages.show(request, reply, 'sign-in/sent', { title: 'Kijk in je mail', mailbox, action: paths.signInSent, ...typed(form), errors });
  }

  private codePage(request: FastifyRequest, reply: FastifyReply, form?: CodeForm, errors: readonly FormError[] = []): string {
    return this.pages.show(request, reply, 'sign-in/code', { title: 'Inloggen met een code', action: paths.signInCode, ...typed(form), errors });
  }
}

const client = (request: FastifyRequest, { schoolcomputer }: CodeForm) => ({ ...clientOf(request), isShared: Boolean(schoolcomputer) });

const typed = (form?: CodeForm) => ({ code: form?.code ?? '', isShared: Boolean(form?.schoolcomputer) });

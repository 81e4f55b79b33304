import { setTimeout } from 'node:timers/promises';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { IsEmail } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Limits, Providers, Public, SignInLinks, examplePersons, giveBrowserKey } from '#people';
import { paths, roleOf } from '#policy';
import { readForm } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { localAddress } from './local-address.ts';

/** A mail is written in a few milliseconds; without this the answer would tell whether it was. */
const ANSWER_AFTER_MS = 40;

class AskForm {
  @IsEmail({}, { message: 'Vul je e-mailadres in, bijvoorbeeld naam@school.nl.' })
  email = '';
}

/** Asking for a sign-in link. The answer is the same whether the address is known or not. */
@Public()
@Controller()
export class AskController {
  constructor(
    private readonly pages: Pages,
    private readonly links: SignInLinks,
    private readonly limits: Limits,
    private readonly providers: Providers,
    private readonly site: Site,
  ) {}

  @Get(paths.signIn)
  async form(@Query('naar') to: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(request, reply, { to: localAddress(to), email: '', errors: [] });
  }

  @Post(paths.signIn)
  async ask(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(AskForm, body);
    if (errors.length) return this.page(request, reply, { to: '', email: form.email, errors });
    await this.limits.refuseClient('link-asked', request);
    const [key] = await Promise.all([this.links.mailTo(form.email.trim()), setTimeout(ANSWER_AFTER_MS)]);
    if (key) giveBrowserKey(request, reply, key);
    return void reply.code(303).redirect(paths.signInSent);
  }

  private async page(request: FastifyRequest, reply: FastifyReply, form: { to: string; email: string; errors: readonly { field: string; text: string }[] }): Promise<string> {
    const found = this.pages.hasDemoPages(request) ? await examplePersons(this.site.pool) : [];
    const persons = found.map((row) => ({ ...row, role: roleOf(row.role)?.dutch ?? row.role }));
    const providers = this.providers.all.map(({ name, label }) => ({ href: paths.signInAt(name), text: `Inloggen met ${label}` }));
    return this.pages.show(request, reply, 'sign-in/ask', { title: 'Inloggen', ...form, providers, persons, signInAs: paths.signInAs, withCode: paths.signInCode });
  }
}

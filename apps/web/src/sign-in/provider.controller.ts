import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf, giveAttempt, giveSession, Limits, Providers, Public, sessionToken, Sessions, takeAttempt } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
import { localAddress } from './local-address.ts';
import { RefusedFilter } from './refused.filter.ts';

/** Signing in at an identity provider: away with a button of ours, back with a link that only this browser can use. */
@Public()
@UseFilters(RefusedFilter)
@Controller()
export class ProviderController {
  constructor(
    private readonly pages: Pages,
    private readonly providers: Providers,
    private readonly sessions: Sessions,
    private readonly limits: Limits,
  ) {}

  /**
   * Answers with a page that goes on by itself instead of a redirect: `form-action 'self'` also holds for where a form leads in the end,
   * and a federation sends people on to addresses that nobody can list.
   */
  @Post(paths.signInAt(':provider'))
  @HttpCode(200)
  async leave(@Param('provider') name: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const provider = this.providers.named(name);
    if (!provider) throw new NotFoundException();
    await this.limits.refuseClient('provider-asked', request);
    const { token, url } = await this.providers.begin(provider, localAddress((body as { naar?: unknown } | null)?.naar));
    giveAttempt(request, reply, token);
    void reply.header('refresh', `0; url=${url.href}`);
    return this.pages.show(request, reply, 'sign-in/leaving', { title: `Naar ${provider.label}`, label: provider.label, href: url.href });
  }

  @Get(paths.signInBack(':provider'))
  async comeBack(@Param('provider') name: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const provider = this.providers.named(name);
    if (!provider) throw new NotFoundException();
    const query = request.url.slice(request.url.indexOf('?') + 1);
    const { session, page } = await this.providers.finish(provider, takeAttempt(request, reply), query, clientOf(request));
    const before = sessionToken(request);
    if (before) await this.sessions.close(before);
    giveSession(request, reply, session);
    void reply.code(303).redirect(page || paths.home);
  }
}

import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Providers, Public } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';

/** After signing out here: the door out of the provider. And the provider itself, telling that somebody left. */
@Public()
@Controller()
export class ProviderSignOutController {
  constructor(
    private readonly pages: Pages,
    private readonly providers: Providers,
  ) {}

  @Get(paths.signedOutHere(':provider'))
  async here(@Param('provider') name: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const provider = this.providers.named(name);
    if (!provider) throw new NotFoundException();
    const href = (await provider.signOutUrl())?.href;
    return this.pages.show(request, reply, 'sign-in/signed-out', { title: 'Je bent uitgelogd', label: provider.label, href });
  }

  @Get(paths.signedOut)
  everywhere(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.pages.show(request, reply, 'sign-in/signed-out', { title: 'Je bent uitgelogd', label: '', href: '' });
  }

  /** OpenID Connect Back-Channel Logout: 200 when sessions were ended or there were none, 400 when the message is not right. */
  @Post(paths.providerSignOut(':provider'))
  @HttpCode(200)
  async told(@Param('provider') name: string, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const provider = this.providers.named(name);
    if (!provider) throw new NotFoundException();
    const { logout_token: token } = (body ?? {}) as { logout_token?: unknown };
    const ended = typeof token === 'string' && (await this.providers.endSessions(provider, token).catch(() => false));
    void reply.header('cache-control', 'no-store').code(ended ? 200 : 400).send(ended ? undefined : { error: 'invalid_request' });
  }
}

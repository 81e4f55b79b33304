import { Controller, Get, GoneException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf, giveSession, InvitationLinks, Limits, Public, rolesInWords, sessionToken, Sessions } from '#people';
import { paths } from '#policy';
import { PageWithErrors } from '../pages/page-with-errors.ts';
import { Pages } from '../pages/pages.ts';

/** Following an invitation. Opening the page uses nothing up: scanners of mail open links too. */
@Public()
@Controller(paths.invitation(':token'))
export class InvitationController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly links: InvitationLinks,
    private readonly limits: Limits,
  ) {}

  @Get()
  async read(@Param('token') link: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('referrer-policy', 'strict-origin');
    const found = await this.links.find(link);
    if (!found) {
      await this.limits.refuseClient('link-failed', request);
      throw new GoneException();
    }
    const page = { ...found, title: 'Welkom bij Overstap', roles: rolesInWords(found.roles), ask: askInWords(found.ask), isOpen: found.state === 'open', signIn: paths.signIn };
    return this.pages.show(request, reply, 'invitation/welcome', page);
  }

  @Post()
  async begin(@Param('token') link: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = await this.sessions.openByInvitation(link, clientOf(request));
    if (!token) {
      throw new PageWithErrors(await this.read(link, request, reply), 410);
    }
    const before = sessionToken(request);
    if (before) await this.sessions.close(before);
    giveSession(request, reply, token);
    void reply.code(303).redirect(paths.home);
  }
}

const either = new Intl.ListFormat('nl', { type: 'disjunction' });

/** Names to turn to; a way to say so when there are none. */
export const askInWords = (names: readonly string[]): string => (names.length ? either.format(names) : 'de beheerder van de regio');

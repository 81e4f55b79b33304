import { Controller, Get, GoneException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf, InvitationLinks, Limits, Public, Sessions } from '#people';
import { paths } from '#policy';
import { PageWithErrors } from '../pages/page-with-errors.ts';
import { Pages } from '../pages/pages.ts';
import { askInWords } from './invitation.controller.ts';
import { enter } from './enter.ts';

/** Following the link of the mail. Opening the page uses nothing up: scanners of mail open links too. */
@Public()
@Controller(paths.signInLink(':token'))
export class LinkController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly limits: Limits,
    private readonly invitations: InvitationLinks,
  ) {}

  @Get()
  confirm(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.header('referrer-policy', 'no-referrer');
    return this.pages.show(request, reply, 'sign-in/link', { title: 'Inloggen bij Overstap' });
  }

  @Post()
  async use(@Param('token') link: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = await this.sessions.openByLink(link, clientOf(request));
    if (!token) {
      const closed = await this.invitations.whyClosed(link);
      if (closed) throw new PageWithErrors(this.pages.show(request, reply, 'sign-in/closed', { ...closed, title: 'Je account is dicht', ask: askInWords(closed.ask) }), 403);
      await this.limits.refuseClient('link-failed', request);
      throw new GoneException();
    }
    await enter(this.sessions, token, request, reply);
  }
}

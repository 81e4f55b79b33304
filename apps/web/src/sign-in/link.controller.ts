import { Body, Controller, Get, GoneException, Param, Post, Req, Res } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf, HandedCodes, InvitationLinks, Limits, Public, Sessions, SignInLinks } from '#people';
import { paths } from '#policy';
import { PageWithErrors } from '../pages/page-with-errors.ts';
import type { FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { askInWords } from './invitation.controller.ts';
import { enter } from './enter.ts';

class LinkForm {
  @IsOptional()
  @IsString()
  code?: string;
}

const WRONG = { field: 'code', text: 'Deze code klopt niet. Na vijf keer is een nieuwe code nodig.' };

/** Following the link of the mail. Opening the page uses nothing up: scanners of mail open links too. */
@Public()
@Controller(paths.signInLink(':token'))
export class LinkController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly links: SignInLinks,
    private readonly codes: HandedCodes,
    private readonly limits: Limits,
    private readonly invitations: InvitationLinks,
  ) {}

  @Get()
  async confirm(@Param('token') link: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(request, reply, await this.links.asksCode(link), []);
  }

  @Post()
  async use(@Param('token') link: string, @Body() { code = '' }: LinkForm, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const asks = await this.links.asksCode(link);
    const isTyped = asks === 'must' || (asks === 'may' && code.trim() !== '');
    if (isTyped && !(await this.links.acceptGuardian(link, this.codes.hash(code)))) return this.page(request, reply, asks, [WRONG]);
    const token = await this.sessions.openByLink(link, clientOf(request));
    if (!token) {
      const closed = await this.invitations.whyClosed(link);
      if (closed) throw new PageWithErrors(this.pages.show(request, reply, 'sign-in/closed', { ...closed, title: 'Je account is dicht', ask: askInWords(closed.ask) }), 403);
      await this.limits.refuseClient('link-failed', request);
      throw new GoneException();
    }
    return enter(this.sessions, token, request, reply);
  }

  private page(request: FastifyRequest, reply: FastifyReply, asks: 'no' | 'may' | 'must', errors: readonly FormError[]): string {
    void reply.header('referrer-policy', 'strict-origin');
    return this.pages.show(request, reply, 'sign-in/link', { title: 'Inloggen bij Overstap', asks, errors });
  }
}

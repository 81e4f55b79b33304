import { Body, Controller, Get, GoneException, Param, Post, Req, Res } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf, giveSession, HandedCodes, Limits, Public, Sessions, sessionToken } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
import type { FormError } from '../pages/forms.ts';

class CodeForm {
  @IsOptional()
  @IsString()
  code?: string;
}

const WRONG = { field: 'code', text: 'Deze code klopt niet. Na vijf keer is een nieuwe code nodig: vraag die aan uw kind.' };

/** The link in the mail that asks a parent. It opens nothing without the code, which never stands in a mail. */
@Public()
@Controller(paths.guardianAsked(':token'))
export class ConsentLinkController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly codes: HandedCodes,
    private readonly limits: Limits,
  ) {}

  @Get()
  async show(@Param('token') link: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(await this.sessions.knowsRequest(link), request, reply);
  }

  @Post()
  async enter(@Param('token') link: string, @Body() { code = '' }: CodeForm, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const token = await this.sessions.openByRequest(link, this.codes.hash(code), clientOf(request));
    if (!token) {
      await this.limits.refuseClient('code-failed', request);
      return this.page(await this.sessions.knowsRequest(link), request, reply, [WRONG]);
    }
    const before = sessionToken(request);
    if (before) await this.sessions.close(before);
    giveSession(request, reply, token);
    return void reply.code(303).redirect(paths.guardianConsent);
  }

  private page(isKnown: boolean, request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[] = []): string {
    if (!isKnown) throw new GoneException();
    void reply.header('referrer-policy', 'strict-origin');
    return this.pages.show(request, reply, 'consent/code', { title: 'Uw kind vraagt uw akkoord', section: 'Ouder of verzorger', errors });
  }
}

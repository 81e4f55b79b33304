import { Body, Controller, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { IsOptional, IsString, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf, giveSession, Public, sessionToken, Sessions } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
import { localAddress } from './local-address.ts';

class ExampleForm {
  @IsUUID()
  member: string;

  @IsOptional()
  @IsString()
  naar?: string;
}

/** One click per person of the example region; not found anywhere else. */
@Public()
@Controller(paths.signInAs)
export class ExampleSignInController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
  ) {}

  @Post()
  async become(@Body() { member, naar }: ExampleForm, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = this.pages.hasDemoPages(request) ? await this.sessions.openExample(member, clientOf(request)) : undefined;
    if (!token) throw new NotFoundException();
    const before = sessionToken(request);
    if (before) await this.sessions.close(before);
    giveSession(request, reply, token);
    void reply.code(303).redirect(localAddress(naar) || paths.home);
  }
}

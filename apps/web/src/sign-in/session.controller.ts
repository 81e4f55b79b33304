import { Controller, Get, Header, HttpCode, HttpStatus, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LooksOn, Public, sessionToken, Sessions, SignedIn } from '#people';
import { paths } from '#policy';

/** How long this session still lasts, for the warning on the page; all tabs of a browser hear the same. */
@Controller()
export class SessionController {
  constructor(private readonly sessions: Sessions) {}

  @Public()
  @LooksOn()
  @Get(paths.session)
  @Header('cache-control', 'no-store')
  async left(@Req() request: FastifyRequest): Promise<{ seconds: number }> {
    const token = sessionToken(request);
    return { seconds: token ? await this.sessions.secondsLeft(token) : 0 };
  }

  @SignedIn()
  @Post(paths.sessionExtend)
  @HttpCode(HttpStatus.NO_CONTENT)
  async extend(@Req() request: FastifyRequest): Promise<void> {
    await this.sessions.extend(sessionToken(request) ?? '');
  }
}

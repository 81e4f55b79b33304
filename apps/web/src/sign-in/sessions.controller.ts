import { Body, Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { IsOptional, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf, OwnSessions, placeOf, sessionToken, SignedIn, takeSession, type OpenSession } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { shownMoment } from '../pages/moment.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

class SignOutForm {
  @IsOptional()
  @IsUUID()
  sessie?: string;
}

/** Where am I signed in, sign out there, sign out everywhere. */
@SignedIn()
@Controller()
export class SessionsController {
  constructor(
    private readonly pages: Pages,
    private readonly own: OwnSessions,
    private readonly site: Site,
  ) {}

  @Get(paths.sessions)
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const found = await this.own.all(sessionToken(request) ?? '');
    const page = { title: 'Waar ben je ingelogd?', sessions: found.map((row) => this.shown(row)), signOut: paths.sessionsSignOut, account: paths.account };
    return this.pages.show(request, reply, 'sessions', page);
  }

  /** Of one session, or of all when none is named. */
  @Post(paths.sessionsSignOut)
  async signOut(@Body() { sessie }: SignOutForm, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const closed = await this.own.close(sessionToken(request) ?? '', sessie);
    if (!closed) throw new NotFoundException();
    if (!sessie) takeSession(request, reply);
    leaveMessage(request, reply, sessie ? 'signed-out-there' : 'signed-out-everywhere');
    void reply.code(303).redirect(sessie ? paths.sessions : paths.signIn);
  }

  private shown({ handle, own, agent, address, since, used }: OpenSession) {
    const at = (moment: Date) => shownMoment(this.site.clock, moment);
    return { handle, own, device: deviceOf(agent), place: placeOf(address), since: at(since), used: at(used) };
  }
}

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, BeforeSecondFactor, giveSession, mayDo, Providers, sessionToken, Sessions, SignedIn, takeSession, type Visitor } from '#people';
import { paths, roleOf, roleWord } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { Parking } from '../parked/parking.ts';
import { Pages } from '../pages/pages.ts';

/** Drafts; pages are kept nowhere, and the cookies we take ourselves. */
const CLEARED = '"storage"';

class SwitchForm {
  @IsUUID()
  member: string;
}

/** One's own account: who am I here, work as somebody else I also am, sign out. */
@SignedIn()
@Controller()
export class AccountController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly providers: Providers,
    private readonly parking: Parking,
  ) {}

  @Get(paths.account)
  async show(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const found = await this.sessions.memberships(sessionToken(request) ?? '');
    const memberships = found.map((row) => ({ ...row, role: roleWord(row.role, row.organisationKind), current: row.memberId === visitor.memberId }));
    const role = roleOf(visitor.role);
    return this.pages.show(request, reply, 'account', { title: 'Mijn account', visitor, role: roleWord(visitor.role, visitor.organisationKind), why: role?.because ?? '', memberships, signOut: paths.signOut, sessions: paths.sessions, mail: paths.mailSettings, secondStep: visitor.leaverId || visitor.role === 'guardian' ? undefined : paths.ownSecondStep, ...ownPages(visitor), keys: mayDo(visitor, 'key:make') ? paths.keys : undefined });
  }

  @Post(paths.account)
  async switch(@Body() { member }: SwitchForm, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = await this.sessions.switchTo(sessionToken(request) ?? '', member);
    if (token) giveSession(request, reply, token);
    void reply.code(303).redirect(paths.home);
  }

  @BeforeSecondFactor()
  @Post(paths.signOut)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = sessionToken(request) ?? '';
    const provider = await this.providers.of(token);
    await this.sessions.close(token);
    takeSession(request, reply);
    await this.parking.forget(request, reply);
    void reply.header('clear-site-data', CLEARED);
    if (provider) return void reply.code(303).redirect(paths.signedOutHere(provider.name));
    leaveMessage(request, reply, 'signed-out');
    void reply.code(303).redirect(paths.home);
  }
}

/** What a student arranges alone. */
const ownPages = ({ role }: Visitor): object => (role === 'student' ? { ownAddress: paths.ownAddress, ownGuardians: paths.ownGuardians } : {});

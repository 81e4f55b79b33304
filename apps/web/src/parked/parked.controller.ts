import { Controller, Get, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Asking, giveSession, ParkedForms, sessionToken, Sessions, SignedIn, type ParkedForm, type Visitor } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
import { Parking } from './parking.ts';
import { askToShowAgain } from './shown-again.ts';

/** After signing in again: the page on which somebody typed, as it was sent. Nothing is saved before they press the button. */
@SignedIn()
@Controller(paths.goOn)
export class ParkedController {
  constructor(
    private readonly parking: Parking,
    private readonly forms: ParkedForms,
    private readonly sessions: Sessions,
    private readonly pages: Pages,
    private readonly adapter: HttpAdapterHost,
  ) {}

  @Get()
  async show(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const session = sessionToken(request) ?? '';
    const found = await this.forms.open(session, this.parking.tokenOf(request) ?? '');
    if (!found) return this.nothing(request, reply);
    if (found.membership !== visitor.memberId) return this.inRole(session, found.membership, request, reply);
    this.parking.seen(request, reply);
    const html = await this.pageOf(found.form, request);
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    return html ?? this.pages.show(request, reply, 'kept-text', { title: 'Je tekst staat er nog', texts: textsOf(found.form) });
  }

  private async nothing(request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
    await this.parking.forget(request, reply);
    return void reply.code(303).redirect(paths.home);
  }

  /** Back in the role in which it was typed, if that still holds. */
  private async inRole(session: string, membership: string, request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
    const token = await this.sessions.switchTo(session, membership);
    if (!token) return this.nothing(request, reply);
    giveSession(request, reply, token);
    return void reply.code(303).redirect(paths.goOn);
  }

  /** Asks this site itself, as the same visitor, to make the page again with what was typed; undefined when that page is gone. */
  private async pageOf({ address, body }: ParkedForm, request: FastifyRequest): Promise<string | undefined> {
    const server = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    const { 'accept-encoding': _, 'content-length': __, ...headers } = request.headers;
    const own = { ...headers, ...askToShowAgain, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await server.inject({ method: 'POST', url: address, headers: own, payload: written(body), remoteAddress: request.socket.remoteAddress });
    return answer.statusCode === 422 ? answer.payload : undefined;
  }
}

/** As a browser writes it. */
function written(body: ParkedForm['body']): string {
  const pairs = Object.entries(body).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)]));
  return new URLSearchParams(pairs).toString();
}

const CODE = /^[\da-f]{8}-[\da-f-]{27}|^[a-z]+([.-][a-z]+)+$/;

/** What somebody may want to copy: words, not choices. */
const textsOf = ({ body }: ParkedForm): string[] =>
  Object.values(body).filter((value): value is string => typeof value === 'string' && value.trim() !== '' && !CODE.test(value));

import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ParkedForms, sessionToken } from '#people';
import { keepsText } from './keeps-text.ts';

const SEEN = '.gezien';
const SECONDS = 30 * 60;

const nameFor = (request: FastifyRequest): string => (request.isOverHttps ? '__Host-overstap-tekst' : 'overstap-tekst');
const isForm = ({ headers }: FastifyRequest): boolean => String(headers['content-type']).startsWith('application/x-www-form-urlencoded');

/** The cookie that leads a browser back to what was typed on it. */
@Injectable()
export class Parking {
  constructor(private readonly forms: ParkedForms) {}

  /** Keeps what was sent, when it is text of a session that ended by itself; says whether it did. */
  async keep(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const session = sessionToken(request);
    if (!session || !keepsText(request) || !isForm(request)) return false;
    const token = await this.forms.keep(session, { address: request.url, body: { ...(request.body as object) } });
    if (token) this.give(request, reply, token);
    return Boolean(token);
  }

  tokenOf(request: FastifyRequest): string | undefined {
    return request.cookies[nameFor(request)]?.replace(SEEN, '');
  }

  /** Something was kept that its writer has not seen again yet. */
  isWaiting(request: FastifyRequest): boolean {
    return request.cookies[nameFor(request)]?.endsWith(SEEN) === false;
  }

  /** From now on the start page leads to work again; the text stays until it is saved. */
  seen(request: FastifyRequest, reply: FastifyReply): void {
    this.give(request, reply, `${this.tokenOf(request)}${SEEN}`);
  }

  async forget(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = this.tokenOf(request);
    if (!token) return;
    await this.forms.forget(token);
    void reply.clearCookie(nameFor(request), { path: '/', secure: request.isOverHttps });
  }

  private give(request: FastifyRequest, reply: FastifyReply, value: string): void {
    void reply.setCookie(nameFor(request), value, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: SECONDS, secure: request.isOverHttps });
  }
}

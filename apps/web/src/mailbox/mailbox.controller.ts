import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#people';
import { paths } from '#policy';
import { Mailbox, type ReceivedMail } from '#platform';
import { Pages } from '../pages/pages.ts';
import { momentOf, withLinks } from './mail-text.ts';

const ON_A_PAGE = 50;
/** The layout of a mail is its own: it gets no script, no picture, no form and no cookie of ours. */
const MAIL_ONLY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-top-navigation-by-user-activation";

/** The mails that went nowhere, to read without a mail program; only beside the example region and on this machine. */
@Public()
@Controller(paths.mailbox)
export class MailboxController {
  constructor(
    private readonly pages: Pages,
    private readonly mailbox: Mailbox,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('aan') typed: unknown,
    @Query('pagina') asked: unknown,
  ): Promise<string> {
    this.refuseElsewhere(request);
    const to = typeof typed === 'string' ? typed.trim() : '';
    const all = await this.mailbox.list();
    const found = all.filter((mail) => mail.to.toLowerCase().includes(to.toLowerCase()));
    const number = Math.max(1, Math.min(Number(asked) || 1, Math.ceil(found.length / ON_A_PAGE)));
    const mails = found.slice((number - 1) * ON_A_PAGE, number * ON_A_PAGE).map((mail) => ({ ...headOf(mail), href: paths.receivedMail(mail.id) }));
    const page = { title: 'Postvak', to, count: found.length, isEmpty: !all.length, mails, pages: browse(to, number, found.length) };
    return this.pages.show(request, reply, 'mailbox/list', page);
  }

  @Get(':id')
  async show(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<string> {
    const mail = await this.find(request, id);
    const page = { title: mail.subject || 'Mail', mail: headOf(mail), lines: withLinks(mail.text), layoutHref: mail.html && paths.receivedMailLayout(id) };
    return this.pages.show(request, reply, 'mailbox/mail', { ...page, back: paths.mailbox });
  }

  @Get(':id/opmaak')
  async showLayout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<string> {
    const { html } = await this.find(request, id);
    if (!html) throw new NotFoundException();
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('content-security-policy', MAIL_ONLY);
    return html;
  }

  private async find(request: FastifyRequest, id: string): Promise<ReceivedMail> {
    this.refuseElsewhere(request);
    const mail = await this.mailbox.find(id);
    if (!mail) throw new NotFoundException();
    return mail;
  }

  private refuseElsewhere(request: FastifyRequest): void {
    if (!this.pages.hasDemoPages(request)) throw new NotFoundException();
  }
}

const headOf = ({ to, from, subject, date }: ReceivedMail) => ({ to, from, subject: subject || '(zonder onderwerp)', ...momentOf(date) });

function browse(to: string, number: number, count: number): { previous?: string; next?: string; text?: string } {
  const last = Math.ceil(count / ON_A_PAGE);
  if (last <= 1) return {};
  const hrefOf = (page: number): string => `${paths.mailbox}?${new URLSearchParams({ aan: to, pagina: String(page) }).toString()}`;
  const previous = number > 1 ? hrefOf(number - 1) : undefined;
  const next = number < last ? hrefOf(number + 1) : undefined;
  return { previous, next, text: `Pagina ${number} van ${last}` };
}

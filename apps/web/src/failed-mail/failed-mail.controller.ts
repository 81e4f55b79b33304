import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failedMails } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { failedMailPage } from './failed-mail-page.ts';

/** Mail that could not be delivered, for whoever can do something about the address. */
@Controller()
export class FailedMailController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @May('mail:failed')
  @Get(paths.failedMail)
  async list(@Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.pages.show(request, reply, 'failed-mail/list', failedMailPage(await failedMails(this.site.tx, actor)));
  }
}

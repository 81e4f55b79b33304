import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Agreements, type Done } from '#alerts';
import { Asking, May, ReadingLog, type Visitor } from '#people';
import { addDays } from '#platform';
import { paths } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { agreementsPage } from './agreements-page.ts';

const DONE_DAYS = 14;

/** What somebody agreed to do at a table, and ticking it off from wherever it is shown. */
@Controller()
export class AgreementsController {
  private readonly agreements: Agreements;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {
    this.agreements = new Agreements(site.tx, site.clock);
  }

  @May('agreement:see')
  @Get(paths.agreements)
  async list(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const today = this.site.clock.today();
    const mine = await this.agreements.mine(visitor.actor, addDays(today, -DONE_DAYS));
    const leavers = [...new Set(mine.map(({ leaver }) => leaver))];
    if (leavers.length) await this.log.note(visitor, request.ip, { what: 'agreements-opened', rows: mine.length, leavers });
    return this.pages.show(request, reply, 'table/agreements', agreementsPage(mine, today));
  }

  @May('agreement:see')
  @Post(paths.agreementDone(':id'))
  async done(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    return after(await this.agreements.finish(visitor, id), 'agreement-done', request, reply);
  }

  @May('agreement:see')
  @Post(paths.agreementOpen(':id'))
  async reopen(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    return after(await this.agreements.reopen(visitor, id), 'agreement-open', request, reply);
  }

  @May('table:run')
  @Post(paths.agreementRemove(':id'))
  async remove(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    return after(await this.agreements.remove(visitor, id), 'agreement-removed', request, reply);
  }
}

function after(done: Done, message: Message, request: FastifyRequest, reply: FastifyReply): undefined {
  if (done === 'gone') throw new NotFoundException();
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(cameFrom(request));
}

/** The page where it was pressed, when that is one of ours. */
function cameFrom({ headers: { referer = '', host = '' } }: FastifyRequest): string {
  const [, from = ''] = referer.split(`//${host}`);
  return [paths.tablePlace(''), `${paths.leavers}/`].some((start) => from.startsWith(start) && /^[\w/-]+$/.test(from)) ? from : paths.agreements;
}

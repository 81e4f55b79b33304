import { Controller, Get, NotFoundException, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadAlong, Sharing } from '#dossiers';
import { Asking, May, readersOfMe, type Visitor } from '#people';
import { ageOn } from '#platform';
import { paths } from '#policy';
import { ownTransfer } from '#transfers';
import { whoMayRead } from '../passport/readers-now.ts';
import { Pages } from '../pages/pages.ts';
import { refusedBy, sharedWith } from '../sharing/done-page.ts';
import { Site } from '../site.ts';
import { READERS_A_PAGE, readersPage } from './readers-page.ts';

/** The log of reading, for the student whom it is about. */
@Controller(paths.readersOfMe)
export class ReadersController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @May('own-readers:see')
  @Get()
  async see(@Query('blad') asked: unknown, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const page = Math.min(Math.max(1, Math.trunc(Number(asked)) || 1), 1000);
    const [transfer, seen, sharing, atSchool] = await Promise.all([
      ownTransfer(this.site.tx, actor),
      readersOfMe(this.site.tx, actor, READERS_A_PAGE, (page - 1) * READERS_A_PAGE),
      new Sharing(this.site.tx, this.site.clock).now(actor),
      new ReadAlong(this.site.tx, this.site.clock).readers(actor),
    ]);
    if (!transfer) throw new NotFoundException();
    const age = ageOn(transfer.facts.birthDate, this.site.clock.today());
    return this.pages.show(request, reply, 'students/readers', { ...readersPage(transfer, { ...seen, page, age }), shared: sharedWith(sharing), refused: refusedBy(sharing), over: sharing.over, asksAgain: sharing.asksAgain, check: paths.passportCheck, rights: paths.ownRights, atSchool: whoMayRead(atSchool), openTo: paths.openedToMentor });
  }
}

import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { intakeList } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { rememberSearch } from '#transfers';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { intakeListPage } from './list-page.ts';
import { filterOf, IntakeFindForm, IntakeQuery, listAddress } from './list-query.ts';

const PAGE_SIZE = 50;

/** The work list of who talks with applicants. */
@Controller()
@May('intake:list')
export class IntakeListController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @Get(paths.intake)
  async list(@Query() query: IntakeQuery, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const today = this.site.clock.today();
    const from = (Number(query.blad ?? 1) - 1) * PAGE_SIZE;
    const list = await intakeList(this.site.tx, visitor.actor, filterOf(query), { clock: this.site.clock, size: PAGE_SIZE, from });
    return this.pages.show(request, reply, 'intake/list', intakeListPage(list, { college: visitor.organisation, query, today, pageSize: PAGE_SIZE }));
  }

  /** A name goes in the body; the address that answers holds a token for it. */
  @Post(paths.intakeFind)
  async find(@Body() form: IntakeFindForm, @Asking() visitor: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const typed = form.naam;
    const zoek = typed && (await this.site.tx.run(visitor.actor, (sql) => rememberSearch(sql, typed, this.site.clock.today())));
    void reply.code(303).redirect(listAddress(form, { zoek: zoek || undefined }));
  }
}

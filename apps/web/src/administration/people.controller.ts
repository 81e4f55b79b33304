import { Body, Controller, Get, NotFoundException, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, May, mayDo, peopleList, type Visitor } from '#people';
import { paths } from '#policy';
import { rememberSearch } from '#transfers';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { administrationPage } from './administration-page.ts';
import { peoplePage, SHEET } from './people-page.ts';
import { filterOf, FindPeopleForm, peopleAddress, PeopleQuery } from './people-query.ts';

/** Where looking after an organisation begins, and who works there. */
@Controller()
export class PeopleController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @May('people:see')
  @Get(paths.administration)
  async begin(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { counts } = await this.list(visitor, {});
    const page = administrationPage(counts, { visitor, may: (act) => mayDo(visitor, act) });
    return this.pages.show(request, reply, 'administration/begin', page);
  }

  @May('people:see')
  @Get(paths.people)
  async people(@Query() query: PeopleQuery, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const list = await this.list(visitor, query);
    if (query.blad && !list.people.length) throw new NotFoundException();
    return this.pages.show(request, reply, 'administration/people', peoplePage(list, { query, organisation: visitor.organisation, clock: this.site.clock }));
  }

  /** A name goes in the body; the address that answers holds a token for it. */
  @May('people:see')
  @Post(paths.peopleFind)
  async find(@Body() form: FindPeopleForm, @Asking() visitor: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const typed = form.naam;
    const zoek = typed && (await this.site.tx.run(visitor.actor, (sql) => rememberSearch(sql, typed, this.site.clock.today())));
    void reply.code(303).redirect(peopleAddress(form, { zoek: zoek || undefined }));
  }

  private list({ actor }: Visitor, query: PeopleQuery) {
    const { tx, clock } = this.site;
    return peopleList(tx, actor, filterOf(query), { size: SHEET, from: (Number(query.blad ?? 1) - 1) * SHEET, today: clock.today(), now: clock.now() });
  }
}

import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { movedDays } from '#dossiers';
import { Asking, ForPrograms, May, ReadingLog, type Visitor } from '#people';
import { paths } from '#policy';
import { leaverList, rememberSearch, schoolQuestions, type SchoolQuestions } from '#transfers';
import { Pages } from '../pages/pages.ts';
import { leaversAnswer } from '../programs/answers.ts';
import { Site } from '../site.ts';
import { listPage } from './list-page.ts';
import { filterOf, FindForm, listAddress, ListQuery } from './list-query.ts';

const PAGE_SIZE = 50;
/** A class is one page, whatever its size. */
const WHOLE_CLASS = 500;

/** The work list of a mentor or a school. */
@Controller()
export class LeaverListController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {}

  @May('leaver:list')
  @ForPrograms()
  @Get(paths.leavers)
  async list(@Query() query: ListQuery, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | object> {
    const pageSize = visitor.role === 'mentor' ? WHOLE_CLASS : PAGE_SIZE;
    const from = (Number(query.blad ?? 1) - 1) * pageSize;
    const [list, questions] = await Promise.all([
      leaverList(this.site.tx, visitor.actor, filterOf(query), { size: pageSize, from }, { day: this.site.clock.today(), moved: movedDays(this.site.clock) }),
      this.questions(visitor),
    ]);
    if (request.isProgram) {
      await this.log.note(visitor, request.ip, { what: 'leavers-fetched', way: 'api', leavers: list.rows.map(({ id }) => id) });
      return leaversAnswer(list, Number(query.blad ?? 1), pageSize);
    }
    const page = listPage(list, questions, { visitor, query, today: this.site.clock.today(), pageSize });
    return this.pages.show(request, reply, 'leavers/list', page);
  }

  /** A name goes in the body; the address that answers holds a token for it, so that going back works and no log has the name. */
  @May('leaver:list')
  @Post(paths.leaversFind)
  async find(@Body() form: FindForm, @Asking() visitor: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const typed = form.naam;
    const zoek = typed && (await this.site.tx.run(visitor.actor, (sql) => rememberSearch(sql, typed, this.site.clock.today())));
    void reply.code(303).redirect(listAddress(form, { zoek: zoek || undefined }));
  }

  private async questions({ role, actor }: Visitor): Promise<SchoolQuestions> {
    return role === 'mentor' ? { missing: [], doubles: [] } : schoolQuestions(this.site.tx, actor);
  }
}

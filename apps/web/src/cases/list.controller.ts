import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { caseList, caseViews, CASES_A_PAGE } from '#alerts';
import { Asking, ForPrograms, May, ReadingLog, type Visitor } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
import { casesAnswer } from '../programs/answers.ts';
import { Site } from '../site.ts';
import { listPage, WORDS, type Asked } from './list-page.ts';

/** Who did not start: the work list of leerplicht and Doorstroompunt. */
@May('case:list')
@Controller(paths.cases)
export class CaseListController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {}

  @ForPrograms()
  @Get()
  async list(@Query() query: Record<string, unknown>, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | object> {
    const asked = askedBy(query);
    const today = this.site.clock.today();
    const list = await caseList(this.site.tx, visitor.actor, { ...asked, today, offset: (asked.sheet - 1) * CASES_A_PAGE });
    if (request.isProgram) {
      await this.log.note(visitor, request.ip, { what: 'cases-fetched', way: 'api', cases: list.rows.map(({ id }) => id) });
      return casesAnswer(list, asked.sheet, CASES_A_PAGE);
    }
    return this.pages.show(request, reply, 'cases/list', listPage(list, asked, { today, visitor }));
  }
}

/** What the address asks for; words that mean nothing are left out. */
function askedBy({ toon, gemeente, mbo, opleiding, blad }: Record<string, unknown>): Asked {
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value && !value.includes('\0') ? value : undefined);
  const view = caseViews.find((code) => WORDS[code] === toon) ?? 'open';
  const sheet = typeof blad === 'string' && /^[1-9]\d{0,4}$/.test(blad) ? Number(blad) : 1;
  return { view, sheet, municipality: text(gemeente), college: text(mbo), programme: text(opleiding) };
}

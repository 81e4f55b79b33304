import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { caseList, caseViews, CASES_A_PAGE, type CaseView } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { listPage } from './list-page.ts';

const WORDS: Readonly<Record<CaseView, string>> = { open: 'open', mine: 'van-mij', late: 'te-laat', closed: 'klaar', information: 'ter-informatie' };

/** Who did not start: the work list of leerplicht and Doorstroompunt. */
@May('case:list')
@Controller(paths.cases)
export class CaseListController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @Get()
  async list(@Query() asked: Record<string, unknown>, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const view = caseViews.find((code) => WORDS[code] === asked.toon) ?? 'open';
    const municipality = typeof asked.gemeente === 'string' ? asked.gemeente : '';
    const sheet = typeof asked.blad === 'string' && /^[1-9]\d{0,4}$/.test(asked.blad) ? Number(asked.blad) : 1;
    const today = this.site.clock.today();
    const found = await caseList(this.site.tx, visitor.actor, { view, municipality, today, offset: (sheet - 1) * CASES_A_PAGE });
    const href = (to: CaseView, page = 1): string => addressOf({ toon: WORDS[to], gemeente: municipality, blad: page });
    return this.pages.show(request, reply, 'cases/list', listPage(found, { view, municipality, sheet, today, visitor, href }));
  }
}

function addressOf({ toon, gemeente, blad }: { toon: string; gemeente: string; blad: number }): string {
  const query = new URLSearchParams();
  if (toon !== 'open') query.set('toon', toon);
  if (gemeente) query.set('gemeente', gemeente);
  if (blad > 1) query.set('blad', String(blad));
  return query.size ? `${paths.cases}?${query.toString()}` : paths.cases;
}

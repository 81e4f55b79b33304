import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { outcomeReport, type OutcomeReport } from '#alerts';
import { Asking, May, mayDo, type Visitor } from '#people';
import { paths, schoolYearOf } from '#policy';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { reportLines, reportPage, yearsUntil } from './report-page.ts';

/** The yearly outcome report of a region, to read and to take along. */
@Controller()
export class ReportController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @May('outcome-report:see')
  @Get(paths.outcomeReport)
  async see(@Query() query: { schooljaar?: unknown }, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const schoolYear = this.asked(query);
    const view = { schoolYear, years: this.years(), region: visitor.organisation, mayTakeExact: mayDo(visitor, 'outcome-report:exact') };
    return this.pages.show(request, reply, 'report/outcomes', reportPage(await this.report(visitor, schoolYear, false), view));
  }

  @May('outcome-report:see')
  @Get(paths.outcomeReportFile)
  async take(@Query() query: { schooljaar?: unknown }, @Asking() visitor: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.file(query, visitor, reply, { isExact: false, name: 'rapportage' });
  }

  @May('outcome-report:exact')
  @Get(paths.outcomeReportExact)
  async takeExact(@Query() query: { schooljaar?: unknown }, @Asking() visitor: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.file(query, visitor, reply, { isExact: true, name: 'effectrapportage' });
  }

  private async file(query: { schooljaar?: unknown }, visitor: Visitor, reply: FastifyReply, { isExact, name }: { isExact: boolean; name: string }): Promise<string> {
    const schoolYear = this.asked(query);
    const lines = reportLines(await this.report(visitor, schoolYear, isExact), schoolYear);
    void reply.type('text/csv; charset=utf-8').header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${name}-${schoolYear}.csv"`);
    return `\uFEFF${lines}`;
  }

  private report({ actor }: Visitor, schoolYear: string, isExact: boolean): Promise<OutcomeReport> {
    return outcomeReport(this.site.tx, actor, { schoolYear, isExact });
  }

  private years = (): string[] => yearsUntil(schoolYearOf(this.site.clock.today()));

  /** The year of the address when it is one of the list, else this one. */
  private asked({ schooljaar }: { schooljaar?: unknown }): string {
    const [now = '', ...earlier] = this.years();
    return earlier.find((year) => year === schooljaar) ?? now;
  }
}

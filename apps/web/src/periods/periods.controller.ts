import { Body, Controller, Get, HttpCode, NotFoundException, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, Limits, May, type Visitor } from '#people';
import { calendarFaults, calendarOf, endYear, holidayRegions, paths, schoolYearOf, usualCalendar, type HolidayRegion } from '#policy';
import { RegionCalendar, type CalendarOfRegion, type Proposal } from '#transfers';
import { leaveMessage } from '../pages/flash.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { isShownAgain } from '../parked/shown-again.ts';
import { Site } from '../site.ts';
import { confirmPage } from './confirm-page.ts';
import { errorsFor } from './period-errors.ts';
import { linesOf, proposalOf, schoolYears, typedOf, valuesOf, type Typed } from './period-form.ts';
import { holidaysPage, periodsPage, type PeriodsView } from './periods-page.ts';

/** The calendar of a region: see it, change it after seeing what that does, put it back. */
@May('calendar:manage')
@Controller()
export class PeriodsController {
  private readonly calendar: RegionCalendar;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly limits: Limits,
  ) {
    this.calendar = new RegionCalendar(site.tx, site.clock);
  }

  /** Also where its forms are sent, for who opens such an address again. */
  @Get([paths.periods, paths.periodsCheck, paths.periodsSave])
  async see(@Query('schooljaar') year: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { found, view } = await this.find(year, visitor);
    return this.pages.show(request, reply, 'periods/periods', periodsPage(found, view));
  }

  @Get(paths.periodHolidays)
  async holidays(@Query('schooljaar') year: unknown, @Query('regio') region: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { found, view } = await this.find(year, visitor);
    return this.pages.show(request, reply, 'periods/holidays', holidaysPage(found, regionOf(region) ?? 'noord', view));
  }

  @KeepsText()
  @HttpCode(200)
  @Post(paths.periodsCheck)
  async check(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const typed = typedOf(body);
    const { found, view } = await this.find(typed.schooljaar, visitor);
    if (isShownAgain(request)) return this.again(typed, found, { ...view, errors: [{ field: '', text: '' }] }, request, reply);
    const usual = usualCalendar(view.schoolYear);
    const proposal = typed.zet === undefined ? proposalOf(valuesOf(typed, regionOf(typed.regio)), found.values, usual) : linesOf(typed.zet);
    const faults = calendarFaults(view.schoolYear, withProposal(found, proposal, usual));
    if (faults.length) return this.again(typed, found, { ...view, errors: errorsFor(faults) }, request, reply);
    if (!proposal.size) return this.again(typed, found, { ...view, errors: [{ field: 'inhoud', text: 'Er is niets veranderd. Verander een dag of een getal.' }] }, request, reply);
    await this.limits.refuseAccount('calendar-counted', visitor.accountId);
    return this.pages.show(request, reply, 'periods/confirm', confirmPage(found, proposal, await this.calendar.effect(visitor.actor, view.schoolYear, proposal), view.schoolYear));
  }

  @Post(paths.periodsSave)
  async save(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const typed = typedOf(body);
    const { found, view: { schoolYear } } = await this.find(typed.schooljaar, visitor);
    const proposal = linesOf(typed.wijziging);
    const isRight = calendarFaults(schoolYear, withProposal(found, proposal, usualCalendar(schoolYear))).length === 0;
    const written = isRight ? await this.calendar.change(visitor, schoolYear, proposal, linesOf(typed.stond)) : 0;
    leaveMessage(request, reply, written ? 'period-saved' : 'already-done');
    void reply.code(303).redirect(`${paths.periods}?schooljaar=${schoolYear}`);
  }

  private again(typed: Typed, found: CalendarOfRegion, view: PeriodsView, request: FastifyRequest, reply: FastifyReply): string {
    const region = regionOf(typed.regio);
    const shown = { ...view, typed };
    return region
      ? this.pages.show(request, reply, 'periods/holidays', holidaysPage(found, region, shown))
      : this.pages.show(request, reply, 'periods/periods', periodsPage(found, shown));
  }

  private async find(year: unknown, { actor }: Visitor): Promise<{ found: CalendarOfRegion; view: PeriodsView }> {
    const today = this.site.clock.today();
    const schoolYear = year === undefined ? followed(today) : schoolYears(today).find((code) => code === year);
    if (!schoolYear) throw new NotFoundException();
    return { found: await this.calendar.of(actor, schoolYear), view: { schoolYear, today } };
  }
}

const regionOf = (region: unknown): HolidayRegion | undefined => holidayRegions.find(({ code }) => code === region)?.code;

/** The leavers whom a region has in mind: last year's until leaving early no longer counts. */
function followed(today: string): string {
  const [last = '', now = last] = schoolYears(today);
  return today < `${endYear(last)}-${calendarOf(last).earlyLeaverUntil}` ? last : schoolYearOf(today) === now ? now : last;
}

function withProposal({ values }: CalendarOfRegion, proposal: Proposal, usual: ReadonlyMap<string, string>): Map<string, string> {
  const all = new Map(values);
  for (const [field, value] of proposal) {
    const becomes = value ?? usual.get(field);
    if (becomes === undefined) all.delete(field);
    else all.set(field, becomes);
  }
  return all;
}

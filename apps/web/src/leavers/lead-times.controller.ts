import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, May, type Visitor } from '#people';
import { LEAST_MEASURED, paths, turns, turnSteps } from '#policy';
import { leadTimes, type LeadTime } from '#transfers';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

/** How long each step takes at the own school, beside how long it usually takes. */
@Controller(paths.leadTimes)
export class LeadTimesController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @May('lead-time:see')
  @Get()
  async see(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const times = await leadTimes(this.site.tx, visitor.actor, this.site.clock.today());
    const measured = turnSteps.filter(({ measured: counts }) => counts).map((row) => lineOf(row, times));
    return this.pages.show(request, reply, 'leavers/lead-times', { title: 'Waar hangt het?', section: 'Leerlingen', leavers: paths.leavers, organisation: visitor.organisation, least: LEAST_MEASURED, rows: measured, isEmpty: times.length === 0 });
  }
}

function lineOf({ code, who, dutch, norm }: (typeof turnSteps)[number], times: readonly LeadTime[]): object {
  const time = times.find(({ step }) => step === code);
  const unit = norm?.working ? 'werkdagen' : 'dagen';
  return {
    who: turns.find((row) => row.code === who)?.dutch,
    text: dutch,
    usual: norm ? `${norm.days} ${unit}` : '',
    took: time ? `${Math.round(time.days)} ${unit}` : undefined,
    leavers: time?.leavers,
    slow: time !== undefined && norm !== null && time.days > norm.days,
  };
}

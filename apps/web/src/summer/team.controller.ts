import { Body, Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nameSummerTeam, summerCandidates, type Candidate } from '#alerts';
import { Asking, May, mayDo, type Visitor } from '#people';
import { paths, summerRules, tableYearOf } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { TeamForm } from './summer-forms.ts';

/** Who is in the summer team of a school, or of the municipalities of a region. */
@May('summer:team')
@Controller()
export class SummerTeamController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @Get(paths.summerTeam)
  async see(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(visitor, request, reply, []);
  }

  @Post(paths.summerTeam)
  async name(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(TeamForm, body);
    if (errors.length) return this.page(visitor, request, reply, errors);
    const { day, schoolYear } = this.summer();
    if (!(await nameSummerTeam(this.site.tx, visitor.actor, { organisation: form.organisatie, schoolYear, members: form.wie, day }))) throw new NotFoundException();
    leaveMessage(request, reply, 'summer-team-saved');
    void reply.code(303).redirect(paths.summerTeam);
  }

  /** The summer that is now or comes: after its last day the next one. */
  private summer(): { day: string; schoolYear: string } {
    const day = this.site.clock.today();
    const over = day.slice(5) > summerRules.lasts.until;
    return { day, schoolYear: tableYearOf(over ? `${Number(day.slice(0, 4)) + 1}-01-01` : day) };
  }

  private async page(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[]): Promise<string> {
    const { day, schoolYear } = this.summer();
    const rows = await summerCandidates(this.site.tx, visitor.actor, schoolYear, day);
    const page = { title: `Zomerteam ${schoolYear.slice(5)}`, section: 'Beheer', untilOn: `${schoolYear.slice(5)}-${summerRules.lasts.until}`, teams: teamsOf(rows), here: paths.summerTeam, invite: mayDo(visitor, 'people:manage') ? paths.peopleInvite : undefined, list: mayDo(visitor, 'summer:call') ? paths.summer : undefined, administration: paths.administration, errors };
    return this.pages.show(request, reply, 'summer/team', page);
  }
}

function teamsOf(rows: readonly Candidate[]) {
  const organisations = [...new Map(rows.map((row) => [row.organisationId, row.organisation]))];
  return organisations.map(([id, name]) => {
    const people = rows.filter(({ organisationId, memberId }) => organisationId === id && memberId !== null);
    return { id, name, people: people.map(({ memberId, name: person, isNamed }) => ({ code: memberId, text: person, isNamed })), named: people.filter(({ isNamed }) => isNamed).length };
  });
}

import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsString, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SchoolParts, SchoolReports } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths, sections } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { reportPage, sealOf, shownTo } from './report-page.ts';

const mentors = sections.find(({ writer }) => writer === 'mentor')?.code ?? '';
const CHANGED = { field: 'inhoud', text: 'Er is intussen iets veranderd. Kijk het nog een keer na en stuur dan.' };

class ReportForm {
  @IsUUID('all')
  aanmelding = '';

  @IsIn(['stuur', 'terug'])
  doe: 'stuur' | 'terug';

  @IsString()
  gezien = '';
}

/** The mentor sends what the law lets a school hand over, also when the student shares nothing. */
@May('mentor-part:write')
@Controller(paths.leaverReport(':id'))
export class SchoolReportController {
  private readonly reports: SchoolReports;
  private readonly parts: SchoolParts;

  constructor(
    private readonly pages: Pages,
    site: Site,
  ) {
    this.reports = new SchoolReports(site.tx, site.clock);
    this.parts = new SchoolParts(site.tx, site.clock);
  }

  @Reads('mentor-part-opened')
  @Get()
  async show(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, visitor, request, reply);
  }

  @Reads('mentor-part-opened')
  @Post()
  async send(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    if (!(await this.parts.state(visitor.actor, id, mentors))) throw new NotFoundException();
    const { form, errors } = await readForm(ReportForm, body ?? {});
    if (errors.length) return this.page(id, visitor, request, reply, [CHANGED]);
    const to = (await this.reports.of(visitor.actor, id)).find(({ application }) => application === form.aanmelding);
    if (!to) throw new NotFoundException();
    if (form.doe === 'terug') return this.after((await this.reports.takeBack(visitor.actor, to.application)) ? 'report-taken-back' : 'already-done', id, request, reply);
    const shown = shownTo(to);
    if (shown.length && form.gezien !== sealOf(to)) return this.page(id, visitor, request, reply, [CHANGED]);
    return this.after(shown.length && (await this.reports.send(visitor.actor, to.application, shown)) ? 'report-sent' : 'already-done', id, request, reply);
  }

  private after(message: 'report-sent' | 'report-taken-back' | 'already-done', id: string, request: FastifyRequest, reply: FastifyReply): undefined {
    leaveMessage(request, reply, message);
    void reply.code(303).redirect(paths.leaverReport(id));
  }

  private async page(id: string, { actor }: Visitor, request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[] = []): Promise<string> {
    const [open, part, reports] = await Promise.all([this.parts.open(actor, id, mentors), this.parts.state(actor, id, mentors), this.reports.of(actor, id)]);
    if (!open) throw new NotFoundException();
    return this.pages.show(request, reply, 'school-part/report', { ...reportPage(reports, { id, givenName: open.givenName, part }), errors });
  }
}

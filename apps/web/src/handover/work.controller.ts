import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Handovers } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { WorkForm, workSlips } from './work-form.ts';
import { handoverGroups, workPage } from './work-page.ts';

/** The college plans the talk, records it, and looks in October whether what was agreed is done. */
@May('handover:work')
@Controller()
export class HandoverWorkController {
  private readonly handovers: Handovers;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.handovers = new Handovers(site.tx, site.clock);
  }

  @Get(paths.handovers)
  async list(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const today = this.site.clock.today();
    const groups = handoverGroups(await this.handovers.open(visitor), today);
    return this.pages.show(request, reply, 'handover/list', { title: 'Warme overdracht', section: 'Aanmeldingen', back: paths.intake, groups, today });
  }

  @Reads('handover-opened')
  @Get(paths.handover(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const row = await this.handovers.ofApplication(visitor, id);
    if (!row) throw new NotFoundException();
    return this.pages.show(request, reply, 'handover/work', workPage(row, this.site.clock.today()));
  }

  @Reads('handover-opened')
  @KeepsText()
  @Post(paths.handover(':id'))
  async work(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const row = await this.handovers.ofApplication(visitor, id);
    if (!row) throw new NotFoundException();
    const today = this.site.clock.today();
    const read = await readForm(WorkForm, body ?? {});
    const errors = read.errors.length ? read.errors : workSlips(read.form, today);
    if (errors.length) return this.pages.show(request, reply, 'handover/work', workPage(row, today, read.form, errors));
    const isDone = await this.keep(visitor, id, read.form, today >= row.checkFrom);
    leaveMessage(request, reply, isDone ? 'saved' : 'already-done');
    return void reply.code(303).redirect(paths.handover(id));
  }

  private async keep(visitor: Visitor, id: string, form: WorkForm, mayCheck: boolean): Promise<boolean> {
    if (form.doe === 'plannen') return this.handovers.plan(visitor, id, form.dag, form.tijd);
    if (form.doe === 'geweest') return this.handovers.held(visitor, id, form.geweest, form.afspraken);
    if (form.doe === 'niet-nodig') return this.handovers.notNeeded(visitor, id);
    return mayCheck && this.handovers.check(visitor, id, form.nakomen === 'ja', form.toelichting);
  }
}

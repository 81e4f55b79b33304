import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Tables, tablesOf } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { readForm, type FormError } from '../pages/forms.ts';
import { leaveMessage } from '../pages/flash.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Site } from '../site.ts';
import { TableForm, tableSlips } from './table-forms.ts';
import { tablesPage } from './tables-page.ts';

/** The Overstaptafels of a school, and who would be talked about today. */
@May('table:run')
@Controller()
export class TablesController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @Get(paths.tables)
  async list(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(visitor, request, reply, {}, []);
  }

  @KeepsText()
  @Post(paths.tables)
  async open(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(TableForm, body);
    errors.push(...tableSlips(form, this.site.clock.today()));
    if (errors.length) return this.page(visitor, request, reply, form, errors);
    const id = await new Tables(this.site.tx).open(visitor, { heldOn: form.dag, attendees: form.aanwezig });
    leaveMessage(request, reply, 'table-opened');
    void reply.code(303).redirect(paths.table(id));
  }

  private async page({ actor, organisation }: Visitor, request: FastifyRequest, reply: FastifyReply, typed: Partial<TableForm>, errors: readonly FormError[]): Promise<string> {
    const today = this.site.clock.today();
    const found = await tablesOf(this.site.tx, actor, today);
    return this.pages.show(request, reply, 'table/list', tablesPage(found, { today, school: organisation, typed, errors }));
  }
}

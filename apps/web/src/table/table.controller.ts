import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agenda, Tables } from '#alerts';
import { Asking, May, ReadingLog, type Visitor } from '#people';
import { paths, tableYearOf } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Site } from '../site.ts';
import { AddForm, TableForm, tableSlips } from './table-forms.ts';
import { tablePage } from './table-page.ts';

interface Again {
  readonly typed?: TableForm;
  readonly errors?: readonly FormError[];
}

/** One table: its list, and who comes on it. */
@May('table:run')
@Controller()
export class TableController {
  private readonly tables: Tables;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {
    this.tables = new Tables(site.tx);
  }

  /** Also where a form that was not right was sent, for who opens that address again. */
  @Get([paths.table(':id'), paths.tableChange(':id'), paths.tableAdd(':id')])
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, visitor, request, reply);
  }

  @KeepsText()
  @Post(paths.tableChange(':id'))
  async change(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(TableForm, body);
    errors.push(...tableSlips(form, this.site.clock.today()));
    const done = errors.length ? 'gone' : await this.tables.change(visitor, id, { heldOn: form.dag, attendees: form.aanwezig });
    if (done === 'taken') errors.push({ field: 'dag', text: 'Op deze dag is er al een Overstaptafel. Kies een andere dag.' });
    if (errors.length) return this.page(id, visitor, request, reply, { typed: form, errors });
    if (done === 'gone') throw new NotFoundException();
    return back(request, reply, id, 'saved');
  }

  @Post(paths.tableRenew(':id'))
  async renew(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    if ((await this.tables.renew(visitor, id)) === 'gone') throw new NotFoundException();
    return back(request, reply, id, 'table-renewed');
  }

  @Post(paths.tableAdd(':id'))
  async add(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(AddForm, body);
    if (errors.length) return this.page(id, visitor, request, reply, { errors });
    if ((await this.tables.add(visitor, id, form.leerling)) === 'gone') throw new NotFoundException();
    return back(request, reply, id, 'table-added');
  }

  /** Everybody on the list gets a line in the log before it is shown. */
  private async page(id: string, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, again: Again = {}): Promise<string> {
    const today = this.site.clock.today();
    const found = await agenda(this.site.tx, visitor.actor, id, tableYearOf(today));
    if (!found) throw new NotFoundException();
    const leavers = found.places.map(({ leaver }) => leaver);
    if (leavers.length) await this.log.note(visitor, request.ip, { what: 'table-opened', rows: leavers.length, leavers });
    return this.pages.show(request, reply, 'table/table', tablePage(found, { today, ...again }));
  }
}

function back(request: FastifyRequest, reply: FastifyReply, id: string, message: Message): undefined {
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(paths.table(id));
}

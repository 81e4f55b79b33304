import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agenda, Agreements, tableOfPlace, Tables } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { addDays } from '#platform';
import { paths, tableYearOf } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { noteLeaver, Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { placePage } from './place-page.ts';
import { AgreementForm, agreementSlips, LeaveOutForm, SOMEBODY_ELSE } from './table-forms.ts';

const USUAL_DAYS = 14;

interface Again {
  readonly typed: Partial<AgreementForm & LeaveOutForm>;
  readonly errors: readonly FormError[];
}

/** One leaver at a table: what is agreed about them, or why they are left out. */
@May('table:run')
@Controller()
export class TablePlaceController {
  private readonly agreements: Agreements;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.agreements = new Agreements(site.tx, site.clock);
  }

  @Reads('table-place-opened')
  @Get([paths.tablePlace(':id'), paths.tableLeaveOut(':id')])
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, visitor, request, reply, { typed: {}, errors: [] });
  }

  @Reads('table-place-opened')
  @KeepsText()
  @Post(paths.tablePlace(':id'))
  async agree(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(AgreementForm, body);
    const slips = [...errors, ...agreementSlips(form, this.site.clock.today())];
    const owner = await this.ownerOf(id, visitor, form);
    if (!owner && form.wie && !slips.length) slips.push({ field: 'wie', text: 'Kies wie het doet.' });
    if (slips.length || !owner) return this.page(id, visitor, request, reply, { typed: form, errors: slips });
    if ((await this.agreements.make(visitor, id, { what: form.wat, ...owner, dueOn: form.voor })) === 'gone') throw new NotFoundException();
    return back(request, reply, id, 'agreement-made');
  }

  /** Without a reason the leaver comes back on the list. */
  @Reads('table-place-opened')
  @KeepsText()
  @Post(paths.tableLeaveOut(':id'))
  async leaveOut(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const isBack = (body as { terug?: string } | null)?.terug === 'ja';
    const { form, errors } = await readForm(LeaveOutForm, body);
    if (!isBack && errors.length) return this.page(id, visitor, request, reply, { typed: form, errors });
    const done = await new Tables(this.site.tx).leaveOut(visitor, id, isBack ? null : form.reden);
    if (done === 'gone') throw new NotFoundException();
    return back(request, reply, id, isBack ? 'table-added' : 'table-left-out');
  }

  private async ownerOf(place: string, visitor: Visitor, { wie, naam }: AgreementForm): Promise<{ ownerId?: string; ownerName: string } | undefined> {
    if (wie === SOMEBODY_ELSE) return { ownerName: naam };
    const leaver = (await this.found(place, visitor)).places.find(({ id }) => id === place)?.leaver ?? '';
    const owner = (await this.agreements.owners(visitor.actor, leaver)).find(({ id }) => id === wie);
    return owner && { ownerId: owner.id, ownerName: owner.name };
  }

  private async found(place: string, { actor }: Visitor) {
    const table = await tableOfPlace(this.site.tx, actor, place);
    const found = table && (await agenda(this.site.tx, actor, table, tableYearOf(this.site.clock.today())));
    if (!found) throw new NotFoundException();
    return found;
  }

  private async page(id: string, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, again: Again): Promise<string> {
    const found = await this.found(id, visitor);
    const leaver = found.places.find((row) => row.id === id)?.leaver ?? '';
    const today = this.site.clock.today();
    const owners = leaver ? await this.agreements.owners(visitor.actor, leaver) : [];
    const page = placePage(found, { place: id, today, usualDay: addDays(today, USUAL_DAYS), owners, ...again });
    if (!page) throw new NotFoundException();
    noteLeaver(request, leaver);
    return this.pages.show(request, reply, 'table/place', page);
  }
}

function back(request: FastifyRequest, reply: FastifyReply, id: string, message: Message): undefined {
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(paths.tablePlace(id));
}

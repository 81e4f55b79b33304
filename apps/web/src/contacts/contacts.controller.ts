import { Body, Controller, Get, NotFoundException, Post, Query, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Contacts, type ProgrammeContact } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Site } from '../site.ts';
import { ContactForm, contactOf, lacksWay } from './contact-form.ts';

const NO_PROGRAMME = { field: 'opleiding', text: 'Deze opleiding geven jullie niet. Kies een andere.' };

/** The college says whom students and mentors call, per programme. */
@May('programme-contact:manage')
@Controller()
export class ContactsController {
  private readonly contacts: Contacts;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.contacts = new Contacts(site.tx, site.clock);
  }

  @Get(paths.contacts)
  async list(@Query() { wijzig }: { wijzig?: string }, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(visitor, request, reply, { change: wijzig });
  }

  @KeepsText()
  @Post(paths.contacts)
  async keep(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const read = await readForm(ContactForm, body ?? {});
    const { doe, id } = (body ?? {}) as { doe?: string; id?: unknown };
    const isShownAgain = read.errors.some(({ field }) => field === '');
    if (doe === 'weghalen' && !isShownAgain) return this.remove(id, visitor, request, reply);
    const errors = read.errors.length ? read.errors : lacksWay(read.form);
    if (errors.length) return this.page(visitor, request, reply, { typed: read.form, errors });
    if (!(await this.contacts.keep(visitor, contactOf(read.form)))) return this.page(visitor, request, reply, { typed: read.form, errors: [NO_PROGRAMME] });
    leaveMessage(request, reply, 'saved');
    return void reply.code(303).redirect(paths.contacts);
  }

  private async remove(id: unknown, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
    if (!isUUID(id) || !(await this.contacts.remove(visitor, id as string))) throw new NotFoundException();
    leaveMessage(request, reply, 'saved');
    void reply.code(303).redirect(paths.contacts);
  }

  private async page(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, { change, typed, errors = [] }: { change?: string; typed?: ContactForm; errors?: readonly FormError[] }): Promise<string> {
    const { contacts, programmes } = await this.contacts.board(visitor);
    return this.pages.show(request, reply, 'contacts/list', {
      title: 'Contactpersonen', section: 'Aanmeldingen', back: paths.intake, here: paths.contacts, errors,
      rows: contacts.map((row) => ({ ...row, for: programmeText(row), change: `${paths.contacts}?wijzig=${row.id}` })),
      options: [{ code: '', text: 'Alle opleidingen zonder eigen contactpersoon' }, ...programmes.map(({ crebo, name }) => ({ code: crebo, text: `${name} (${crebo})` }))],
      typed: typed ?? typedOf(contacts.find(({ id }) => id === change)),
    });
  }
}

const programmeText = ({ crebo, programme }: ProgrammeContact): string => (crebo ? (programme ?? `Opleiding ${crebo}`) : 'Alle andere opleidingen');

const typedOf = (row?: ProgrammeContact): object => ({
  opleiding: row?.crebo ?? '', naam: row?.name ?? '', functie: row?.worksAs ?? '', telefoon: row?.phone ?? '', adres: row?.email ?? '', wanneer: row?.reach ?? '',
});

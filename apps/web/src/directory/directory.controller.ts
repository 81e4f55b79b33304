import { Body, Controller, Get, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, Directory, May, mayDo, type Visitor } from '#people';
import { paths, roleOf } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Site } from '../site.ts';
import { contactsPage, organisationsPage } from './directory-page.ts';
import { EntryForm, entryOf, entrySlips, typedOf } from './entry-form.ts';

/** Whom one calls in the region, and keeping one's own line there. */
@Controller()
export class DirectoryController {
  private readonly directory: Directory;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.directory = new Directory(site.tx, site.clock);
  }

  @May('directory:see')
  @Get(paths.directory)
  async list(@Query() { zoek }: { zoek?: unknown }, @Asking() { actor, organisationId }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const wanted = typeof zoek === 'string' ? zoek.slice(0, 80) : '';
    return this.pages.show(request, reply, 'directory/list', organisationsPage(await this.directory.organisations(actor), { own: organisationId, wanted }));
  }

  @May('own-contact:keep')
  @Get(paths.ownContact)
  async mine(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.form(visitor.memberId, {}, visitor, request, reply);
  }

  @May('own-contact:keep')
  @KeepsText()
  @Post(paths.ownContact)
  async keepMine(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.keep(visitor.memberId, body, visitor, request, reply);
  }

  @May('contact:keep')
  @Get(paths.contactOf(':id'))
  async theirs(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.form(id, {}, visitor, request, reply);
  }

  @May('contact:keep')
  @KeepsText()
  @Post(paths.contactOf(':id'))
  async keepTheirs(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.keep(id, body, visitor, request, reply);
  }

  @May('directory:see')
  @Get(paths.directoryOf(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const [people, all] = await Promise.all([this.directory.at(visitor.actor, id), this.directory.organisations(visitor.actor)]);
    const organisation = all.find((row) => row.id === id);
    if (!organisation || !people.length) throw new NotFoundException();
    const keeps = id === visitor.organisationId && mayDo(visitor, 'contact:keep');
    return this.pages.show(request, reply, 'directory/contacts', contactsPage(people, { organisation, ownMember: visitor.memberId, keeps }));
  }

  private async keep(id: string, body: unknown, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const { form, errors: faults } = await readForm(EntryForm, body ?? {});
    const errors = faults.length ? faults : entrySlips(form, this.site.clock.today());
    if (errors.length) return this.form(id, { typed: form, errors }, visitor, request, reply);
    if (!(await this.directory.keep(visitor.actor, id, entryOf(form)))) throw new NotFoundException();
    leaveMessage(request, reply, 'saved');
    return void reply.code(303).redirect(paths.directoryOf(visitor.organisationId));
  }

  private async form(id: string, { typed, errors = [] }: { typed?: EntryForm; errors?: readonly { field: string; text: string }[] }, { actor, organisationId, memberId }: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const kept = await this.directory.form(actor, id);
    if (!kept) throw new NotFoundException();
    const title = kept.isMine ? 'Zo bereiken anderen jou' : `Zo bereiken anderen ${kept.name}`;
    return this.pages.show(request, reply, 'directory/entry', {
      title, section: 'Contacten', errors, kept, worksAs: roleOf(kept.role)?.dutch, back: paths.directoryOf(organisationId),
      action: id === memberId ? paths.ownContact : paths.contactOf(id), typed: typed ?? typedOf(kept, this.site.clock.today()),
    });
  }
}

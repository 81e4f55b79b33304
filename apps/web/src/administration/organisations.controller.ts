import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, Inviting, May, regionOrganisations, type RegionOrganisation, type Visitor } from '#people';
import { organisationKinds, paths, personStates } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Site } from '../site.ts';
import { InviteForm, personOf, rolesAt, strangeRoles } from './invite-form.ts';

/** The organisations of a region: who looks after the people of each, and inviting the first who will. */
@May('organisation:manage')
@Controller()
export class OrganisationsController {
  private readonly inviting: Inviting;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.inviting = new Inviting(site.tx, site.clock, (token) => new URL(paths.invitation(token), site.publicUrl).href);
  }

  @Get(paths.organisations)
  async list(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const organisations = (await this.find(visitor)).map(rowOf);
    const without = organisations.filter(({ administrators }) => !administrators.length).length;
    return this.pages.show(request, reply, 'administration/organisations', { title: 'Organisaties', section: 'Beheer', organisations, without, administration: paths.administration, files: paths.files });
  }

  @Get(paths.organisation(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(await this.one(visitor, id), { form: new InviteForm(), errors: [] }, request, reply);
  }

  @KeepsText()
  @Post(paths.organisation(':id'))
  async invite(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const organisation = await this.one(visitor, id);
    const { form, errors } = await readForm(InviteForm, body);
    if (!errors.length) errors.push(...strangeRoles(form, organisation.kind));
    if (errors.length) return this.page(organisation, { form, errors }, request, reply);
    const invited = await this.inviting.invite(visitor.actor, id, { ...personOf(form), administers: true });
    if (invited === 'gone') throw new NotFoundException();
    leaveMessage(request, reply, ({ sent: 'invited', given: 'role-given', already: 'already-done' } as const)[invited]);
    return void reply.code(303).redirect(paths.organisations);
  }

  private find({ actor }: Visitor, id?: string): Promise<RegionOrganisation[]> {
    return regionOrganisations(this.site.tx, actor, { today: this.site.clock.today(), now: this.site.clock.now(), id });
  }

  private async one(visitor: Visitor, id: string): Promise<RegionOrganisation> {
    const [organisation] = await this.find(visitor, id);
    if (!organisation) throw new NotFoundException();
    return organisation;
  }

  private page(organisation: RegionOrganisation, { form, errors }: { form: InviteForm; errors: readonly FormError[] }, request: FastifyRequest, reply: FastifyReply): string {
    const page = { ...rowOf(organisation), title: organisation.name, section: 'Organisaties', form, errors, roles: rolesAt(organisation.kind), organisations: paths.organisations, action: paths.organisation(organisation.id) };
    return this.pages.show(request, reply, 'administration/organisation', page);
  }
}

const rowOf = (row: RegionOrganisation) => ({
  ...row,
  href: paths.organisation(row.id),
  kindText: organisationKinds.find(({ code }) => code === row.kind)?.dutch ?? row.kind,
  administrators: row.administrators.map((person) => {
    const state = personStates.find(({ code }) => code === person.state);
    return { ...person, badge: state && { tone: state.tone, text: state.dutch } };
  }),
});

import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SchoolParts, Supported, withAdded, type OpenPart } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths, sections } from '#policy';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { SectionForm, type Writes } from '../passport/section-form.ts';
import type { Desk } from '../passport/section-page.ts';
import { noteParts, Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { needsPage, supportFrame } from './support-page.ts';

const section = sections.find(({ writer }) => writer === 'support-coordinator');

/** What a support coordinator writes, only about who needs support. The student reads it first. */
@May('support:write')
@Controller()
export class SupportController {
  private readonly parts: SchoolParts;
  private readonly supported: Supported;
  private readonly form: SectionForm;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.parts = new SchoolParts(site.tx, site.clock);
    this.supported = new Supported(site.tx, site.clock);
    this.form = new SectionForm(pages, site.clock);
  }

  @Reads('support-opened')
  @Get(paths.supportOf(':id'))
  async show(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const desk = await this.find(id, visitor);
    if (desk.open.version) return this.form.show(desk, false, request, reply);
    const { title, eyebrow, back } = desk.frame;
    return this.pages.show(request, reply, 'school-part/begin', { title, section: 'Ondersteuning', eyebrow, back, givenName: desk.open.givenName, begin: paths.supportBegin(id) });
  }

  @Post(paths.supportBegin(':id'))
  async begin(@Param('id', isUuid) id: string, @Asking() { actor }: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    if (!(await this.supported.begin(actor, id))) throw new NotFoundException();
    return void reply.code(303).redirect(paths.supportOf(id));
  }

  @Reads('support-opened')
  @KeepsText()
  @Post(paths.supportOf(':id'))
  async save(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const writes: Writes = {
      find: () => this.find(id, visitor),
      write: (writing) => this.parts.write(visitor.actor, id, { ...writing, section: section?.code ?? '' }),
      next: (done) => ({ to: paths.support, message: done ? 'part-ready' : 'saved' }),
    };
    return this.form.save(writes, request, reply);
  }

  @Reads('support-needs-read')
  @Get(paths.supportNeeds(':id'))
  async needs(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const needs = await this.supported.needs(visitor.actor, id);
    if (!needs) throw new NotFoundException();
    noteParts(request, [...needs.parts.map((part) => part.section), ...(needs.presence ? ['presence'] : [])]);
    return this.pages.show(request, reply, 'school-part/opened', needsPage(needs, this.site.clock));
  }

  private async find(id: string, { actor }: Visitor): Promise<Desk> {
    const open: OpenPart | undefined = section && (await this.parts.open(actor, id, section.code));
    if (!section || !open) throw new NotFoundException();
    return { section: withAdded(section, open), open, frame: supportFrame(id, open, this.site.clock) };
  }
}

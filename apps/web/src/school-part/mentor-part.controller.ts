import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SchoolParts, withAdded, type OpenPart } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import type { Clock } from '#platform';
import { paths, sections } from '#policy';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { SectionForm, type Writes } from '../passport/section-form.ts';
import type { Desk, Frame } from '../passport/section-page.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { saidPage } from './said-page.ts';

const section = sections.find(({ writer }) => writer === 'mentor');

/** What a mentor writes about a student, between two lessons. The student reads it first. */
@May('mentor-part:write')
@Controller()
export class MentorPartController {
  private readonly parts: SchoolParts;
  private readonly form: SectionForm;

  constructor(pages: Pages, private readonly site: Site) {
    this.parts = new SchoolParts(site.tx, site.clock);
    this.form = new SectionForm(pages, site.clock);
  }

  @Reads('mentor-part-opened')
  @Get(paths.leaverMentorPart(':id'))
  async show(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.form.show(await this.find(id, visitor), false, request, reply);
  }

  @Reads('mentor-part-opened')
  @KeepsText()
  @Post(paths.leaverMentorPart(':id'))
  async save(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const writes: Writes = {
      find: () => this.find(id, visitor),
      write: (writing) => this.parts.write(visitor.actor, id, { ...writing, section: section?.code ?? '' }),
      next: (done) => ({ to: paths.leaver(id), message: done ? 'part-ready' : 'saved' }),
    };
    return this.form.save(writes, request, reply);
  }

  private async find(id: string, { actor }: Visitor): Promise<Desk> {
    const open = section && (await this.parts.open(actor, id, section.code));
    if (!open) throw new NotFoundException();
    return { section: withAdded(section, open), open, frame: frameOf(id, open, this.site.clock) };
  }
}

const frameOf = (id: string, { givenName, name, class: group, said }: OpenPart, clock: Clock): Frame => ({
  title: `Jouw deel voor ${givenName}`,
  section: 'Leerlingen',
  eyebrow: group ? `${name}, klas ${group}` : name,
  lead: `${givenName} leest dit eerst en zegt of het klopt. Daarna gaat het mee als ${givenName} het paspoort deelt.`,
  back: { href: paths.leaver(id), text: `Terug naar ${givenName}` },
  here: paths.leaverMentorPart(id),
  ask: { legend: 'Is dit deel klaar?', yes: `Ja, ${givenName} mag het lezen`, no: 'Nee, ik ga later verder', hint: `Bij ja krijgt ${givenName} een mail. Bij nee ziet ${givenName} dit deel niet.`, button: 'Opslaan' },
  whyChanged: 'Misschien schreef een collega ook, of had je het op een ander scherm open.',
  said: saidPage('mentor-part', said, clock, { agrees: `${givenName} zei: dit klopt`, objects: `${givenName} wil dit bespreken` }),
});

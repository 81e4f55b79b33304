import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { guardianLinks, Handovers } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaverStory } from '#transfers';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { AskForm } from './ask-form.ts';
import { askPage, type AskWords } from './ask-page.ts';

const TAKEN = { field: 'aanmelding', text: 'Voor deze aanmelding kan het nu niet. Misschien vroeg iemand het net. Kijk hierboven.' };

const OWN: AskWords = {
  title: 'Warme overdracht', section: 'Mijn paspoort', role: 'student', here: paths.ownHandover, back: paths.passport, backTo: 'Mijn paspoort',
  lead: 'Dat is een gesprek tussen je school en de mbo-school. Jij mag erbij zijn. De mbo-school leest alleen wat je hier invult.',
  asker: { student: 'jou', mentor: 'je mentor' }, empty: 'Je hebt nog geen aanmelding.',
  waits: 'Dat kan als je paspoort met die school is gedeeld. Onder 16 zegt ook je ouder of verzorger ja op deze vraag.', askCode: paths.passportCode,
};

/** Asking for a talk between school and college, by the student or by the mentor. */
@Controller()
export class AskHandoverController {
  private readonly handovers: Handovers;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.handovers = new Handovers(site.tx, site.clock);
  }

  @May('own-handover:ask')
  @Get(paths.ownHandover)
  async own(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(await this.ownWords(visitor), undefined, visitor, request, reply);
  }

  @May('own-handover:ask')
  @KeepsText()
  @Post(paths.ownHandover)
  async askOwn(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.take(await this.ownWords(visitor), undefined, body, visitor, request, reply);
  }

  @May('handover:ask')
  @Reads('handover-asked')
  @Get(paths.leaverHandover(':id'))
  async ofLeaver(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(await this.wordsFor(id, visitor), id, visitor, request, reply);
  }

  @May('handover:ask')
  @Reads('handover-asked')
  @KeepsText()
  @Post(paths.leaverHandover(':id'))
  async askFor(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    return this.take(await this.wordsFor(id, visitor), id, body, visitor, request, reply);
  }

  private async ownWords(visitor: Visitor): Promise<AskWords> {
    return { ...OWN, via: await this.handovers.viaSchool(visitor) };
  }

  private async wordsFor(id: string, { actor }: Visitor): Promise<AskWords> {
    const story = await leaverStory(this.site.tx, actor, id);
    if (!story) throw new NotFoundException();
    const { givenName } = story.facts;
    return {
      title: `Warme overdracht van ${givenName}`, section: 'Leerlingen', role: 'mentor', here: paths.leaverHandover(id), back: paths.leaver(id), backTo: `Terug naar ${givenName}`,
      lead: `Vraag de mbo-school om een gesprek. ${givenName} ziet dat jij het vroeg. Er gaat niets uit het paspoort mee.`,
      asker: { student: givenName, mentor: 'de mentor' }, empty: `${givenName} heeft nog geen aanmelding.`,
      waits: `${givenName} vroeg het onder 16. Een ouder zei nog geen ja, of ${givenName} deelt nog niets met die school. Wil je niet wachten? Dan trekt ${givenName} de vraag in en vraag jij het zelf.`,
    };
  }

  private async take(words: AskWords, leaver: string | undefined, body: unknown, visitor: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const { form, errors: all } = await readForm(AskForm, body ?? {});
    const errors = words.via ? all.filter(({ field }) => field !== 'met' && field !== 'bereik') : all;
    const rows = await this.handovers.ofLeaver(visitor, leaver);
    const { doe } = (body ?? {}) as { doe?: string };
    const isTheirs = rows.some(({ application }) => application === form.aanmelding);
    if (doe === 'intrekken' && !errors.some(({ field }) => field === '')) {
      if (!isUUID(form.aanmelding) || !isTheirs) throw new NotFoundException();
      return this.after(await this.handovers.withdraw(visitor, words.role, form.aanmelding), words, request, reply);
    }
    if (errors.length) return this.page(words, leaver, visitor, request, reply, form, errors);
    const asked = { topics: form.onderwerpen, ...(words.via ?? { contactName: form.met.trim(), contactReach: form.bereik.trim() }) };
    if (!isTheirs || !(await this.handovers.ask(visitor, words.role, form.aanmelding, asked, words.via ? guardianLinks(this.site.publicUrl) : []))) return this.page(words, leaver, visitor, request, reply, form, [TAKEN]);
    return this.after(true, words, request, reply);
  }

  private after(isDone: boolean, { here }: AskWords, request: FastifyRequest, reply: FastifyReply): undefined {
    leaveMessage(request, reply, isDone ? 'saved' : 'already-done');
    void reply.code(303).redirect(here);
  }

  private async page(words: AskWords, leaver: string | undefined, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, typed?: AskForm, errors: readonly FormError[] = []): Promise<string> {
    return this.pages.show(request, reply, 'handover/ask', askPage(await this.handovers.ofLeaver(visitor, leaver), words, typed, errors));
  }
}

import { Body, Controller, Get, HttpStatus, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answersFrom, lacks, Passports, type Answers, type OpenSection } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths, sectionAt, sections, type Section } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { shownMoment } from '../pages/moment.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { isMarked } from '../parked/shown-again.ts';
import { Site } from '../site.ts';
import { passportPage } from './passport-page.ts';
import { conflictPage, sectionPage } from './section-page.ts';

type Typed = Readonly<Record<string, unknown>>;

interface Kept {
  readonly versie: number;
  readonly tijd: string;
}

const mine = sections.filter(({ writer, stands }) => writer === 'student' && stands === 'mine');

/** The student's own passport: the list of sections, and writing in one. */
@May('passport:write')
@Controller()
export class PassportController {
  private readonly passports: Passports;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.passports = new Passports(site.tx, site.clock);
  }

  @Get(paths.passport)
  async list(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const passport = await this.passports.mine(visitor.actor);
    if (!passport) throw new NotFoundException();
    return this.pages.show(request, reply, 'passport/overview', passportPage(passport, this.site.clock));
  }

  @Get(paths.passportSection(':section'))
  async show(
    @Param('section') address: string, @Query('meer') more: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { section, open } = await this.find(address, visitor);
    const done = open.version ? open.done : undefined;
    return this.pages.show(request, reply, 'passport/section', sectionPage(section, open, this.site.clock, { ...open, done, wantsRow: more === '1' }));
  }

  /** The button saves and says whether the section is done; a page that keeps by itself asks for JSON and changes nothing about that. */
  @KeepsText()
  @Post(paths.passportSection(':section'))
  async save(
    @Param('section') address: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Kept | undefined> {
    const { section, open } = await this.find(address, visitor);
    const typed = (body ?? {}) as Typed;
    const written = answersFrom(section, open.schoolType, typed);
    if (isMarked(typed)) return this.pages.show(request, reply, 'passport/section', sectionPage(section, open, this.site.clock, { ...written, done: choiceOf(typed.klaar) }));
    const byItself = (request.headers.accept ?? '').includes('application/json');
    const done = byItself || typed.meer ? undefined : choiceOf(typed.klaar);
    if (!byItself && !typed.meer) {
      const errors = [...lacks(section, open.schoolType, written, done ?? false), ...(done === undefined ? [NOT_CHOSEN] : [])];
      if (errors.length) return this.pages.show(request, reply, 'passport/section', sectionPage(section, open, this.site.clock, { ...written, done, errors }));
    }
    const kept = await this.passports.write(visitor.actor, { section: section.code, ...written, done, version: Number(typed.versie) || 0 });
    if (!kept) return this.conflict({ section, written, done, byItself }, visitor, request, reply);
    if (byItself) return void reply.code(HttpStatus.OK).send({ versie: kept.version, tijd: shownMoment(this.site.clock, kept.writtenAt).time });
    if (typed.meer) return void reply.code(303).redirect(`${paths.passportSection(address)}?meer=1#klaar`);
    leaveMessage(request, reply, 'saved');
    return void reply.code(303).redirect(nextAfter(section, done ?? false));
  }

  private async conflict(
    { section, written, done, byItself }: { section: Section; written: { answers: Answers; notes: Answers }; done?: boolean; byItself: boolean },
    visitor: Visitor, request: FastifyRequest, reply: FastifyReply,
  ): Promise<string> {
    void reply.code(HttpStatus.CONFLICT);
    if (byItself) return JSON.stringify({ fout: 'veranderd' });
    const { open } = await this.find(section.address, visitor);
    return this.pages.show(request, reply, 'passport/conflict', conflictPage(section, open, written, done));
  }

  private async find(address: string, { actor }: Visitor): Promise<{ section: Section; open: OpenSection }> {
    const section = sectionAt(address);
    const open = section && mine.includes(section) ? await this.passports.section(actor, section.code) : undefined;
    if (!section || !open) throw new NotFoundException();
    return { section, open };
  }
}

const NOT_CHOSEN = { field: 'klaar', text: 'Kies of dit onderdeel klaar is. Je kunt ook later verder.' };

const choiceOf = (value: unknown): boolean | undefined => (value === 'ja' ? true : value === 'nee' ? false : undefined);

/** On to the next part when this one is done; back to the list when it is not, or was the last. */
function nextAfter(section: Section, done: boolean): string {
  const next = mine[mine.indexOf(section) + 1];
  return done && next ? paths.passportSection(next.address) : paths.passport;
}

import { Controller, Get, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Passports, ReadAlong, Sharing, withAdded, type Passport, type SharingNow } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths, sectionAt, sections, type Section } from '#policy';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { checkPage } from '../sharing/check-page.ts';
import { Site } from '../site.ts';
import { passportPage } from './passport-page.ts';
import { readersNow } from './readers-now.ts';
import { SectionForm } from './section-form.ts';
import type { Desk, Frame } from './section-page.ts';

const parts = sections.filter(({ stands }) => stands === 'mine');
const mine = parts.filter(({ writer }) => writer === 'student');

/** The student's own passport: the list of sections, and writing in one. */
@May('passport:write')
@Controller()
export class PassportController {
  private readonly passports: Passports;
  private readonly sharing: Sharing;
  private readonly along: ReadAlong;
  private readonly form: SectionForm;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.passports = new Passports(site.tx, site.clock);
    this.sharing = new Sharing(site.tx, site.clock);
    this.along = new ReadAlong(site.tx, site.clock);
    this.form = new SectionForm(pages, site.clock);
  }

  @Get(paths.passport)
  async list(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { actor } = visitor;
    const [passport, sharing, readers] = await Promise.all([this.passports.mine(actor), this.sharing.now(actor), this.along.readers(actor)]);
    if (!passport) throw new NotFoundException();
    const page = passportPage(passport, this.site.clock, readers.some(({ kind }) => kind === 'support-coordinator'));
    return this.pages.show(request, reply, 'passport/overview', { ...page, goOn: page.goOn ?? shareNext(passport, sharing), asksAgain: sharing.asksAgain, mayStillShare: mayStillShare(sharing), ...readersNow(sharing, readers) });
  }

  @Get(paths.passportSection(':section'))
  async show(
    @Param('section') address: string, @Query('meer') more: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.form.show(await this.find(address, visitor), more === '1', request, reply);
  }

  @KeepsText()
  @Post(paths.passportSection(':section'))
  async save(@Param('section') address: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const section = sectionAt(address)?.code ?? '';
    const writes = {
      find: () => this.find(address, visitor),
      write: (writing: Omit<Parameters<Passports['write']>[1], 'section'>) => this.passports.write(visitor.actor, { ...writing, section }),
      choose: (wanted: Readonly<Record<string, string>>) => this.sharing.choose(visitor.actor, section, wanted),
      next: (done: boolean) => ({ to: nextAfter(address, done), message: 'saved' as const }),
    };
    return this.form.save(writes, request, reply);
  }

  private async find(address: string, { actor }: Visitor): Promise<Desk> {
    const section = sectionAt(address);
    if (!section || !mine.includes(section)) throw new NotFoundException();
    const [open, sharing] = await Promise.all([this.passports.section(actor, section.code), this.sharing.now(actor)]);
    if (!open) throw new NotFoundException();
    return { section: withAdded(section, open), open, sharing, frame: frameOf(section) };
  }
}

/** When all is written: on to sharing, for as long as there is something to share. */
const shareNext = (passport: Passport, sharing: SharingNow): { href: string; text: string } | undefined =>
  checkPage(passport, sharing).button ? { href: paths.passportCheck, text: 'Controleer en deel je paspoort' } : undefined;

/** Everybody should have applied by now, and a college that waits for this student reads nothing: not for who chose so, nor after a parent's no. */
const mayStillShare = ({ isLate, receivers, choices, shared, refused }: SharingNow): boolean =>
  isLate && receivers.some(({ application, college, status }) => {
    const chosen = choices.filter((row) => row.application === application);
    const isKept = chosen.length > 0 && chosen.every(({ wish }) => wish === 'no');
    return status !== 'started' && !isKept && !refused.includes(college) && !shared.some((row) => row.application === application && !row.bySchool);
  });

const frameOf = (section: Section): Frame => ({
  title: section.dutch,
  section: 'Mijn paspoort',
  eyebrow: `Paspoort voor Succes, onderdeel ${parts.indexOf(section) + 1} van ${parts.length}`,
  lead: section.lead,
  back: { href: paths.passport, text: 'Terug naar mijn paspoort' },
  here: paths.passportSection(section.address),
  ask: { legend: 'Is dit onderdeel klaar?', yes: 'Ja, dit onderdeel is klaar', no: 'Nee, ik ga later verder', button: 'Opslaan en verder' },
  whyChanged: 'Misschien had je het op een ander scherm open.',
  said: [],
});

/** On to the next part when this one is done; back to the list when it is not, or was the last. */
function nextAfter(address: string, done: boolean): string {
  const next = mine[mine.findIndex((section) => section.address === address) + 1];
  return done && next ? paths.passportSection(next.address) : paths.passport;
}

import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { guardianLinks, Passports, Sharing, type Passport, type SharingNow } from '#dossiers';
import { Asking, HandedCodes, May, newCode, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { agreedIn, checkPage, consentAsked, sealOf } from './check-page.ts';
import { wishesIn } from './choices.ts';
import { donePage } from './done-page.ts';

const CHANGED = { field: 'controleren', text: 'Er is intussen iets veranderd. Kijk het nog een keer na en deel dan' };

/** The student looks everything over, shares, and stops. */
@May('passport:share')
@Controller()
export class SharingController {
  private readonly sharing: Sharing;
  private readonly passports: Passports;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly codes: HandedCodes,
  ) {
    this.sharing = new Sharing(site.tx, site.clock);
    this.passports = new Passports(site.tx, site.clock);
  }

  @Get(paths.passportCheck)
  async check(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { passport, now } = await this.find(visitor);
    return this.pages.show(request, reply, 'sharing/check', checkPage(passport, now));
  }

  /** Who may read what the school wrote and only consent opens. */
  @Post(paths.passportCheck)
  async choose(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { passport, now } = await this.find(visitor);
    const typed = (body ?? {}) as Readonly<Record<string, unknown>>;
    const section = consentAsked(passport).find(({ code }) => code === typed.onderdeel);
    if (section) await this.sharing.choose(visitor.actor, section.code, wishesIn(section, now, typed));
    leaveMessage(request, reply, section ? 'saved' : 'already-done');
    void reply.code(303).redirect(paths.passportCheck);
  }

  @Post(paths.passportShare)
  async share(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { passport, now } = await this.find(visitor);
    const agreed = agreedIn(now);
    const { gezien } = (body ?? {}) as { gezien?: unknown };
    const act = gezien === sealOf(agreed) && agreed.length ? await this.sharing.share(visitor.actor, agreed, guardianLinks(this.site.publicUrl)) : undefined;
    if (!act) return this.again(passport, await this.sharing.now(visitor.actor), request, reply);
    return void reply.code(303).redirect(paths.passportShared(act));
  }

  @Post(paths.passportCode)
  async code(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const code = newCode(8);
    const asked = await this.sharing.askParents(visitor.actor, guardianLinks(this.site.publicUrl), this.codes.hash(code));
    void reply.code(200);
    return this.pages.show(request, reply, 'sharing/code', { title: 'Code voor je ouder', section: 'Mijn paspoort', back: paths.passport, ...(asked === 'by-letter' ? { isByLetter: true } : asked && { ...asked, code }), name: paths.ownGuardians });
  }

  @Get(paths.passportShared(':id'))
  async done(@Param('id') id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const [act, now] = await Promise.all([this.sharing.act(visitor.actor, id), this.sharing.now(visitor.actor)]);
    if (!act) throw new NotFoundException();
    return this.pages.show(request, reply, 'sharing/done', donePage(now, now.shared.some(({ state }) => state === 'waiting')));
  }

  @Post(paths.sharingStop(':id'))
  async stop(@Param('id') id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const stopped = await this.sharing.stop(visitor.actor, id);
    if (stopped === undefined) throw new NotFoundException();
    leaveMessage(request, reply, stopped ? 'sharing-stopped' : 'already-done');
    void reply.code(303).redirect(paths.readersOfMe);
  }

  /** Pressed twice, or something changed meanwhile. */
  private again(passport: Passport, now: SharingNow, request: FastifyRequest, reply: FastifyReply): string | undefined {
    const page = checkPage(passport, now);
    if (!page.button) return void reply.code(303).redirect(paths.passportCheck);
    return this.pages.show(request, reply, 'sharing/check', { ...page, errors: [CHANGED] });
  }

  private async find({ actor }: Visitor) {
    const [passport, now] = await Promise.all([this.passports.mine(actor), this.sharing.now(actor)]);
    if (!passport) throw new NotFoundException();
    return { passport, now };
  }
}

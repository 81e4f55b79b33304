import { Body, Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, MailSettings, SignedIn, type Visitor } from '#people';
import { paths, remindersOf } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { awaySlips, chosen } from './settings-form.ts';
import { settingsPage, type Again } from './settings-page.ts';

type Typed = Readonly<Record<string, unknown>>;

/** One's own mails, in the role one works in now. */
@SignedIn()
@Controller()
export class MailSettingsController {
  private readonly settings: MailSettings;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.settings = new MailSettings(site.tx);
  }

  /** Also where a form was sent that was not right, for who opens that address again. */
  @Get([paths.mailSettings, paths.mailAway, paths.mailBack])
  async see(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(visitor, request, reply);
  }

  @Post(paths.mailSettings)
  async choose(@Body() body: Typed | undefined, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    onlyWithReminders(visitor);
    const typed = body ?? {};
    const { choices, errors } = chosen(remindersOf(visitor.role), typed);
    if (errors.length) return this.page(visitor, request, reply, { typed, errors });
    await this.settings.choose(visitor.actor, choices);
    return done('saved', request, reply);
  }

  @Post(paths.mailAway)
  async away(@Body() body: Typed | undefined, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const typed = body ?? {};
    onlyWithReminders(visitor);
    const today = this.site.clock.today();
    const errors = awaySlips(typed.tot, today);
    if (errors.length) return this.page(visitor, request, reply, { typed, errors });
    await this.settings.away(visitor.actor, today, String(typed.tot));
    return done('mail-away', request, reply);
  }

  @Post(paths.mailBack)
  async back(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    onlyWithReminders(visitor);
    await this.settings.away(visitor.actor, this.site.clock.today(), undefined);
    return done('mail-back', request, reply);
  }

  private async page(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, again: Again = {}): Promise<string> {
    const today = this.site.clock.today();
    const own = await this.settings.of(visitor.actor, today);
    return this.pages.show(request, reply, 'mail-settings/settings', settingsPage(visitor, own, today, again));
  }
}

/** Who gets no reminders has nothing to choose. */
function onlyWithReminders({ role }: Visitor): void {
  if (!remindersOf(role).length) throw new NotFoundException();
}

function done(message: Message, request: FastifyRequest, reply: FastifyReply): undefined {
  leaveMessage(request, reply, message);
  return void reply.code(303).redirect(paths.mailSettings);
}

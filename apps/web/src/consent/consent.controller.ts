import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ParentConsent } from '#dossiers';
import { Asking, May, ReadingLog, type Visitor } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
import { partsNamed } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { answersIn, consentPage, isSaid, readingPage } from './consent-page.ts';

const NOBODY = { title: 'U hoeft nu niets te doen', section: 'Akkoord' };

/** A parent of somebody under 16 reads what is shared and says yes or no, per school. */
@May('consent:answer')
@Controller()
export class ConsentController {
  private readonly consent: ParentConsent;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {
    this.consent = new ParentConsent(site.tx, site.clock);
  }

  @Get(paths.guardianConsent)
  async ask(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const asked = await this.consent.asked(visitor.actor);
    return asked ? this.pages.show(request, reply, 'consent/ask', consentPage(asked)) : this.pages.show(request, reply, 'students/out-of-sight', NOBODY);
  }

  @Get(paths.guardianReads)
  async read(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const asked = await this.consent.asked(visitor.actor);
    if (!asked || !visitor.leaverId) return this.pages.show(request, reply, 'students/out-of-sight', NOBODY);
    await this.log.note(visitor, request.ip, { what: 'passport-opened', leavers: [visitor.leaverId], sections: partsNamed(asked.shares.map(({ section }) => section)) });
    return this.pages.show(request, reply, 'consent/read', readingPage(asked));
  }

  @Post(paths.guardianConsent)
  async answer(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const asked = await this.consent.asked(visitor.actor);
    if (!asked) return this.pages.show(request, reply, 'students/out-of-sight', NOBODY);
    const typed = (body ?? {}) as Readonly<Record<string, unknown>>;
    if (isSaid(asked, typed)) return void reply.code(303).redirect(paths.guardianAnswered);
    const { answers, errors } = answersIn(asked, typed);
    if (errors.length) return this.pages.show(request, reply, 'consent/ask', consentPage(asked, typed, errors));
    await this.consent.answer(visitor.actor, answers);
    return void reply.code(303).redirect(paths.guardianAnswered);
  }

  @Get(paths.guardianAnswered)
  done(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.pages.show(request, reply, 'consent/done', { title: 'Uw antwoord is ontvangen', section: 'Ouder of verzorger', change: paths.guardianConsent, transfer: paths.ownTransfer });
  }
}

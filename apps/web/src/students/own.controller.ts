import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Coaching } from '#alerts';
import { intakeStory, ParentConsent, Sharing } from '#dossiers';
import { Asking, May, ownAddresses, type Visitor } from '#people';
import { paths } from '#policy';
import { orderChanged, ownChoices, ownTransfer, redirectionsOf } from '#transfers';
import { besideApplications } from '../handover/beside.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { ownPage } from './own-page.ts';

/** Where signing in leads a student or a parent: the own applications, or those of the child. */
@Controller(paths.ownTransfer)
export class OwnController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @May('own-transfer:see')
  @Get()
  async see(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { tx, clock } = this.site;
    const [transfer, addresses] = await Promise.all([ownTransfer(tx, visitor.actor), visitor.role === 'student' ? ownAddresses(tx, visitor.actor) : undefined]);
    if (!transfer) return this.pages.show(request, reply, 'students/out-of-sight', { title: 'U hoeft nu niets te doen', section: 'Ouder of verzorger' });
    const applications = transfer.applications.map(({ id }) => id);
    const student = visitor.role === 'student' ? 'jou' : transfer.facts.givenName;
    const [moved, choices, redirected, intake, beside, coaches, consent, asksAgain] = await Promise.all([
      orderChanged(tx, visitor.actor),
      ownChoices(tx, visitor.actor, visitor.actor.leaverId, clock.today()),
      redirectionsOf(tx, visitor.actor, applications),
      intakeStory(tx, visitor.actor, applications, clock),
      besideApplications(this.site, visitor, transfer.applications, { asker: { student, mentor: 'de mentor' } }),
      new Coaching(tx, clock).own(visitor.actor),
      visitor.role === 'guardian' ? new ParentConsent(tx, clock).asked(visitor.actor) : undefined,
      visitor.role === 'student' && new Sharing(tx, clock).asksAgain(visitor.actor),
    ]);
    const page = ownPage(transfer, { asksAgain, consent, coaches, choices, moved, redirected, intake, beside, visitor, today: clock.today(), hasOwnAddress: Boolean(addresses?.own) });
    return this.pages.show(request, reply, 'students/own', page);
  }
}

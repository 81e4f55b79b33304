import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { goingSoon, wentLately } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { keepingPage } from './keeping-page.ts';

/** What is kept, how long and why, and how much goes in the coming days; never whose. */
@Controller()
export class KeepingController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @May('keeping:see')
  @Get(paths.keeping)
  async see(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { tx, clock } = this.site;
    const [ahead, gone] = await Promise.all([goingSoon(tx, visitor.actor), wentLately(tx, visitor.actor, clock)]);
    return this.pages.show(request, reply, 'keeping/terms', keepingPage(ahead, gone, visitor, clock.today()));
  }
}

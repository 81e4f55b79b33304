import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isCallingThisSummer } from '#alerts';
import { Public, type Visitor } from '#people';
import { paths } from '#policy';
import { Parking } from '../parked/parking.ts';
import { landingOf } from '../pages/navigation.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

/** The start page for who is not signed in; straight to work for who is. */
@Public()
@Controller(paths.home)
export class HomeController {
  constructor(
    private readonly pages: Pages,
    private readonly parking: Parking,
    private readonly site: Site,
  ) {}

  @Get()
  async home(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    if (request.visitor && this.parking.isWaiting(request)) return void reply.code(303).redirect(paths.goOn);
    if (request.visitor) return void reply.code(303).redirect(await this.landing(request.visitor));
    return this.pages.show(request, reply, 'home', { title: 'Niemand raakt kwijt tussen vo en mbo', demo: this.pages.hasDemoPages(request) });
  }
  /** Who was named for a summer team works on its list while that summer lasts. */
  private async landing(visitor: Visitor): Promise<string> {
    const { tx, clock } = this.site;
    const isCalling = visitor.role === 'summer-team' && !visitor.pending && (await isCallingThisSummer(tx, visitor.actor, clock.today()));
    return isCalling ? paths.summer : landingOf(visitor);
  }
}

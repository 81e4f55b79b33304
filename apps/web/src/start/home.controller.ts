import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#people';
import { paths } from '#policy';
import { Parking } from '../parked/parking.ts';
import { landingOf } from '../pages/navigation.ts';
import { Pages } from '../pages/pages.ts';

/** The start page for who is not signed in; straight to work for who is. */
@Public()
@Controller(paths.home)
export class HomeController {
  constructor(
    private readonly pages: Pages,
    private readonly parking: Parking,
  ) {}

  @Get()
  home(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string | undefined {
    if (request.visitor && this.parking.isWaiting(request)) return void reply.code(303).redirect(paths.goOn);
    if (request.visitor) return void reply.code(303).redirect(landingOf(request.visitor));
    return this.pages.show(request, reply, 'home', { title: 'Niemand raakt kwijt tussen vo en mbo', demo: this.pages.hasDemoPages(request) });
  }
}

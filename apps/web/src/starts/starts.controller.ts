import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, May, type Visitor } from '#people';
import { addDays } from '#platform';
import { paths } from '#policy';
import { collegeProgrammes } from '#transfers';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { programmesPage } from './programmes-page.ts';

/** Starts of longer ago are history. */
const SHOWN_DAYS = 365;

/** Where a college sees which programmes wait for a word about who turned up. */
@Controller()
export class StartsController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @May('start:see')
  @Get(paths.starts)
  async list(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const today = this.site.clock.today();
    const found = await collegeProgrammes(this.site.tx, visitor.actor, addDays(today, -SHOWN_DAYS));
    return this.pages.show(request, reply, 'starts/list', programmesPage(found, visitor.organisation, today));
  }
}

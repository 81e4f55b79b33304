import { Controller, Get, NotFoundException, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SharedPassports } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
import { noteParts, Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { backTo, partsOn, passportReadPage } from './passport-page.ts';

const isUuid = new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() });

/** One applicant, for the college that they applied to. */
@Controller()
export class SharedPassportController {
  private readonly passports: SharedPassports;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.passports = new SharedPassports(site.tx, site.clock);
  }

  @May('shared-passport:read')
  @Reads('passport-opened')
  @Get(paths.intakeOf(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const passport = await this.passports.open(visitor.actor, id);
    if (!passport) throw new NotFoundException();
    const page = passportReadPage(passport, { today: this.site.clock.today(), back: backTo(request.headers.referer, request.headers.host) });
    noteParts(request, partsOn(page));
    return this.pages.show(request, reply, 'intake/passport', page);
  }
}

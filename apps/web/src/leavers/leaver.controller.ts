import { Controller, Get, NotFoundException, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dealingsWith } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaverStory } from '#transfers';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { leaverPage, type LeaverView } from './leaver-page.ts';

const isUuid = new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() });

/** One leaver of a mentor or a school, and what is noted about them. */
@Controller()
export class LeaverController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @May('leaver:see')
  @Get(paths.leaver(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, visitor, request, reply);
  }

  private async page(id: string, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, again: Pick<LeaverView, 'typed' | 'errors'> = {}): Promise<string> {
    const [story, dealings] = await Promise.all([
      leaverStory(this.site.tx, visitor.actor, id),
      dealingsWith(this.site.tx, visitor.actor, id),
    ]);
    if (!story) throw new NotFoundException();
    const page = leaverPage(story, dealings, { visitor, today: this.site.clock.today(), back: cameFrom(request), ...again });
    return this.pages.show(request, reply, 'leavers/leaver', page);
  }
}

/** The list with the filter that somebody came from; the plain list when they came from elsewhere. */
function cameFrom({ headers: { referer = '', host = '' } }: FastifyRequest): string {
  const [, query = ''] = referer.split(`//${host}${paths.leavers}?`);
  return query ? `${paths.leavers}?${query}` : paths.leavers;
}

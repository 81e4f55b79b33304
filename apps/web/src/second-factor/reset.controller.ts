import { Controller, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, May, resetSecondFactor, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Site } from '../site.ts';

/** A colleague lost everything to sign in with, and an administrator lets them set it up anew. */
@Controller()
export class ResetController {
  constructor(private readonly site: Site) {}

  @May('people:manage')
  @Post(paths.personSecondStep(':id'))
  async reset(@Param('id', isUuid) id: string, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const done = await resetSecondFactor(this.site.tx, actor, id, this.site.clock);
    if (!done) throw new NotFoundException();
    leaveMessage(request, reply, 'factor-reset');
    void reply.code(303).redirect(paths.person(id));
  }
}

import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';

/** Pages that everybody may read. */
@Public()
@Controller()
export class TextsController {
  constructor(private readonly pages: Pages) {}

  @Get(paths.help)
  help(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.pages.show(request, reply, 'help', { title: 'Hulp' });
  }

  @Get(paths.contact)
  contact(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.pages.show(request, reply, 'contact', { title: 'Contact' });
  }

  @Get(paths.privacy)
  privacy(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.pages.show(request, reply, 'privacy', { title: 'Privacy' });
  }

  @Get(paths.accessibility)
  accessibility(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.pages.show(request, reply, 'accessibility', { title: 'Toegankelijkheid' });
  }
}

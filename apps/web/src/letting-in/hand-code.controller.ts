import { Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, HandedCodes, lettingIn, May, type LettingIn, type Visitor } from '#people';
import { amsterdam } from '#platform';
import { codeMinutes, paths } from '#policy';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';

/** A code on the screen of who helps: shown in the answer and nowhere else, so that going back shows none. */
@May('sign-in-code:give')
@Controller(paths.leaverCode(':id'))
export class HandCodeController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly codes: HandedCodes,
  ) {}

  @Reads('letting-in-opened')
  @Get()
  async explain(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(await this.find(id, visitor), request, reply);
  }

  @Post()
  @HttpCode(200)
  async give(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const found = await this.find(id, visitor);
    const [given] = await this.codes.give(this.site.tx, visitor.actor, [id], 'screen');
    if (!given) throw new NotFoundException();
    return this.page(found, request, reply, { code: given.code, until: amsterdam(given.until).time.replace(':', '.') });
  }

  private async find(id: string, { actor }: Visitor): Promise<LettingIn> {
    const [found] = await lettingIn(this.site.tx, actor, { leaverIds: [id] });
    if (!found) throw new NotFoundException();
    return found;
  }

  private page({ leaverId, name, givenName }: LettingIn, request: FastifyRequest, reply: FastifyReply, given?: { code: string; until: string }): string {
    const address = new URL(paths.signInCode, this.site.publicUrl);
    const about = { name, givenName, back: paths.leaver(leaverId), action: paths.leaverCode(leaverId) };
    return this.pages.show(request, reply, 'letting-in/hand-code', { title: `Laat ${givenName} inloggen`, section: 'Leerlingen', ...about, given, minutes: codeMinutes.screen, address: address.host + address.pathname });
  }
}

import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Supported, type Begun } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { rememberSearch } from '#transfers';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

const filled = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

class SupportQuery {
  @IsUUID() @IsOptional() @Transform(filled) zoek?: string;
}

class SupportFindForm {
  @IsString() @IsOptional() @Transform(filled) naam?: string;
}

/** For whom there is a part about support, and finding by name for whom it is needed. */
@May('support:write')
@Controller()
export class SupportListController {
  private readonly supported: Supported;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.supported = new Supported(site.tx, site.clock);
  }

  @Get(paths.support)
  async list(@Query() { zoek }: SupportQuery, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { begun, found, typed } = await this.supported.list(actor, zoek);
    const link = <Row extends { id: string; class: string | null }>(row: Row) => ({ ...row, href: paths.supportOf(row.id), where: row.class ? `Klas ${row.class}` : '' });
    return this.pages.show(request, reply, 'school-part/support-list', {
      title: 'Ondersteuning op school',
      section: 'Ondersteuning',
      find: paths.supportFind,
      typed: typed ?? '',
      isSearch: typed !== null,
      begun: begun.map((row) => ({ ...link(row), badge: badgeOf(row) })),
      found: found.map(link),
    });
  }

  /** A name goes in the body; the address that answers holds a token for it. */
  @Post(paths.supportFind)
  async find(@Body() { naam }: SupportFindForm, @Asking() { actor }: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const zoek = naam && (await this.site.tx.run(actor, (sql) => rememberSearch(sql, naam, this.site.clock.today())));
    void reply.code(303).redirect(zoek ? `${paths.support}?zoek=${zoek}` : paths.support);
  }
}

function badgeOf({ done, agrees }: Begun): { tone: string; text: string } {
  if (!done) return { tone: 'next', text: 'Bezig' };
  if (agrees === null) return { tone: 'other', text: 'Wacht op leerling' };
  return agrees ? { tone: 'good', text: 'Klopt' } : { tone: 'next', text: 'Wil dit bespreken' };
}

import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiTokens, Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { KeyForm, keysPage, scopesFor } from './keys-page.ts';

const FULL = { field: 'naam', text: 'Je hebt al 20 sleutels. Trek er eerst een in.' };
const NOT_YOURS = { field: 'mag', text: 'Kies wat de sleutel mag.' };

/** Keys of somebody for their own programs: made, shown once, taken back. */
@May('key:make')
@Controller()
export class KeysController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly tokens: ApiTokens,
  ) {}

  @Get(paths.keys)
  async list(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(visitor, request, reply, {});
  }

  /** Answers with a page and not a redirect: the key stands on it this once, and nowhere else. */
  @Post(paths.keys)
  @HttpCode(201)
  async make(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { form, errors } = await readForm(KeyForm, body);
    const mine = scopesFor(visitor).map(({ code }) => code);
    if (!errors.length && !form.mag.every((code) => mine.includes(code))) errors.push(NOT_YOURS);
    if (errors.length) return this.page(visitor, request, reply, { form, errors });
    const made = await this.tokens.make(this.site.tx, visitor.actor, { name: form.naam, scopes: form.mag, days: Number(form.dagen) });
    return this.page(visitor, request, reply, made ? { made } : { form, errors: [FULL] });
  }

  @Post(paths.keyRevoke(':id'))
  async revoke(@Param('id', isUuid) id: string, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (!(await this.tokens.revoke(this.site.tx, actor, id))) throw new NotFoundException();
    leaveMessage(request, reply, 'key-revoked');
    void reply.code(303).redirect(paths.keys);
  }

  private async page(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, { form = new KeyForm(), errors = [], made }: Partial<Parameters<typeof keysPage>[1]>): Promise<string> {
    const keys = await this.tokens.list(this.site.tx, visitor.actor);
    return this.pages.show(request, reply, 'keys', keysPage(keys, { visitor, clock: this.site.clock, form, errors, made }));
  }
}

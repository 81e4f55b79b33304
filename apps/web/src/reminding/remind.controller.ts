import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { remindNow, toRemind } from '#dossiers';
import { Asking, Limits, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { asList, readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { remindPage } from './remind-page.ts';

const CHOOSE = 'Kies eerst 1 of meer leerlingen.';
const MOST = 200;

class RemindForm {
  @IsUUID('all', { each: true, message: CHOOSE })
  @ArrayMinSize(1, { message: CHOOSE })
  @ArrayMaxSize(MOST, { message: `Kies er minder tegelijk: hoogstens ${MOST}.` })
  @Transform(asList)
  leerling: string[] = [];
}

interface Shown {
  readonly leavers: readonly string[];
  readonly byHand?: boolean;
  readonly errors?: readonly FormError[];
}

/** Several students at once: choose on the list, see here what each is asked, send. */
@May('student:remind')
@Controller(paths.leaversRemind)
export class RemindController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly limits: Limits,
  ) {}

  @Get()
  async ask(@Query() query: object, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!Object.keys(query).length) return this.page(visitor, request, reply, { leavers: [] });
    const { form, errors } = await readForm(RemindForm, query);
    return this.page(visitor, request, reply, errors.length ? { leavers: [], errors } : { leavers: form.leerling });
  }

  @Post()
  async send(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(RemindForm, body);
    if (errors.length) return this.page(visitor, request, reply, { leavers: [], byHand: true, errors });
    await this.limits.refuseAccount('students-reminded', visitor.accountId);
    const told = await remindNow(this.site.tx, visitor.actor, form.leerling, this.site.clock.today());
    leaveMessage(request, reply, told ? 'students-reminded' : 'already-done');
    void reply.code(303).redirect(paths.leavers);
    return undefined;
  }

  /** Whom was chosen; when nobody was, everybody on the list of the asker. */
  private async page(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, { leavers, byHand = false, errors = [] }: Shown): Promise<string> {
    const rows = await toRemind(this.site.tx, visitor.actor, leavers.length ? leavers : null, this.site.clock.today());
    return this.pages.show(request, reply, 'leavers/remind', { ...remindPage(rows, leavers, byHand), errors });
  }
}

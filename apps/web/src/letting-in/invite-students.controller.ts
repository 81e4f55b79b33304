import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, IsString, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, invite, lettingIn, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { asList, readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { invitePage } from './invite-page.ts';

const CHOOSE = 'Kies eerst 1 of meer leerlingen.';

class InviteForm {
  @IsUUID('all', { each: true, message: CHOOSE })
  @ArrayMinSize(1, { message: CHOOSE })
  @ArrayMaxSize(2000, { message: 'Kies er minder tegelijk: hoogstens 2.000.' })
  @Transform(asList)
  leerling: string[] = [];

  /** Sent from the page of one leaver, and back to there. */
  @IsOptional()
  @IsString()
  van?: string;
}

/** A mail to students who may come in from now on: one mail each, whatever is pressed twice. */
@May('student:invite')
@Controller(paths.leaversInvite)
export class InviteStudentsController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @Get()
  async choose(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(visitor, request, reply, [], []);
  }

  @Post()
  async invite(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(InviteForm, body);
    if (errors.length) return this.page(visitor, request, reply, [], [{ field: 'leerling', text: errors[0]?.text ?? CHOOSE }]);
    const invited = await invite(this.site.tx, visitor.actor, form.leerling, this.site.clock.today());
    leaveMessage(request, reply, invited ? 'students-invited' : 'already-done');
    const [only = ''] = form.leerling;
    void reply.code(303).redirect(form.van === 'leerling' ? paths.leaver(only) : paths.leaversInvite);
    return undefined;
  }

  private async page(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, chosen: readonly string[], errors: readonly FormError[]): Promise<string> {
    const rows = await lettingIn(this.site.tx, visitor.actor);
    return this.pages.show(request, reply, 'letting-in/invite', { ...invitePage(rows, chosen), errors });
  }
}

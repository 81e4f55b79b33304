import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { HandingOver, mentorClasses, summerEnd, type HandedOver } from '#transfers';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { classesPage, mentorPage } from './classes-page.ts';

const filled = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);

class ForGoodForm {
  @IsUUID(undefined, { message: 'Kies welke mentor de leerlingen overneemt.' }) opvolger: string;
  @IsString() @IsOptional() @Transform(filled) klas?: string;
}

class LeaveForm {
  @IsUUID(undefined, { message: 'Kies wie vervangt.' }) vervanger: string;
  @IsISO8601({ strict: true }, { message: 'Kies de eerste dag.' }) van: string;
  @IsISO8601({ strict: true }, { message: 'Kies de laatste dag.' }) tot: string;
}

class SummerForm {
  @IsUUID(undefined, { message: 'Kies wie meekijkt.' }) zomer: string;
}

interface Typed {
  readonly form: Partial<ForGoodForm & LeaveForm & SummerForm>;
  readonly errors: readonly FormError[];
}

/** Classes and their mentors: handing over for good, standing in for a while. */
@May('class:hand-over')
@Controller()
export class ClassesController {
  private readonly handing: HandingOver;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.handing = new HandingOver(site.tx, site.clock);
  }

  @Get(paths.classes)
  async list(@Asking() { actor, organisation, organisationKind }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const today = this.site.clock.today();
    return this.pages.show(request, reply, 'administration/classes', classesPage(await mentorClasses(this.site.tx, actor, today), { organisation, organisationKind, today }));
  }

  @Get(paths.mentorClasses(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, { form: {}, errors: [] }, visitor, request, reply);
  }

  @Post(paths.classesForGood(':id'))
  async forGood(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(ForGoodForm, body);
    if (errors.length) return this.page(id, { form, errors }, visitor, request, reply);
    return after(await this.handing.forGood(visitor.actor, id, form.opvolger, form.klas), 'handed-over', id, request, reply);
  }

  @Post(paths.classesLeave(':id'))
  async leave(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(LeaveForm, body);
    const today = this.site.clock.today();
    if (!errors.length && form.tot < (form.van > today ? form.van : today)) errors.push({ field: 'tot', text: 'De laatste dag ligt vóór de eerste, of is al voorbij.' });
    if (errors.length) return this.page(id, { form, errors }, visitor, request, reply);
    const done = await this.handing.forALeave(visitor.actor, id, form.vervanger, { from: form.van, until: form.tot });
    return after(done, 'stand-in-set', id, request, reply);
  }

  @Post(paths.classesSummer(':id'))
  async summer(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(SummerForm, body);
    if (errors.length) return this.page(id, { form, errors }, visitor, request, reply);
    return after(await this.handing.forTheSummer(visitor.actor, id, form.zomer), 'stand-in-set', id, request, reply);
  }

  @Post(paths.standInStop(':id'))
  async stop(@Param('id', isUuid) id: string, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const done = await this.handing.stop(actor, id);
    if (done === 'gone') throw new NotFoundException();
    leaveMessage(request, reply, done === 'done' ? 'stand-in-stopped' : 'already-done');
    void reply.code(303).redirect(paths.classes);
  }

  private async page(id: string, { form, errors }: Typed, { actor, organisationKind }: Visitor, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const today = this.site.clock.today();
    const { mentors, colleagues } = await mentorClasses(this.site.tx, actor, today);
    const mentor = mentors.find((row) => row.id === id);
    if (!mentor) throw new NotFoundException();
    return this.pages.show(request, reply, 'administration/mentor', mentorPage(mentor, colleagues, { organisationKind, today, summerEnd: summerEnd(today), typed: form, errors }));
  }
}

function after(done: HandedOver, message: Message, id: string, request: FastifyRequest, reply: FastifyReply): undefined {
  if (done === 'gone') throw new NotFoundException();
  leaveMessage(request, reply, { done: message, nobody: 'nobody-handed-over' as const, already: 'already-done' as const }[done]);
  void reply.code(303).redirect(paths.mentorClasses(id));
}

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsArray, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadAlong } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths, sections } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { asList, readForm } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

class OpeningForm {
  @Transform(asList)
  @IsArray()
  @IsString({ each: true })
  onderdeel: string[] = [];

  @Transform(asList)
  @IsArray()
  @IsString({ each: true })
  gezondheid: string[] = [];
}

const own = sections.filter(({ writer, stands }) => writer === 'student' && stands === 'mine');
const choiceOf = ({ code, dutch }: (typeof own)[number]): { code: string; text: string } => ({ code, text: dutch });

/** The student chooses which parts the mentor may read along. Counts only after the button; nothing is chosen beforehand. */
@May('passport:write')
@Controller(paths.openedToMentor)
export class OpeningController {
  private readonly along: ReadAlong;

  constructor(
    private readonly pages: Pages,
    site: Site,
  ) {
    this.along = new ReadAlong(site.tx, site.clock);
  }

  @Get()
  async show(@Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { open, shut } = await this.along.mine(actor);
    return this.pages.show(request, reply, 'school-part/opening', {
      title: 'Mag je mentor meelezen?',
      section: 'Mijn paspoort',
      back: paths.passport,
      here: paths.openedToMentor,
      ordinary: own.filter(({ sensitivity }) => sensitivity === 'ordinary').map(choiceOf),
      special: own.filter(({ sensitivity }) => sensitivity === 'special').map(({ code }) => ({ code, text: 'Ja, mijn mentor mag dit lezen' })),
      values: open,
      isShut: shut.length > 0,
    });
  }

  @Post()
  async save(@Body() body: unknown, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const { form, errors } = await readForm(OpeningForm, body ?? {});
    if (errors.length) return void reply.code(303).redirect(paths.openedToMentor);
    await this.along.open(actor, [...form.onderdeel, ...form.gezondheid]);
    leaveMessage(request, reply, 'opening-saved');
    return void reply.code(303).redirect(paths.passport);
  }
}

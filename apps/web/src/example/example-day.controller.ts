import { Body, Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#people';
import { paths } from '#policy';
import { readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import type { ExampleRegion } from './example-region.ts';

class DayForm {
  @IsString({ message: 'Kies eerst een dag.' })
  dag: string;
}

/** Puts the example on another day, for everybody who looks at it; only on this machine. */
@Public()
@Controller(paths.exampleDay)
export class ExampleDayController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @Get()
  choose(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.page(request, reply, []);
  }

  @Post()
  async change(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const region = this.region(request);
    const { form, errors } = await readForm(DayForm, body);
    if (errors.length) return this.page(request, reply, errors);
    if (!region.days.includes(form.dag)) throw new NotFoundException();
    region.goTo(form.dag);
    return void reply.code(303).redirect(paths.exampleDay);
  }

  private page(request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[]): string {
    const { days, busyWith, failedOn } = this.region(request);
    const [busy, failed] = [busyWith(), failedOn()];
    const title = busy ? 'Het voorbeeld wordt gevuld' : failed ? 'Het vullen is niet gelukt' : 'Kies een dag';
    return this.pages.show(request, reply, 'example/day', { title, days, current: this.site.clock.today(), busy, failed, errors });
  }

  private region(request: FastifyRequest): ExampleRegion {
    if (!this.site.example || !this.pages.hasDemoPages(request)) throw new NotFoundException();
    return this.site.example;
  }
}

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Corrections } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { correctionTopics, erasing, paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Site } from '../site.ts';
import { askedOf } from './asked.ts';

const LONGEST = 1000;

class CorrectionForm {
  @IsIn(correctionTopics.map(({ code }) => code), { message: 'Kies wat er niet klopt.' })
  over = '';

  @MaxLength(LONGEST, { message: 'Maak het korter: hoogstens 1.000 tekens.' })
  @IsNotEmpty({ message: 'Schrijf op wat er niet klopt.' })
  @IsString()
  fout = '';

  @MaxLength(LONGEST, { message: 'Maak het korter: hoogstens 1.000 tekens.' })
  @IsNotEmpty({ message: 'Schrijf op wat er moet staan.' })
  @IsString()
  goed = '';
}

class ErasingForm {
  @IsIn(['ja'], { message: 'Kruis aan dat je het zeker weet.' })
  zeker = '';
}

/** What a student may ask of whoever keeps something about them, on one page: look, take along, mend, wipe. */
@May('own-rights:use')
@Controller()
export class OwnRightsController {
  private readonly corrections: Corrections;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.corrections = new Corrections(site.tx, site.clock);
  }

  @Get(paths.ownRights)
  async show(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(visitor, request, reply);
  }

  @KeepsText()
  @Post(paths.ownRights)
  async ask(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(CorrectionForm, body);
    if (errors.length) return this.page(visitor, request, reply, form, errors);
    await this.corrections.ask(visitor.actor, { about: form.over, wrong: form.fout, better: form.goed });
    leaveMessage(request, reply, 'correction-asked');
    return void reply.code(303).redirect(paths.ownRights);
  }

  @Get(paths.ownErasing)
  choose(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.erasingPage(request, reply);
  }

  @Post(paths.ownErasing)
  async erase(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { errors } = await readForm(ErasingForm, body);
    if (errors.length) return this.erasingPage(request, reply, errors);
    await this.corrections.erase(visitor.actor);
    leaveMessage(request, reply, 'passport-erased');
    return void reply.code(303).redirect(paths.ownRights);
  }

  private erasingPage(request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[] = []): string {
    const options = [{ code: 'ja', text: 'Ja, wis mijn paspoort. Ik weet dat het niet terugkomt.' }];
    return this.pages.show(request, reply, 'rights/erasing', {
      title: 'Wis mijn paspoort', section: 'Jouw rechten', back: paths.ownRights, here: paths.ownErasing, copy: paths.ownCopy, ...erasing, options, errors,
    });
  }

  private async page(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, typed: Partial<CorrectionForm> = {}, errors: readonly FormError[] = []): Promise<string> {
    const asked = await this.corrections.mine(visitor.actor);
    return this.pages.show(request, reply, 'rights/own', {
      title: 'Jouw rechten', section: 'Mijn paspoort', back: paths.passport, here: paths.ownRights,
      copy: paths.ownCopy, print: paths.passportPrint, readers: paths.readersOfMe, erasing: paths.ownErasing,
      asked: asked.map((row) => askedOf(row, this.site.clock)),
      topics: [{ code: '', text: 'Kies wat er niet klopt' }, ...correctionTopics.map(({ code, dutch }) => ({ code, text: dutch }))],
      typed: { over: typed.over ?? '', fout: typed.fout ?? '', goed: typed.goed ?? '' }, errors,
    });
  }
}

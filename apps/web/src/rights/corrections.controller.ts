import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsString, IsUUID, MaxLength, ValidateIf, IsNotEmpty } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Corrections } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { correctionAnswers, paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { askedOf } from './asked.ts';

class AnswerForm {
  @IsUUID(undefined, { message: 'Dit verzoek is er niet meer.' })
  verzoek = '';

  @IsIn(correctionAnswers.map(({ code }) => code), { message: 'Kies of het is verbeterd.' })
  antwoord = '';

  @ValidateIf(({ antwoord }: AnswerForm) => antwoord === 'not-done')
  @IsNotEmpty({ message: 'Schrijf op waarom het zo blijft. De leerling leest dit.' })
  @MaxLength(1000, { message: 'Maak de reden korter: hoogstens 1.000 tekens.' })
  @IsString()
  reden = '';
}

/** What a student asked to have mended, for the mentor to answer. */
@May('correction:answer')
@Controller(paths.leaverCorrections(':id'))
export class CorrectionsController {
  private readonly corrections: Corrections;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.corrections = new Corrections(site.tx, site.clock);
  }

  @Reads('corrections-opened')
  @Get()
  async show(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, visitor, request, reply);
  }

  @Reads('corrections-opened')
  @KeepsText()
  @Post()
  async answer(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(AnswerForm, body);
    if (errors.length) return this.page(id, visitor, request, reply, form, errors);
    const isKept = await this.corrections.answer(visitor.actor, id, { id: form.verzoek, answer: form.antwoord, reason: form.reden ?? '' });
    if (!isKept) throw new NotFoundException();
    leaveMessage(request, reply, 'correction-answered');
    return void reply.code(303).redirect(paths.leaverCorrections(id));
  }

  private async page(id: string, { actor }: Visitor, request: FastifyRequest, reply: FastifyReply, typed: Partial<AnswerForm> = {}, errors: readonly FormError[] = []): Promise<string> {
    const found = await this.corrections.of(actor, id);
    if (!found) throw new NotFoundException();
    const rows = found.asked.map((row) => askedOf(row, this.site.clock));
    const open = rows.filter(({ answer }) => !answer);
    return this.pages.show(request, reply, 'rights/corrections', {
      title: `Wat ${found.givenName} wil laten verbeteren`, section: 'Leerlingen', back: paths.leaver(id), backText: `Terug naar ${found.givenName}`, here: paths.leaverCorrections(id),
      name: found.name, now: open.at(-1), waiting: open.length - 1, answered: rows.filter(({ answer }) => answer),
      answers: correctionAnswers.map(({ code, asks }) => ({ code, text: asks })), typed: { antwoord: typed.antwoord ?? '', reden: typed.reden ?? '' }, errors,
    });
  }
}

import { Body, Controller, Get, HttpCode, HttpStatus, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type RegionQuestion, RegionQuestions } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { askableSections, paths, type Section } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm, versionOf, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Site } from '../site.ts';
import { faultsOf, formOf, QuestionForm, wordsOf } from './question-form.ts';
import { previewOf, questionPage, questionsPage } from './questions-page.ts';

/** The questions that a region adds to the passport: look, add, say otherwise, switch off and on. */
@May('question:manage')
@Controller()
export class QuestionsController {
  private readonly questions: RegionQuestions;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.questions = new RegionQuestions(site.tx, site.clock);
  }

  @Get(paths.questions)
  async list(@Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.pages.show(request, reply, 'questions/list', questionsPage(await this.questions.all(actor)));
  }

  @Get(paths.questionNew(':section'))
  new(@Param('section') address: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.pages.show(request, reply, 'questions/question', questionPage(sectionFor(address), { form: new QuestionForm(), errors: [] }));
  }

  @KeepsText()
  @HttpCode(HttpStatus.OK)
  @Post(paths.questionNew(':section'))
  async add(@Param('section') address: string, @Body() body: unknown, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const section = sectionFor(address);
    const { form, errors } = await read(body);
    if (errors.length || form.bekijk || !form.soort) return this.again(section, form, errors, request, reply);
    const added = await this.questions.add(actor, section.code, form.soort, wordsOf(form));
    this.goTo(paths.questions, added ? 'question-added' : 'questions-full', request, reply);
  }

  @Get(paths.question(':code'))
  async see(@Param('code') code: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { section, question } = await this.find(code, visitor);
    const form = formOf(question);
    return this.pages.show(request, reply, 'questions/question', questionPage(section, { form, errors: [], preview: previewOf(question.type, question) }, question));
  }

  @KeepsText()
  @HttpCode(HttpStatus.OK)
  @Post(paths.question(':code'))
  async change(@Param('code') code: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { section, question } = await this.find(code, visitor);
    const typed = { ...(body as object), soort: question.type };
    const { form, errors } = await read(typed);
    if (errors.length || form.bekijk) return this.again(section, form, errors, request, reply, question);
    const isSame = JSON.stringify(wordsOf(form)) === JSON.stringify(wordsOf(formOf(question)));
    const changed = isSame || (await this.questions.change(visitor.actor, { ...question, version: versionOf((body as { versie?: unknown }).versie) }, wordsOf(form)));
    this.goTo(changed ? paths.questions : paths.question(code), changed ? 'saved' : 'already-done', request, reply);
  }

  @Post(paths.questionOff(':code'))
  async switchOff(@Param('code') code: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { question } = await this.find(code, visitor);
    this.goTo(paths.questions, (await this.questions.switchOff(visitor.actor, question)) ? 'question-off' : 'already-done', request, reply);
  }

  @Post(paths.questionOn(':code'))
  async switchOn(@Param('code') code: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { question } = await this.find(code, visitor);
    if (!question.isOff) return this.goTo(paths.questions, 'already-done', request, reply);
    this.goTo(paths.questions, (await this.questions.switchOn(visitor.actor, question)) ? 'question-on' : 'questions-full', request, reply);
  }

  private again(section: Section, form: QuestionForm, errors: FormError[], request: FastifyRequest, reply: FastifyReply, question?: RegionQuestion): string {
    const preview = form.soort && !errors.length ? previewOf(form.soort, wordsOf(form)) : undefined;
    return this.pages.show(request, reply, 'questions/question', questionPage(section, { form, errors, preview }, question));
  }

  private async find(code: string, { actor }: Visitor): Promise<{ section: Section; question: RegionQuestion }> {
    const question = await this.questions.one(actor, code);
    const section = askableSections.find((row) => row.code === question?.section);
    if (!question || !section) throw new NotFoundException();
    return { section, question };
  }

  private goTo(address: string, message: Message, request: FastifyRequest, reply: FastifyReply): void {
    leaveMessage(request, reply, message);
    void reply.code(303).redirect(address);
  }
}

function sectionFor(address: string): Section {
  const section = askableSections.find((row) => row.address === address);
  if (!section) throw new NotFoundException();
  return section;
}

async function read(body: unknown): Promise<{ form: QuestionForm; errors: FormError[] }> {
  const { form, errors } = await readForm(QuestionForm, body);
  return { form, errors: errors.length ? errors : faultsOf(form) };
}

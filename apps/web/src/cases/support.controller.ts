import { BadRequestException, Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { caseFacts, CaseSupport, SupportOffers, type CaseFacts, type SupportOffer, type SupportStep } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { leaverStory } from '#transfers';
import { kindOf } from '../offers/offer-form.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { lineOf } from './support-line.ts';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';

const CHOOSE = 'Kies wat je aanbood.';

class ChooseForm {
  @IsUUID(undefined, { message: CHOOSE })
  aanbod = '';
}

class StepForm {
  @IsUUID()
  regel: string;

  @IsIn(['accepted', 'declined', 'completed', 'undo'])
  stap: SupportStep;
}

/** What the desk offered this young person, from the register of the region. */
@May('case:work')
@Controller(paths.caseSupport(':id'))
export class CaseSupportController {
  private readonly support: CaseSupport;
  private readonly offers: SupportOffers;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.support = new CaseSupport(site.tx, site.clock);
    this.offers = new SupportOffers(site.tx, site.clock);
  }

  @Reads('case-opened')
  @Get()
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(await this.find(id, visitor), visitor, request, reply);
  }

  @Reads('case-opened')
  @Post()
  @HttpCode(200)
  async save(@Param('id', isUuid) id: string, @Body() body: Record<string, unknown>, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const facts = await this.find(id, visitor);
    if ('stap' in (body ?? {})) {
      const { form, errors } = await readForm(StepForm, body);
      if (errors.length) throw new BadRequestException();
      return this.back(await this.support.step(visitor, id, form.regel, form.stap), id, request, reply);
    }
    const { form, errors } = await readForm(ChooseForm, body);
    if (!errors.length && !(await this.offers.find(visitor.actor, form.aanbod))) errors.push({ field: 'aanbod', text: CHOOSE });
    if (errors.length) return this.page(facts, visitor, request, reply, errors);
    return this.back(await this.support.offer(visitor, id, form.aanbod), id, request, reply);
  }

  private async find(id: string, visitor: Visitor): Promise<CaseFacts> {
    const facts = await caseFacts(this.site.tx, visitor.actor, id, this.site.clock.today());
    if (!facts?.isOurs) throw new NotFoundException();
    return facts;
  }

  private async page(facts: CaseFacts, { actor }: Visitor, request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[] = []): Promise<string> {
    const { tx, clock } = this.site;
    const [story, offers, lines] = await Promise.all([leaverStory(tx, actor, facts.leaverId), this.offers.all(actor), this.support.lines(actor, facts.id)]);
    if (!story) throw new NotFoundException();
    const mayWork = !facts.closedOn;
    const left = mayWork ? offers.filter((offer) => !offer.hasEnded && !lines.some(({ offerId }) => offerId === offer.id)) : [];
    const page = { title: 'Aanbod voor deze jongere', section: 'Niet gestart', who: story.facts.name, back: paths.case(facts.id), action: paths.caseSupport(facts.id), today: clock.today() };
    return this.pages.show(request, reply, 'cases/support', { ...page, lines: lines.map((line) => ({ ...lineOf(line), mayWork })), offers: left.length ? optionsOf(left) : undefined, hasOffers: offers.length > 0, errors });
  }

  private back(done: string, id: string, request: FastifyRequest, reply: FastifyReply): undefined {
    leaveMessage(request, reply, done === 'done' ? 'saved' : 'already-done');
    void reply.code(303).redirect(paths.caseSupport(id));
  }
}

const optionsOf = (offers: readonly SupportOffer[]): object[] =>
  offers.map(({ id, kind, name, municipality, forWhom, contact }) => ({ code: id, text: [name, municipality].filter(Boolean).join(', '), hint: [kindOf(kind), forWhom, contact].filter(Boolean).map(sentence).join('. ') }));

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

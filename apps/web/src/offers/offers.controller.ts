import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SupportOffers, type OfferCounts } from '#alerts';
import { Asking, May, type Visitor } from '#people';
import { paths, SMALLEST_COUNT, supportOfferKinds } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Site } from '../site.ts';
import { formOf, kindOf, OfferForm, wordsOf } from './offer-form.ts';

const kinds = supportOfferKinds.map(({ code, dutch, because }) => ({ code, text: dutch, hint: because }));

/** What the region has to offer young people who did not start. */
@May('offer:manage')
@Controller()
export class OffersController {
  private readonly offers: SupportOffers;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.offers = new SupportOffers(site.tx, site.clock);
  }

  @Get(paths.offers)
  async list(@Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const rows = (await this.offers.all(actor)).map((row) => ({ ...row, href: paths.offer(row.id), kindText: kindOf(row.kind), counted: countedOf(row) }));
    return this.pages.show(request, reply, 'offers/list', { title: 'Aanbod in de regio', section: 'Beheer', back: paths.administration, newHref: paths.offerNew, rows, fewest: SMALLEST_COUNT, today: this.site.clock.today() });
  }

  @Get(paths.offerNew)
  new(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.page(paths.offerNew, new OfferForm(), [], request, reply);
  }

  @KeepsText()
  @HttpCode(200)
  @Post(paths.offerNew)
  async add(@Body() body: unknown, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(OfferForm, body);
    if (errors.length) return this.page(paths.offerNew, form, errors, request, reply);
    await this.offers.add(actor, wordsOf(form));
    return this.toList(request, reply);
  }

  @Get(paths.offer(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const offer = await this.offers.find(actor, id);
    if (!offer) throw new NotFoundException();
    return this.page(paths.offer(id), formOf(offer), [], request, reply);
  }

  @KeepsText()
  @HttpCode(200)
  @Post(paths.offer(':id'))
  async change(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(OfferForm, body);
    if (!(await this.offers.find(actor, id))) throw new NotFoundException();
    if (errors.length) return this.page(paths.offer(id), form, errors, request, reply);
    await this.offers.change(actor, id, wordsOf(form));
    return this.toList(request, reply);
  }

  private page(action: string, typed: OfferForm, errors: readonly FormError[], request: FastifyRequest, reply: FastifyReply): string {
    const title = action === paths.offerNew ? 'Nieuw aanbod' : 'Aanbod veranderen';
    return this.pages.show(request, reply, 'offers/offer', { title, section: 'Beheer', back: paths.offers, action, kinds, typed, errors });
  }

  private toList(request: FastifyRequest, reply: FastifyReply): undefined {
    leaveMessage(request, reply, 'saved');
    void reply.code(303).redirect(paths.offers);
  }
}

/** In words, since a small number is not told. */
function countedOf({ offered, accepted, completed }: OfferCounts): string {
  const words = ([['aangeboden', offered], ['aangenomen', accepted], ['afgerond', completed]] as const).map(([word, count]) => `${count ?? `minder dan ${SMALLEST_COUNT}`} keer ${word}`);
  return offered === 0 ? 'nog niet aangeboden' : words.join(', ');
}

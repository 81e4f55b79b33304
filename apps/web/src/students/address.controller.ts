import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { IsEmail, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, confirmAddress, forgetAddress, Limits, May, offerAddress, ownAddresses, type Visitor } from '#people';
import { paths } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';

class AddressForm {
  @MaxLength(254)
  @IsEmail({}, { message: 'Vul je eigen mailadres in, bijvoorbeeld naam@mail.nl.' })
  adres = '';
}

class ConfirmForm {
  @MaxLength(40)
  @IsString()
  code = '';
}

const SAID = {
  wrong: 'Deze code klopt niet. Kijk goed en typ hem opnieuw.',
  over: 'Deze code werkt niet meer. Vul je adres opnieuw in.',
  taken: 'Met dit adres kan het niet. Kies een ander adres.',
} as const;

/** The own mail address of a student: given, confirmed by a code that went there, taken away. */
@May('own-address:change')
@Controller()
export class AddressController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly limits: Limits,
  ) {}

  /** Also where a form that was not right was sent, for who opens that address again. */
  @Get([paths.ownAddress, paths.ownAddressConfirm])
  async show(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(visitor, request, reply);
  }

  @Post(paths.ownAddress)
  async offer(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(AddressForm, body);
    if (errors.length) return this.page(visitor, request, reply, errors, form.adres);
    await this.limits.refuseAccount('link-mailed', form.adres);
    await this.limits.refuseAccount('link-mailed', visitor.accountId);
    await this.site.tx.run(visitor.actor, (sql) => offerAddress(sql, form.adres.trim(), this.site.clock));
    return void reply.code(303).redirect(paths.ownAddress);
  }

  @Post(paths.ownAddressConfirm)
  async confirm(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form } = await readForm(ConfirmForm, body);
    const said = await this.site.tx.run(visitor.actor, (sql) => confirmAddress(sql, String(form.code)));
    if (said !== 'done') return this.page(visitor, request, reply, [{ field: said === 'wrong' ? 'code' : 'adres', text: SAID[said] }]);
    return this.after('address-confirmed', request, reply);
  }

  @Post(paths.ownAddressForget)
  async forget(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    await this.site.tx.run(visitor.actor, forgetAddress);
    return this.after('address-forgotten', request, reply);
  }

  private after(message: Message, request: FastifyRequest, reply: FastifyReply): undefined {
    leaveMessage(request, reply, message);
    void reply.code(303).redirect(paths.ownAddress);
  }

  private async page(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[] = [], typed = ''): Promise<string> {
    const addresses = await ownAddresses(this.site.tx, visitor.actor);
    const actions = { offer: paths.ownAddress, confirm: paths.ownAddressConfirm, forget: paths.ownAddressForget };
    return this.pages.show(request, reply, 'students/address', { title: 'Mijn mailadres', section: 'Mijn account', addresses, actions, typed, errors, back: paths.account });
  }
}

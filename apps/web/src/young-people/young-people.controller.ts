import { BadRequestException, Body, Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, May, mayDo, type Visitor } from '#people';
import { diplomas, paths, schoolTypes, schoolYearOf } from '#policy';
import { enteredPeople, enterYoungPerson, removeYoungPerson } from '#transfers';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { allErrors, readForm, type FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Site } from '../site.ts';
import { personOf, RemoveForm, slips, YoungPersonForm } from './young-person-form.ts';

const TAKEN = { field: 'achternaam', text: 'Een collega van je eigen organisatie begeleidt deze jongere al. Overleg met je collega’s.' };

/** A young person without a school in this service, entered by the municipality or a desk. */
@May('young-person:enter')
@Controller()
export class YoungPeopleController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @Get(paths.youngPersonNew)
  see(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(visitor, request, reply);
  }

  @KeepsText()
  @Post(paths.youngPersonNew)
  async enter(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(YoungPersonForm, body ?? {});
    const all = allErrors(form, errors, () => slips(form, this.site.clock.today()));
    if (all.length) return this.page(visitor, request, reply, form, all);
    const id = await enterYoungPerson(this.site.tx, visitor, personOf(form), this.site.clock);
    if (!id) return this.page(visitor, request, reply, form, [TAKEN]);
    return after('young-person-entered', mayDo(visitor, 'leaver:see') ? paths.leaver(id) : paths.youngPersonNew, request, reply);
  }

  @Post(paths.youngPersonRemove)
  async remove(@Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const { form, errors } = await readForm(RemoveForm, body ?? {});
    if (errors.length) throw new BadRequestException();
    if (!(await enteredPeople(this.site.tx, visitor.actor)).some(({ id }) => id === form.jongere)) throw new NotFoundException();
    const isGone = await removeYoungPerson(this.site.tx, visitor, form.jongere);
    return after(isGone ? 'young-person-removed' : 'young-person-stays', paths.youngPersonNew, request, reply);
  }

  private async page(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, typed?: YoungPersonForm, errors: readonly FormError[] = []): Promise<string> {
    const people = await enteredPeople(this.site.tx, visitor.actor);
    const today = this.site.clock.today();
    return this.pages.show(request, reply, 'young-people/new', {
      title: 'Jongere zonder school', section: 'Jongere invoeren', errors, today, typed: typed ?? {}, told: [{ code: 'ja', text: 'Ja. De jongere weet het en vindt het goed.' }], isTold: [typed?.weet ?? ''],
      schoolYear: schoolYearOf(today),
      schools: [{ code: '', text: 'Kies de laatste school' }, ...schoolTypes.map(({ code, dutch }) => ({ code, text: dutch }))],
      diplomas: [{ code: '', text: 'Geen of niet bekend' }, ...diplomas.map(({ code, dutch }) => ({ code, text: dutch }))],
      people: people.map((row) => ({ ...row, href: mayDo(visitor, 'leaver:see') ? paths.leaver(row.id) : undefined })),
      action: paths.youngPersonNew,
      remove: paths.youngPersonRemove,
    });
  }
}

function after(message: Message, to: string, request: FastifyRequest, reply: FastifyReply): undefined {
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(to);
}

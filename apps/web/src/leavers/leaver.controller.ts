import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Agreements, dealingsWith, MentorNotes, summerOf, type Done } from '#alerts';
import { Corrections, intakeStory, SchoolParts, movedDays } from '#dossiers';
import { Asking, lettingIn, May, mayDo, parentWaits, type Visitor } from '#people';
import { paths } from '#policy';
import { correctExitProfile, leaverStory, leaverTurn, ownChoices, redirectionsOf } from '#transfers';
import { besideApplications } from '../handover/beside.ts';
import { lettingInOf } from '../letting-in/invite-page.ts';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { KeepsText } from '../parked/keeps-text.ts';
import { Pages } from '../pages/pages.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { leaverPage, type LeaverView } from './leaver-page.ts';
import { noteOf, NoteForm, ProfileForm, slips } from './note-form.ts';

/** One leaver of a mentor or a school, and what is noted about them. */
@Controller()
export class LeaverController {
  private readonly notes: MentorNotes;
  private readonly parts: SchoolParts;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.notes = new MentorNotes(site.tx, site.clock);
    this.parts = new SchoolParts(site.tx, site.clock);
  }

  /** Also where a form that was not right was sent, for who opens that address again. */
  @May('leaver:see')
  @Reads('leaver-opened')
  @Get([paths.leaver(':id'), paths.leaverNotes(':id')])
  async see(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(id, visitor, request, reply);
  }

  @May('leaver:note')
  @Reads('leaver-opened')
  @KeepsText()
  @Post(paths.leaverNotes(':id'))
  async note(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const read = await readForm(NoteForm, body);
    const errors = [...read.errors, ...slips(read.form)];
    if (errors.length) return this.page(id, visitor, request, reply, { typed: read.form, errors });
    const done = await this.notes.add(visitor, id, noteOf(read.form));
    return done === 'told' ? after('done', id, 'note-told', request, reply) : after(done, id, 'note-saved', request, reply);
  }

  @May('leaver:note')
  @Post(paths.leaverDestination(':id'))
  async forget(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    return after(await this.notes.forgetDestination(visitor, id), id, 'destination-forgotten', request, reply);
  }

  @May('leaver:note')
  @Post(paths.leaverExitProfile(':id'))
  async correctProfile(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { form, errors } = await readForm(ProfileForm, body);
    if (errors.length) return this.page(id, visitor, request, reply, { errors });
    const isDone = await correctExitProfile(this.site.tx, visitor, id, form.profiel, this.site.clock);
    return after(isDone ? 'done' : 'gone', id, 'saved', request, reply);
  }

  private async page(id: string, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, again: Pick<LeaverView, 'typed' | 'errors'> = {}): Promise<string> {
    const { tx } = this.site;
    const [story, choices, dealings, [door], parent, part, corrections, agreements, turn, summer] = await Promise.all([
      leaverStory(this.site.tx, visitor.actor, id),
      ownChoices(tx, visitor.actor, id, this.site.clock.today()),
      dealingsWith(this.site.tx, visitor.actor, id),
      mayDo(visitor, 'student:invite') ? lettingIn(tx, visitor.actor, { leaverIds: [id] }) : [],
      mayDo(visitor, 'guardian:arrange') ? parentWaits(tx, visitor.actor, id, this.site.clock.today()) : undefined,
      mayDo(visitor, 'mentor-part:write') ? this.parts.state(visitor.actor, id, 'mentor-part') : undefined,
      mayDo(visitor, 'correction:answer') ? new Corrections(tx, this.site.clock).waiting(visitor.actor, id) : undefined,
      new Agreements(tx, this.site.clock).about(visitor.actor, id),
      leaverTurn(tx, visitor.actor, id, { day: this.site.clock.today(), moved: movedDays(this.site.clock) }),
      summerOf(tx, visitor.actor, id),
    ]);
    if (!story) throw new NotFoundException();
    const applications = story.applications.map(({ id: application }) => application);
    const [redirected, intake, beside] = await Promise.all([
      redirectionsOf(tx, visitor.actor, applications),
      intakeStory(tx, visitor.actor, applications, this.site.clock),
      besideApplications(this.site, visitor, story.applications, { asker: { student: story.facts.givenName, mentor: 'de mentor' }, leaver: id }),
    ]);
    const page = leaverPage(story, dealings, { visitor, turn, choices, redirected, intake, beside, today: this.site.clock.today(), back: cameFrom(request), letIn: lettingInOf(door, parent), part, corrections, agreements, summer, ...again });
    return this.pages.show(request, reply, 'leavers/leaver', page);
  }
}

function after(done: Done, id: string, message: Message, request: FastifyRequest, reply: FastifyReply): undefined {
  if (done === 'gone') throw new NotFoundException();
  leaveMessage(request, reply, message);
  void reply.code(303).redirect(paths.leaver(id));
}

/** The list with the filter that somebody came from; the plain list when they came from elsewhere. */
function cameFrom({ headers: { referer = '', host = '' } }: FastifyRequest): string {
  const [, query = ''] = referer.split(`//${host}${paths.leavers}?`);
  return query ? `${paths.leavers}?${query}` : paths.leavers;
}

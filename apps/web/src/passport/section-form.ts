import { HttpStatus } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answersFrom, lacks, removalOf, type Answers } from '#dossiers';
import type { Clock } from '#platform';
import { paths } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { versionOf, type FormError } from '../pages/forms.ts';
import { shownMoment } from '../pages/moment.ts';
import type { Pages } from '../pages/pages.ts';
import { isMarked } from '../parked/shown-again.ts';
import { choicesLacking, wishesIn } from '../sharing/choices.ts';
import { conflictPage, sectionPage, type Desk } from './section-page.ts';

type Typed = Readonly<Record<string, unknown>>;

interface Written {
  readonly answers: Answers;
  readonly notes: Answers;
  readonly done?: boolean;
}

/** Who writes where: finding answers 404 for whom it is not, writing answers nothing when somebody changed the text meanwhile. */
export interface Writes {
  find(): Promise<Desk>;
  write(writing: Written & { readonly version: number }): Promise<{ readonly version: number; readonly writtenAt: Date } | undefined>;
  /** Keeps who may read it, for a writer who decides that. */
  choose?(wanted: Readonly<Record<string, string>>): Promise<void>;
  /** Where the button leads. */
  next(done: boolean): { readonly to: string; readonly message: Message };
}

/** The form of a section, whoever writes it: kept by itself, saved by the button, two texts when somebody else wrote meanwhile. */
export class SectionForm {
  constructor(
    private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  show(desk: Desk, wantsRow: boolean, request: FastifyRequest, reply: FastifyReply): string {
    const { open } = desk;
    return this.pages.show(request, reply, 'passport/section', sectionPage(desk, this.clock, { ...open, done: open.version ? open.done : undefined, wantsRow }));
  }

  /** The button saves and says whether the section is done; a page that keeps by itself asks for JSON and changes nothing about that. */
  async save(writes: Writes, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const desk = await writes.find();
    const typed = (request.body ?? {}) as Typed;
    const byItself = (request.headers.accept ?? '').includes('application/json');
    const chosen = choiceOf(typed.klaar);
    const written = answersFrom(desk.section, desk.open.schoolType, byItself ? withoutRemovals(typed) : typed, desk.open);
    if (isMarked(typed)) return this.again(desk, { ...written, done: chosen, typed }, [], request, reply);
    const done = byItself || typed.meer ? undefined : chosen;
    const wanted = desk.sharing && !byItself ? wishesIn(desk.section, desk.sharing, typed) : {};
    const errors = byItself || typed.meer ? [] : faultsIn(desk, written, done, wanted);
    if (errors.length) return this.again(desk, { ...written, done, typed }, errors, request, reply);
    if (!byItself) await writes.choose?.(wanted);
    const kept = await writes.write({ ...written, done, version: versionOf(typed.versie) });
    if (!kept) return this.conflict(await writes.find(), { ...written, done }, byItself, request, reply);
    if (byItself) return void reply.code(HttpStatus.OK).send({ versie: kept.version, tijd: shownMoment(this.clock, kept.writtenAt).time });
    if (typed.meer) return void reply.code(303).redirect(typed.meer === 'bestanden' ? paths.passportFiles(desk.section.address) : `${desk.frame.here}?meer=1#klaar`);
    const { to, message } = writes.next(done ?? false);
    leaveMessage(request, reply, message);
    return void reply.code(303).redirect(to);
  }

  private again(desk: Desk, written: Written & { readonly typed: Typed }, errors: FormError[], request: FastifyRequest, reply: FastifyReply): string {
    return this.pages.show(request, reply, 'passport/section', sectionPage(desk, this.clock, { ...written, errors }));
  }

  private conflict(desk: Desk, written: Written, byItself: boolean, request: FastifyRequest, reply: FastifyReply): string {
    void reply.code(HttpStatus.CONFLICT);
    return byItself ? JSON.stringify({ fout: 'veranderd' }) : this.pages.show(request, reply, 'passport/conflict', conflictPage(desk, written));
  }
}

/** What keeps the button from saving, in the order of the page. */
const faultsIn = ({ section, open, sharing }: Desk, written: Written, done: boolean | undefined, wanted: Readonly<Record<string, string>>): FormError[] => [
  ...lacks(section, open.schoolType, written, done ?? false),
  ...(done && sharing ? choicesLacking(sharing, wanted) : []),
  ...(done === undefined ? [NOT_CHOSEN] : []),
];

const NOT_CHOSEN = { field: 'klaar', text: 'Kies of dit onderdeel klaar is. Je kunt ook later verder.' };

/** Only the button takes away: what is ticked by mistake would be gone before it could be unticked. */
const withoutRemovals = (typed: Typed): Typed => Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith(removalOf(''))));

const choiceOf = (value: unknown): boolean | undefined => (value === 'ja' ? true : value === 'nee' ? false : undefined);

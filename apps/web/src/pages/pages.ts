import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inWordsOf, paths, roleWord, senderWording } from '#policy';
import { isLoopback, render, type LayoutModel } from '#platform';
import { Site } from '../site.ts';
import { isShownAgain } from '../parked/shown-again.ts';
import { messageOf, SHOWN_AGAIN, takeMessage, type Message } from './flash.ts';
import { menuOf } from './navigation.ts';
import { PageWithErrors } from './page-with-errors.ts';

interface PageModel {
  readonly title: string;
  /** Where the page belongs, the second part of the window's title. */
  readonly section?: string;
  /** Where to go on from here; stands in what the page before said. */
  readonly next?: { readonly href: string; readonly text: string };
  /** What the page says of what was just done, when it stays where it is. */
  readonly justSaid?: Message;
  readonly errors?: readonly { readonly field: string; readonly text: string }[];
}

/** Looked at by itself, never around a form. */
const ERROR = 'error';

/** What proxies add, each its own. */
const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/** A name of somebody else that points here would let their pages read ours. */
const isForThisMachine = (host = ''): boolean => URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname);

/** What staff print for students, or send to them. */
const FOR_STUDENTS = ['letting-in/letter', 'letting-in/guardian-letter', 'leavers/remind'];

/** A student and a parent read who sends them by the right name; staff know what our words mean. */
const wordingFor = ({ visitor }: FastifyRequest, template: string) =>
  visitor && (['student', 'guardian'].includes(visitor.role) || FOR_STUDENTS.includes(template)) ? senderWording(visitor.organisationKind) : undefined;

/** Puts a page in the layout: who is signed in, where to go, what the page before said, on which day the example stands. */
@Injectable()
export class Pages {
  constructor(private readonly site: Site) {}

  /** The page as HTML that no cache may keep; 422 when it shows what is wrong with a form, whatever the handler's own code is. */
  show<Page extends PageModel>(request: FastifyRequest, reply: FastifyReply, template: string, page: Page): string {
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const again = isShownAgain(request) && template !== ERROR;
    const shown = again ? { ...page, errors: [] } : page;
    const wording = wordingFor(request, template);
    const model = inWordsOf(wording, { today: this.site.clock.today(), ...shown, layout: this.layout(request, reply, shown) });
    const html = render(`pages/${template}`, model, wording);
    if (again || page.errors?.length) throw new PageWithErrors(html);
    return html;
  }

  /** Demo pages exist on this machine only: not on a request that came through another one, or that was meant for another name. */
  hasDemoPages({ headers }: FastifyRequest): boolean {
    return this.site.demoPages && !PASSED_ON.some((name) => headers[name] !== undefined) && isForThisMachine(headers.host);
  }

  private layout(request: FastifyRequest, reply: FastifyReply, { title, section, next, justSaid, errors }: PageModel): LayoutModel {
    const { visitor } = request;
    const here = request.url.split('?')[0] ?? '';
    const menu = visitor && menuOf(visitor, here);
    const user = visitor && {
      name: visitor.person,
      role: roleWord(visitor.role, visitor.organisationKind),
      menuHref: paths.account,
      signOutHref: paths.signOut,
      signsOutHere: visitor.role === 'student' || visitor.role === 'guardian',
    };
    const demo = this.site.example && this.hasDemoPages(request)
      ? { day: this.site.clock.today(), inboxHref: paths.mailbox, jumpHref: paths.exampleDay }
      : undefined;
    const hasErrors = Boolean(errors?.length);
    const message = isShownAgain(request) ? SHOWN_AGAIN : justSaid ? messageOf(justSaid) : takeMessage(request, reply);
    const flash = message && { ...message, next };
    const session = visitor && { who: visitor.memberId, isParent: visitor.role === 'guardian', seconds: visitor.idleSeconds, leftHref: paths.session, extendHref: paths.sessionExtend, signInHref: paths.signIn };
    return { title, section: section === title ? undefined : section, menu, user, demo, flash, session, hasErrors, homeHref: paths.home };
  }
}

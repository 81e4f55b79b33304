import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, May, ReadingLog, type Visitor } from '#people';
import { addDays } from '#platform';
import { paths, sentenceOf } from '#policy';
import { leaverNews, planning, readNews, type NewsRow } from '#transfers';
import { leaveMessage } from '../pages/flash.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { planningPage } from './planning-page.ts';

const YEAR_DAYS = 366;
const IS_EVENT = /^\d{1,18}$/;

/** What happened to one's leavers, and what comes (ux 5.2). */
@Controller()
export class AheadController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {}

  @May('leaver:list')
  @Get(paths.news)
  async news(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { tx, clock } = this.site;
    const news = await leaverNews(tx, visitor.actor, clock.now());
    const leavers = [...new Set(news.rows.map(({ leaver }) => leaver))];
    if (leavers.length) await this.log.note(visitor, request.ip, { what: 'news-opened', rows: news.rows.length, leavers });
    const links = { leavers: paths.leavers, planning: paths.planning, settings: paths.mailSettings, read: paths.newsRead };
    return this.pages.show(request, reply, 'ahead/news', { title: 'Meldingen', ...news, rows: news.rows.map(lineOf), isMore: news.count > news.rows.length, ...links });
  }

  /** Pressed twice is read once. */
  @May('leaver:list')
  @Post(paths.newsRead)
  async read(@Body() body: { tot?: unknown } | undefined, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const last = String(body?.tot);
    if (IS_EVENT.test(last)) {
      await readNews(this.site.tx, actor, last);
      leaveMessage(request, reply, 'news-read');
    }
    void reply.code(303).redirect(paths.news);
  }

  @May('leaver:list')
  @Get(paths.planning)
  async planning(@Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { tx, clock } = this.site;
    const today = clock.today();
    return this.pages.show(request, reply, 'ahead/planning', planningPage(await planning(tx, actor, today, addDays(today, YEAR_DAYS)), today));
  }
}

const lineOf = (row: NewsRow) => ({ ...row, happenedOn: row.day, href: paths.leaver(row.leaver), text: sentenceOf(row), by: [row.programme, row.organisation].filter(Boolean).join(', ') });

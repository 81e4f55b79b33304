import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, HandedCodes, lettingIn, May, ReadingLog, type LettingIn, type Visitor } from '#people';
import { addDays } from '#platform';
import { codeMinutes, paths } from '#policy';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';

const DAYS = codeMinutes.letter / (24 * 60);

/** Letters on paper for who has no mail: each with a code of its own, on a sheet of its own. Printing again makes new codes. */
@May('sign-in-code:give')
@Controller()
export class LettersController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly codes: HandedCodes,
    private readonly log: ReadingLog,
  ) {}

  @Reads('letting-in-opened')
  @Get(paths.leaverLetter(':id'))
  async explainOne(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const [found] = await this.find(visitor, { leaverIds: [id] });
    return this.explain(request, reply, { title: `Inlogbrief maken voor ${found?.name ?? 'deze leerling'}`, for: found?.name, count: 1, action: paths.leaverLetter(id), back: paths.leaver(id) });
  }

  @Reads('letting-in-opened')
  @Post(paths.leaverLetter(':id'))
  @HttpCode(200)
  async printOne(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.print(await this.find(visitor, { leaverIds: [id] }), visitor, request, reply, paths.leaver(id));
  }

  /** For a whole class; who has been in already needs none. */
  @Get(paths.leaversLetters)
  async explainClass(@Query('klas') asked: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const all = await lettingIn(this.site.tx, visitor.actor);
    const classes = [...new Set(all.map((row) => row.class))];
    const name = typeof asked === 'string' && classes.includes(asked) ? asked : classes.length === 1 ? classes[0] : undefined;
    const needing = all.filter((row) => row.class === name && needs(row));
    const other = classes.filter((row) => row !== null && row !== name).map((row) => ({ name: row, href: `${paths.leaversLetters}?${new URLSearchParams({ klas: row ?? '' }).toString()}` }));
    return this.explain(request, reply, { title: 'Inlogbrieven maken', class: name, count: needing.length, classes: other, action: paths.leaversLetters, back: paths.leavers });
  }

  @Post(paths.leaversLetters)
  @HttpCode(200)
  async printClass(@Body('klas') asked: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const found = (await this.find(visitor, { ofClass: typeof asked === 'string' ? asked : '' })).filter(needs);
    await this.log.note(visitor, request.ip, { what: 'letting-in-opened', leavers: found.map(({ leaverId }) => leaverId) });
    return this.print(found, visitor, request, reply, paths.leavers);
  }

  private async find({ actor }: Visitor, whom: { leaverIds?: string[]; ofClass?: string }): Promise<LettingIn[]> {
    const found = await lettingIn(this.site.tx, actor, whom);
    if (!found.length) throw new NotFoundException();
    return found;
  }

  private explain(request: FastifyRequest, reply: FastifyReply, about: { readonly title: string } & Readonly<Record<string, unknown>>): string {
    return this.pages.show(request, reply, 'letting-in/letters', { section: 'Leerlingen', days: DAYS, ...about });
  }

  private async print(students: readonly LettingIn[], { actor, organisation }: Visitor, request: FastifyRequest, reply: FastifyReply, back: string): Promise<string> {
    const given = await this.codes.give(this.site.tx, actor, students.map(({ leaverId }) => leaverId), 'letter');
    const address = new URL(paths.signInCode, this.site.publicUrl);
    const letters = given.map(({ leaverId, code }) => ({ name: students.find((row) => row.leaverId === leaverId)?.name, code }));
    return this.pages.show(request, reply, 'letting-in/letter', { title: 'Inlogbrieven', section: 'Leerlingen', letters, until: addDays(this.site.clock.today(), DAYS), school: organisation, address: address.host + address.pathname, back });
  }
}

const needs = ({ state }: LettingIn): boolean => state !== 'inside' && state !== 'never';

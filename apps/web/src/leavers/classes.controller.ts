import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { movedDays } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { classList, type ClassRow } from '#transfers';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { listAddress } from './list-query.ts';

/** Which class needs somebody most: a line per class, that leads to its leavers. */
@Controller(paths.leaverClasses)
export class LeaverClassesController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @May('leaver:list')
  @Get()
  async see(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { tx, clock } = this.site;
    const classes = await classList(tx, visitor.actor, { day: clock.today(), moved: movedDays(clock) });
    const years = new Set(classes.map(({ schoolYear }) => schoolYear));
    return this.pages.show(request, reply, 'leavers/classes', {
      title: 'Klassen',
      organisation: visitor.organisation,
      leavers: paths.leavers,
      needed: classes.reduce((sum, row) => sum + row.act, 0),
      rows: classes.map((row) => lineOf(row, years.size > 1)),
    });
  }
}

function lineOf(row: ClassRow, severalYears: boolean): object {
  const { class: name, schoolYear, mentors, withoutMentor } = row;
  const year = severalYears ? schoolYear : undefined;
  return {
    ...row,
    name: name ?? 'Zonder klas',
    href: name === null ? undefined : listAddress({}, { klas: name, jaar: year }),
    about: [year, ...mentors, withoutMentor > 0 && `${withoutMentor} zonder mentor`].filter(Boolean).join(', '),
  };
}

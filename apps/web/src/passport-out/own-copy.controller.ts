import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { heldAboutMe, ownCopy, ownCopyJson, passportJson, passportPdf, type OwnCopy } from '#dossiers';
import { Asking, May, ReadingLog, type Visitor } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
import { partsNamed } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { sendFile } from './file-reply.ts';
import { printPage } from './print-page.ts';

/** The passport to print or take along, for the student and for a parent who reads along. */
@May('passport:copy')
@Controller()
export class OwnCopyController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {}

  @Get(paths.passportPrint)
  async print(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.pages.show(request, reply, 'passport-out/print', printPage(await this.copyFor(visitor, request.ip, 'page'), visitor.role === 'guardian'));
  }

  @Get(paths.ownCopy)
  async choose(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { dossier } = await this.copyFor(visitor);
    const isParent = visitor.role === 'guardian';
    return this.pages.show(request, reply, 'passport-out/copy', {
      title: isParent ? `Alles over ${dossier.leaver.givenName} downloaden` : 'Alles over mij downloaden',
      section: isParent ? 'Aanmeldingen' : 'Mijn paspoort',
      back: { href: isParent ? paths.ownTransfer : paths.passport, text: isParent ? 'Terug naar de aanmeldingen' : 'Terug naar mijn paspoort' },
      isParent,
      pdf: paths.ownCopyPdf,
      json: paths.ownCopyJson,
      print: paths.passportPrint,
    });
  }

  @Get(paths.ownCopyPdf)
  async pdf(@Asking() visitor: Visitor, @Req() { ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendFile(reply, 'paspoort.pdf', await passportPdf((await this.copyFor(visitor, ip, 'export')).dossier));
  }

  @Get(paths.ownCopyJson)
  async json(@Asking() visitor: Visitor, @Req() { ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { dossier } = await this.copyFor(visitor, ip, 'export');
    const contents = visitor.role === 'student'
      ? ownCopyJson(dossier, await heldAboutMe(this.site.tx, visitor.actor), this.schemaAt('kopie-1.json'))
      : passportJson(dossier, this.schemaAt('paspoort-1.json'));
    sendFile(reply, 'gegevens.json', contents);
  }

  /** A parent who reads leaves a line in the log, as everybody does; a student who reads about themselves does not. */
  private async copyFor(visitor: Visitor, ip?: string, way?: 'page' | 'export'): Promise<OwnCopy> {
    const copy = await ownCopy(this.site.tx, this.site.clock, visitor.actor);
    if (!copy) throw new NotFoundException();
    const sections = partsNamed(copy.dossier.sections.map(({ code }) => code));
    if (ip && visitor.leaverId) await this.log.note(visitor, ip, { what: way === 'export' ? 'passport-taken' : 'passport-opened', way, leavers: [visitor.leaverId], sections });
    return copy;
  }

  private schemaAt(name: string): string {
    return new URL(paths.schema(name), this.site.publicUrl).href;
  }
}

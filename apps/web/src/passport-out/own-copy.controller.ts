import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ownCopy, passportJson, passportPdf, type OwnCopy } from '#dossiers';
import { Asking, May, type Visitor } from '#people';
import { paths } from '#policy';
import { Pages } from '../pages/pages.ts';
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
  ) {}

  @Get(paths.passportPrint)
  async print(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.pages.show(request, reply, 'passport-out/print', printPage(await this.copyFor(visitor), visitor.role === 'guardian'));
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
  async pdf(@Asking() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    sendFile(reply, 'paspoort.pdf', await passportPdf((await this.copyFor(visitor)).dossier));
  }

  @Get(paths.ownCopyJson)
  async json(@Asking() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    const { dossier } = await this.copyFor(visitor);
    sendFile(reply, 'gegevens.json', passportJson(dossier, this.schemaAt('paspoort-1.json')));
  }

  private async copyFor({ actor }: Visitor): Promise<OwnCopy> {
    const copy = await ownCopy(this.site.tx, this.site.clock, actor);
    if (!copy) throw new NotFoundException();
    return copy;
  }

  private schemaAt(name: string): string {
    return new URL(paths.schema(name), this.site.publicUrl).href;
  }
}

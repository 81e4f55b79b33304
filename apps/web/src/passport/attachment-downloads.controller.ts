import { Readable } from 'node:stream';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AttachedFile, Attachments, type FetchedFile } from '#dossiers';
import { Asking, May, ReadingLog, type Visitor } from '#people';
import { attachmentKinds, paths } from '#policy';
import { isUuid } from '../pages/is-uuid.ts';
import { partsNamed } from '../readings/reads.ts';
import { Site } from '../site.ts';

const Id = (name: string) => Param(name, isUuid);

/** Files leave as a download and never as a page: for the student and a parent in sight, a mentor for whom the student opened the part, and the college that it was shared with. */
@Controller()
export class AttachmentDownloadsController {
  private readonly attachments: Attachments;

  constructor(
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {
    this.attachments = new Attachments(site.tx, site.clock);
  }

  @May('own-file:read')
  @Get(paths.passportFile(':id'))
  async own(@Id('id') id: string, @Asking() visitor: Visitor, @Req() { ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.attachments.mine(visitor.actor, id);
    if (!file || !visitor.leaverId) throw new NotFoundException();
    await this.log.note(visitor, ip, { ...fetched(file), leavers: [visitor.leaverId] });
    this.send(reply, visitor, file);
  }

  @May('opened-file:read')
  @Get(paths.leaverFile(':id', ':file'))
  async opened(@Id('id') leaver: string, @Id('file') id: string, @Asking() visitor: Visitor, @Req() { ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.attachments.opened(visitor.actor, leaver, id);
    if (!file) throw new NotFoundException();
    await this.log.note(visitor, ip, { ...fetched(file), leavers: [leaver] });
    this.send(reply, visitor, file);
  }

  @May('shared-file:read')
  @Get(paths.sharedFile(':id', ':file'))
  async shared(@Id('id') application: string, @Id('file') id: string, @Asking() visitor: Visitor, @Req() { ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.attachments.shared(visitor.actor, application, id);
    if (!file) throw new NotFoundException();
    await this.log.note(visitor, ip, { ...fetched(file), applications: [application] });
    this.send(reply, visitor, file);
  }

  private send(reply: FastifyReply, { actor }: Visitor, file: AttachedFile): void {
    asDownload(reply, file).send(Readable.from(this.attachments.pieces(actor, file)));
  }
}

/** What the log says of it: the student sees to which part it belonged. */
const fetched = ({ section }: FetchedFile) => ({ what: 'file-fetched', way: 'export', sections: partsNamed([section, 'attachment']) }) as const;

/** Of the type that was found in it, saved and not opened; were a browser to open it all the same, nothing in it runs. */
function asDownload(reply: FastifyReply, { name, kind, size }: AttachedFile): FastifyReply {
  const type = attachmentKinds.find(({ code }) => code === kind)?.type ?? 'application/octet-stream';
  const plain = name.normalize('NFKD').replaceAll(/[^\w .()-]/g, '');
  return reply
    .type(type)
    .header('content-length', size)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.codePointAt(0)?.toString(16).toUpperCase()}`)}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store');
}

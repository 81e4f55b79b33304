import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Attachment, Attachments, Passports, type OpenSection } from '#dossiers';
import { Asking, Limits, May, type Visitor } from '#people';
import { type AttachmentRefusal, paths, questionsFor, type Question, type Section, sectionAt, sections } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { readUploadedFile } from './attachment-upload.ts';
import { attachmentsPage, filesHome, removePage } from './attachments-page.ts';

const Id = () => Param('id', isUuid);

interface Found {
  readonly section: Section;
  readonly question: Question;
  readonly open: OpenSection;
}

/** The student's files, on pages of their own: what goes wrong with a file never takes typed text along. */
@May('passport:write')
@Controller()
export class AttachmentsController {
  private readonly passports: Passports;
  private readonly attachments: Attachments;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly limits: Limits,
  ) {
    this.passports = new Passports(site.tx, site.clock);
    this.attachments = new Attachments(site.tx, site.clock);
  }

  @Get(paths.passportFiles(':section'))
  async list(@Param('section') address: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(await this.find(address, visitor), request, reply);
  }

  @Post(paths.passportFiles(':section'))
  async add(@Param('section') address: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const found = await this.find(address, visitor);
    await this.limits.refuseAccount('file-added', visitor.accountId);
    const sent = await readUploadedFile(request);
    const { section, question } = found;
    const refusal = typeof sent === 'string' ? sent : await this.attachments.add(visitor.actor, { section: section.code, question: question.code, asked: question.asks, ...sent });
    if (refusal) return this.page(found, request, reply, refusal);
    leaveMessage(request, reply, 'passport-file-added');
    return void reply.code(303).redirect(paths.passportFiles(address));
  }

  @Get(paths.passportFileRemove(':id'))
  async askToRemove(@Id() id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { section, file } = await this.findFile(id, visitor);
    return this.pages.show(request, reply, 'passport/remove-file', removePage(section, file));
  }

  @Post(paths.passportFileRemove(':id'))
  async remove(@Id() id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { section } = await this.findFile(id, visitor);
    leaveMessage(request, reply, (await this.attachments.remove(visitor.actor, id)) ? 'passport-file-removed' : 'already-done');
    void reply.code(303).redirect(filesHome(section));
  }

  private page({ section, question, open }: Found, request: FastifyRequest, reply: FastifyReply, refusal?: AttachmentRefusal): string {
    return this.pages.show(request, reply, 'passport/files', attachmentsPage(section, question, open, refusal));
  }

  private async find(address: string, { actor }: Visitor): Promise<Found> {
    const section = sectionAt(address);
    const open = section?.writer === 'student' ? await this.passports.section(actor, section.code) : undefined;
    const question = section && open && questionsFor(section, open.schoolType).find(({ type }) => type === 'file');
    if (!section || !open || !question) throw new NotFoundException();
    return { section, question, open };
  }

  private async findFile(id: string, { actor }: Visitor): Promise<{ section: Section; file: Attachment }> {
    const file = await this.attachments.mine(actor, id);
    const section = sections.find(({ code }) => code === file?.section);
    if (!section || !file) throw new NotFoundException();
    return { section, file };
  }
}

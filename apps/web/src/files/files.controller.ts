import { createReadStream } from 'node:fs';
import { Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bringDelivery, organisationsByCode, recentDeliveries } from '#exchange';
import { Asking, ForPrograms, May, type Visitor } from '#people';
import { filesOf, paths } from '#policy';
import { leaveMessage } from '../pages/flash.ts';
import type { FormError } from '../pages/forms.ts';
import { Pages } from '../pages/pages.ts';
import { deliveryAnswer } from '../programs/answers.ts';
import { WrongFields } from '../programs/problem.ts';
import { Site } from '../site.ts';
import { filesPage } from './files-page.ts';
import { readUpload, type UploadForm } from './upload.ts';
import { readOrder } from './upload-order.ts';

/** The files of a school, college or region: bring one, see what became of the others. */
@May('file:bring')
@Controller(paths.files)
export class FilesController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {}

  @ForPrograms()
  @Get()
  async list(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | object> {
    if (request.isProgram) return this.answer(visitor);
    return this.page(visitor, request, reply, { soort: '', organisatie: '', schooljaar: '' }, []);
  }

  @ForPrograms()
  @Post()
  async bring(@Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | object | undefined> {
    const { tx, clock } = this.site;
    const form = await readUpload(request);
    const { order, errors } = readOrder(form, visitor, await organisationsByCode(tx, visitor.actor), clock.today());
    if (request.isProgram && errors.length) throw new WrongFields(errors);
    if (!order || !form.file) return this.page(visitor, request, reply, form, errors);
    const { name, size, path } = form.file;
    const { actor } = visitor;
    const id = await tx.run(actor, (sql) => bringDelivery(sql, actor, { ...order, fileName: name, size, content: createReadStream(path) }));
    if (!id) throw new NotFoundException();
    if (request.isProgram) return void reply.code(201).header('location', paths.file(id)).type('application/json; charset=utf-8').send(JSON.stringify({ id, href: paths.file(id), state: 'uploaded' }));
    leaveMessage(request, reply, 'file-brought');
    return void reply.code(303).redirect(paths.file(id));
  }

  private async answer({ actor, role }: Visitor): Promise<object> {
    const deliveries = await recentDeliveries(this.site.tx, actor, filesOf(role).map(({ code }) => code));
    return { items: deliveries.map(deliveryAnswer) };
  }

  private async page(visitor: Visitor, request: FastifyRequest, reply: FastifyReply, form: UploadForm, errors: readonly FormError[]): Promise<string> {
    const { tx, clock } = this.site;
    const kinds = filesOf(visitor.role).map(({ code }) => code);
    const [deliveries, organisations] = await Promise.all([recentDeliveries(tx, visitor.actor, kinds), organisationsByCode(tx, visitor.actor)]);
    return this.pages.show(request, reply, 'files/list', { ...filesPage({ visitor, deliveries, organisations, clock }), form, errors });
  }
}

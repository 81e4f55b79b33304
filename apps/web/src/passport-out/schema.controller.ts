import fs from 'node:fs';
import path from 'node:path';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '#people';
import { paths } from '#policy';

const FOLDER = path.resolve('public/schema');
const KINDS = { '.json': 'application/schema+json; charset=utf-8', '.xsd': 'application/xml; charset=utf-8' } as const;

/** What programs hold a passport against. A version never changes: a new one gets a new name. */
@Public()
@Controller()
export class SchemaController {
  private readonly schemas = new Map(fs.readdirSync(FOLDER).map((name) => [name, fs.readFileSync(path.join(FOLDER, name), 'utf8')]));

  @Get(paths.schema(':name'))
  show(@Param('name') name: string, @Res() reply: FastifyReply): void {
    const schema = this.schemas.get(name);
    if (!schema) throw new NotFoundException();
    void reply.type(KINDS[path.extname(name) as keyof typeof KINDS]).header('cache-control', 'public, max-age=3600').send(schema);
  }
}

import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyRequest } from 'fastify';

export interface UploadForm {
  readonly soort: string;
  readonly organisatie: string;
  readonly schooljaar: string;
  /** The file on our disk until the answer is sent; nothing when none was chosen. */
  readonly file?: { readonly name: string; readonly path: string; readonly size: number };
}

const MAX_NAME = 120;

/** A form with a file, put on disk as it comes in: a slow line holds no connection to the database and no memory. */
export async function readUpload(request: FastifyRequest): Promise<UploadForm> {
  const { files, values } = await request.saveRequestFiles();
  const typed = (name: string): string => valueOf((values as Record<string, unknown>)[name]);
  const [file] = files;
  const form = { soort: typed('soort'), organisatie: typed('organisatie'), schooljaar: typed('schooljaar') };
  if (!file?.filename) return form;
  const name = path.basename(file.filename.replaceAll('\\', '/')).slice(-MAX_NAME);
  return { ...form, file: { name, path: file.filepath, size: (await stat(file.filepath)).size } };
}

function valueOf(field: unknown): string {
  const { value } = (Array.isArray(field) ? field[0] : field) as { value?: unknown } ?? {};
  return typeof value === 'string' ? value : '';
}

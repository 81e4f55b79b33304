import type { FastifyRequest } from 'fastify';
import { attachmentLimits, type AttachmentRefusal } from '#policy';

/** So long a telephone may lose its line while sending. */
const IDLE_MS = 30_000;

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The one file of a form, held to its size while it comes in; a sender that falls silent is cut off. */
export async function readUploadedFile(request: FastifyRequest, idleMs = IDLE_MS): Promise<UploadedFile | AttachmentRefusal> {
  if (!request.isMultipart()) return 'none';
  request.raw.setTimeout(idleMs, () => request.raw.destroy());
  try {
    const file = await request.file({ limits: { fileSize: attachmentLimits.bytes, files: 1, fields: 5, parts: 6 } });
    if (!file?.filename) return 'none';
    return { name: file.filename, bytes: await file.toBuffer() };
  } catch (error) {
    if ((error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE') return 'too-big';
    throw error;
  } finally {
    request.raw.setTimeout(0);
  }
}

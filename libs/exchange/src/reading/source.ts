import fs from 'node:fs';
import { Readable } from 'node:stream';
import { RefusedFile } from './refused-file.ts';

/** Bytes that can be read more than once: the first time to see what they are. */
export interface Source {
  readonly name: string;
  open(): Readable;
}

const CHUNK = 64 * 1024;

/** A file on disk, read in pieces. */
export function fileSource(path: string, name: string): Source {
  return { name, open: () => fs.createReadStream(path, { highWaterMark: CHUNK }) };
}

export function bytesSource(name: string, content: Buffer): Source {
  return { name, open: () => Readable.from(pieces(content)) };
}

function* pieces(content: Buffer): Generator<Buffer> {
  for (let from = 0; from < content.length; from += CHUNK) yield content.subarray(from, from + CHUNK);
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'Dit bestand is er niet. Kijk de naam na.',
  EISDIR: 'Dit is een map, geen bestand. Kies de bestanden erin.',
  EACCES: 'Dit bestand mag niet worden gelezen. Kijk de rechten na.',
};

/** What went wrong with the disk, as a sentence; other errors stay what they are. */
export function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return UNREADABLE[code] ? new RefusedFile(UNREADABLE[code]) : error;
}

import { constants, inflateSync } from 'node:zlib';
import { named } from './pdf-name.ts';

const PACKED = named('ObjStm');
const FILTERED = named('Filter');
const TOKENS = /endobj|endstream|(?<!end)stream\r?\n/g;
/** A description of packed objects is short; more than this is not read. */
const LONGEST_DESCRIPTION = 64 * 1024;
const MOST_UNPACKED = 32 * 1024 * 1024;
const MOST_STREAMS = 20_000;

/** The text of all objects that a PDF holds packed together; nothing when one cannot be unpacked, or it takes more work than its size allows. */
export function packedObjects(bytes: Buffer, text: string): string[] | undefined {
  const parts: string[] = [];
  let [left, streams, from, described] = [MOST_UNPACKED, 0, 0, 0];
  for (const { index, 0: token } of text.matchAll(TOKENS)) {
    const start = index + token.length;
    if (token.startsWith('end')) {
      from = start;
      continue;
    }
    const begins = Math.max(from, index - LONGEST_DESCRIPTION);
    [streams, described] = [streams + 1, described + index - begins];
    if (streams > MOST_STREAMS || described > text.length) return undefined;
    const description = text.slice(begins, index);
    if (!PACKED.test(description) || !FILTERED.test(description)) continue;
    const part = unpacked(bytes.subarray(start), left);
    if (part === undefined) return undefined;
    parts.push(part);
    left -= part.length;
  }
  return parts;
}

/** It ends by itself where its packing ends. */
function unpacked(bytes: Buffer, most: number): string | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(most, 1), finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return undefined;
  }
}

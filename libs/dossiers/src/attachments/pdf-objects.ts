import { constants, inflateSync } from 'node:zlib';

const TOKENS = /endobj|endstream|(?<!end)stream\r?\n/g;
/** A description of packed objects is short; more than this is not read. */
const LONGEST_DESCRIPTION = 64 * 1024;
const MOST_UNPACKED = 64 * 1024 * 1024;
const MOST_STREAMS = 50_000;

/** The text of all objects that a PDF holds packed together; nothing when one cannot be unpacked, or they swell without measure. */
export function packedObjects(bytes: Buffer, text: string): string[] | undefined {
  const parts: string[] = [];
  let [left, streams, from] = [MOST_UNPACKED, 0, 0];
  for (const { index, 0: token } of text.matchAll(TOKENS)) {
    const start = index + token.length;
    if (token.startsWith('end')) {
      from = start;
      continue;
    }
    streams += 1;
    if (streams > MOST_STREAMS) return undefined;
    const description = unescaped(text.slice(Math.max(from, index - LONGEST_DESCRIPTION), index));
    if (!/\/ObjStm(?![A-Za-z])/.test(description) || !description.includes('/Filter')) continue;
    const part = unpacked(bytes.subarray(start), left);
    if (part === undefined) return undefined;
    parts.push(part);
    left -= part.length;
  }
  return parts;
}

/** Names may hide letters behind their number: /J#61vaScript. */
export const unescaped = (text: string): string => text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** It ends by itself where its packing ends. */
function unpacked(bytes: Buffer, most: number): string | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(most, 1), finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return undefined;
  }
}

import { crc32 } from 'node:zlib';
import { attachmentLimits, type AttachmentRefusal } from '#policy';
import type { CheckedFile } from './checked-file.ts';

const SIGNATURE_BYTES = 8;
/** Programs cut 10 MB into a thousand or so. */
const MOST_CHUNKS = 20_000;
/** What draws the picture. Texts, times and profiles stay behind: they tell of the maker, and can swell when unpacked. */
const KEPT = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'IDAT', 'IEND'];

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** With its length, type and check sum. */
  readonly whole: Buffer;
}

/** The picture alone, when every part of it is whole; what stands behind its end is left off. */
export function cleanedPng(bytes: Buffer): CheckedFile | AttachmentRefusal {
  const chunks = chunksOf(bytes);
  const [first] = chunks ?? [];
  if (!chunks || first?.type !== 'IHDR' || first.data.length !== 13) return 'broken';
  const [width, height] = [first.data.readUInt32BE(0), first.data.readUInt32BE(4)];
  if (!width || !height || !chunks.some(({ type }) => type === 'IDAT')) return 'broken';
  if (width * height > attachmentLimits.pixels) return 'too-many-points';
  const kept = chunks.filter(({ type }) => KEPT.includes(type)).map(({ whole }) => whole);
  return { kind: 'png', contents: Buffer.concat([bytes.subarray(0, SIGNATURE_BYTES), ...kept]) };
}

/** Up to the end of the picture; nothing when a part is cut off or damaged. */
function chunksOf(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at + 12 <= bytes.length && chunks.length < MOST_CHUNKS; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    const whole = bytes.subarray(at, end);
    const chunk = { type: whole.toString('latin1', 4, 8), data: whole.subarray(8, -4), whole };
    if (crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(whole.length - 4)) return undefined;
    chunks.push(chunk);
    if (chunk.type === 'IEND') return chunks;
    at = end;
  }
  return undefined;
}

import { attachmentLimits, type AttachmentRefusal } from '#policy';
import type { CheckedFile } from './checked-file.ts';
import { orientationIn, orientationSegment } from './orientation.ts';

const START_OF_SCAN = 0xda;
const END = 0xd9;
const EXIF = 0xe1;
/** A photo has some tens; a panorama of its maker's notes some hundreds. */
const MOST_SEGMENTS = 2000;
const COLOUR_PROFILE = Buffer.from('ICC_PROFILE\0');

interface Segment {
  readonly marker: number;
  /** With its marker and length. */
  readonly whole: Buffer;
}

/**
 * The photo alone, when it is whole: where and with what it was taken, its maker's notes and what stands behind its end are left off.
 * How it is turned stays, or people would lie on their side.
 */
export function cleanedJpeg(bytes: Buffer): CheckedFile | AttachmentRefusal {
  const segments = segmentsOf(bytes);
  const frame = segments?.find(({ marker }) => isFrame(marker))?.whole;
  if (!segments || !frame || frame.length < 11 || !segments.some(({ marker }) => marker === START_OF_SCAN)) return 'broken';
  const [height, width] = [frame.readUInt16BE(5), frame.readUInt16BE(7)];
  if (!height || !width) return 'broken';
  if (height * width > attachmentLimits.pixels) return 'too-many-points';
  const turned = segments.filter(({ marker }) => marker === EXIF).map(({ whole }) => orientationIn(whole.subarray(4))).find(Boolean);
  const kept = segments.filter(isKept).map(({ whole }) => whole);
  return { kind: 'jpeg', contents: Buffer.concat([bytes.subarray(0, 2), ...(turned ? [orientationSegment(turned)] : []), ...kept, Buffer.from([0xff, END])]) };
}

/** How the points are coded: C0 to CF but for three that hold tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Of what a program may add (E0 to EF) and of comments (FE) only what changes how colours look. */
function isKept({ marker, whole }: Segment): boolean {
  if (marker === 0xe2) return whole.subarray(4, 4 + COLOUR_PROFILE.length).equals(COLOUR_PROFILE);
  return marker === 0xe0 || marker === 0xee || (marker < 0xe0 && marker >= 0xc0);
}

/** Up to the end of the photo, scans with their points; nothing when it is cut off. */
function segmentsOf(bytes: Buffer): Segment[] | undefined {
  const segments: Segment[] = [];
  for (let at = 2; at + 2 <= bytes.length && segments.length < MOST_SEGMENTS; ) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker < 0xc0) return undefined;
    if (marker === END) return segments;
    if (at + 4 > bytes.length) return undefined;
    const header = at + 2 + bytes.readUInt16BE(at + 2);
    const end = marker === START_OF_SCAN ? endOfPoints(bytes, header) : header;
    if (end > bytes.length || header < at + 4) return undefined;
    segments.push({ marker, whole: bytes.subarray(at, end) });
    at = end;
  }
  return undefined;
}

/** Points go on until a marker that is neither a stuffed byte nor a restart. */
function endOfPoints(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

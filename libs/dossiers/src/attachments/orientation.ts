const EXIF = Buffer.from('Exif\0\0');
const TAG = 0x0112;
const ENTRY_BYTES = 12;

/** How the camera was held, 1 to 8, out of what it wrote about the photo; nothing when it does not say so. */
export function orientationIn(data: Buffer): number | undefined {
  const tiff = data.subarray(EXIF.length);
  if (!data.subarray(0, EXIF.length).equals(EXIF) || tiff.length < 8) return undefined;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = Array.from({ length: Math.min(short(first), 200) }, (_, row) => first + 2 + row * ENTRY_BYTES);
  const found = entries.find((at) => short(at) === TAG);
  const turned = found === undefined ? 0 : short(found + 8);
  return turned >= 1 && turned <= 8 ? turned : undefined;
}

/** A segment that says how the camera was held and nothing else. */
export function orientationSegment(turned: number): Buffer {
  const entry = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0]);
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\x08\0\x01', 'latin1'), entry, Buffer.alloc(4)]);
  const data = Buffer.concat([EXIF, tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, data.length + 2]), data]);
}

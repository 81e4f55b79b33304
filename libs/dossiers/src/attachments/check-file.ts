import { attachmentLimits, type AttachmentRefusal } from '#policy';
import type { CheckedFile } from './checked-file.ts';
import { cleanedJpeg } from './jpeg.ts';
import { checkedPdf } from './pdf.ts';
import { cleanedPng } from './png.ts';

const KINDS: readonly { readonly begins: readonly Buffer[]; readonly at?: number; readonly check: (bytes: Buffer) => CheckedFile | AttachmentRefusal }[] = [
  { begins: [Buffer.from('%PDF-')], check: checkedPdf },
  { begins: [Buffer.from([0xff, 0xd8, 0xff])], check: cleanedJpeg },
  { begins: [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')], check: cleanedPng },
  { begins: [Buffer.from('PK\x03\x04'), Buffer.from('d0cf11e0', 'hex'), Buffer.from('{\\rtf')], check: () => 'document' },
  { begins: ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif'].map((brand) => Buffer.from(`ftyp${brand}`)), at: 4, check: () => 'heic' },
];

/** The file by what is in it, whole and without what must not come along; or why it is not taken. Its name has no say. */
export function checkFile(bytes: Buffer): CheckedFile | AttachmentRefusal {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > attachmentLimits.bytes) return 'too-big';
  const kind = KINDS.find(({ begins, at = 0 }) => begins.some((start) => bytes.subarray(at, at + start.length).equals(start)));
  return kind?.check(bytes) ?? 'wrong-kind';
}

import { isUtf8 } from 'node:buffer';
import { MAX_LINE } from './limits.ts';
import { RefusedFile } from './refused-file.ts';
import type { Source } from './source.ts';

export type Encoding = 'utf-8' | 'windows-1252';

const SIGNATURES: readonly [string, string][] = [
  ['504b0304', 'Dit is een Excel- of zip-bestand. Sla het in Excel op als CSV en breng dat.'],
  ['d0cf11e0', 'Dit is een oud Excel-bestand. Sla het in Excel op als CSV en breng dat.'],
  ['25504446', 'Dit is een pdf. Breng de export als CSV.'],
  ['fffe', 'Dit bestand is in UTF-16. Sla het op als "CSV UTF-8" en breng dat.'],
  ['feff', 'Dit bestand is in UTF-16. Sla het op als "CSV UTF-8" en breng dat.'],
];

/** The first reading, before anything is written: is it text, in which encoding, in lines? Refuses what is none. */
export async function encodingOf(source: Source): Promise<Encoding> {
  const survey = new Survey();
  for await (const chunk of source.open()) survey.see(chunk as Buffer);
  return survey.conclude();
}

class Survey {
  private tail: Buffer = Buffer.alloc(0);
  private size = 0;
  private sinceLineEnd = 0;
  private isUtf8 = true;
  private hasUtf8Letters = false;
  private hasUndefined = false;

  see(chunk: Buffer): void {
    if (this.size === 0) refuseKnown(chunk);
    this.size += chunk.length;
    if (chunk.includes(0)) throw new RefusedFile('Dit is geen tekstbestand: er staan tekens in die niet in een CSV horen. Exporteer het opnieuw als CSV.');
    this.measureLine(chunk);
    this.tail = this.judge(this.tail.length ? Buffer.concat([this.tail, chunk]) : chunk, false);
  }

  conclude(): Encoding {
    if (this.size === 0) throw new RefusedFile('Dit bestand is leeg. Exporteer het opnieuw.');
    this.judge(this.tail, true);
    if (this.isUtf8) return 'utf-8';
    if (this.hasUtf8Letters) throw new RefusedFile('Dit bestand mengt twee tekensets, UTF-8 en Windows-1252. Exporteer het opnieuw als "CSV UTF-8".');
    if (this.hasUndefined) throw new RefusedFile('Dit bestand is niet in UTF-8 of Windows-1252. Sla het op als "CSV UTF-8" en breng dat.');
    return 'windows-1252';
  }

  /** Looks at whole characters; gives back the bytes of one that the next chunk will end. */
  private judge(bytes: Buffer, isLast: boolean): Buffer {
    const end = isLast ? bytes.length : endOfWholeCharacters(bytes);
    const whole = bytes.subarray(0, end);
    if (this.isUtf8 && isUtf8(whole)) {
      this.hasUtf8Letters ||= hasLetters(whole);
      return bytes.subarray(end);
    }
    this.isUtf8 = false;
    const found = lettersAndUndefined(whole);
    this.hasUtf8Letters ||= found.letters;
    this.hasUndefined ||= found.undefinedBytes;
    return bytes.subarray(end);
  }

  private measureLine(chunk: Buffer): void {
    const end = Math.max(chunk.lastIndexOf(10), chunk.lastIndexOf(13));
    this.sinceLineEnd = end < 0 ? this.sinceLineEnd + chunk.length : chunk.length - end - 1;
    if (this.sinceLineEnd > MAX_LINE) throw new RefusedFile('Dit bestand heeft een regel van meer dan een miljoen tekens. Een CSV heeft één regel per persoon.');
  }
}

function refuseKnown(chunk: Buffer): void {
  const start = chunk.subarray(0, 4).toString('hex');
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) throw new RefusedFile(known[1]);
}

/** Cuts before a lead byte whose followers may come in the next chunk. */
function endOfWholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return byte >= 0xf0 || back < (byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
    if (byte < 0x80) return bytes.length;
  }
  return bytes.length;
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Valid UTF-8 beyond ASCII and the byte-order mark. */
function hasLetters(valid: Buffer): boolean {
  const from = valid.subarray(0, 3).equals(BOM) ? 3 : 0;
  for (let at = from; at < valid.length; at++) if ((valid[at] ?? 0) >= 0x80) return true;
  return false;
}

const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** In bytes that are not all UTF-8: letters that are, and bytes that Windows-1252 has no letter for. */
function lettersAndUndefined(bytes: Buffer): { letters: boolean; undefinedBytes: boolean } {
  let letters = false;
  let undefinedBytes = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    undefinedBytes ||= UNDEFINED_IN_1252.has(byte);
    letters ||= byte >= 0xc3 && byte <= 0xc5 && isFollower(bytes[at + 1]) && !isFollower(bytes[at + 2]);
  }
  return { letters, undefinedBytes };
}

const isFollower = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

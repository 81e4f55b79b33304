import type { AttachmentRefusal } from '#policy';
import type { CheckedFile } from './checked-file.ts';
import { named } from './pdf-name.ts';
import { packedObjects } from './pdf-objects.ts';

/** What runs something, opens something else or carries another file; a form of Adobe's own (XFA) does too. */
const ACTIVE = named('JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'Rendition', 'SubmitForm', 'ImportData', 'GoToE');
const ADOBE_FORM = new RegExp(`${named('XFA').source}[\\s[\\d]`);
/** A few letters come about by chance in packed pictures, so they count only where objects were unpacked. */
const SCRIPT = named('JS', 'XFA');
const LOCKED = named('Encrypt');
const ENDING = /startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/;
const ENDING_CHARACTERS = 2048;

/**
 * A PDF as it came, when it begins and ends as one and only shows. Names may be written with escapes and objects may be packed:
 * both are seen through. It keeps out what is known to do harm; it is no scanner of viruses.
 */
export function checkedPdf(bytes: Buffer): CheckedFile | AttachmentRefusal {
  const text = bytes.toString('latin1');
  const index = ENDING.exec(text.slice(-ENDING_CHARACTERS))?.[1];
  if (!/^%PDF-[12]\.\d/.test(text) || index === undefined) return 'broken';
  if (!/^\s*(xref\s|\d+\s+\d+\s+obj)/.test(text.slice(Number(index), Number(index) + 40))) return 'broken';
  if (LOCKED.test(text)) return 'locked';
  const packed = packedObjects(bytes, text);
  if (!packed) return 'broken';
  const isActive = ACTIVE.test(text) || ADOBE_FORM.test(text) || packed.some((part) => ACTIVE.test(part) || SCRIPT.test(part));
  return isActive ? 'active' : { kind: 'pdf', contents: bytes };
}

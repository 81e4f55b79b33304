import type { AttachmentRefusal } from '#policy';
import type { CheckedFile } from './checked-file.ts';
import { packedObjects, unescaped } from './pdf-objects.ts';

/** What runs something, opens something else or carries another file; a form of Adobe's own (XFA) does too. */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|SubmitForm|ImportData|GoToE)(?![A-Za-z])|\/XFA[\s[\d]/;
/** Three letters come about by chance in packed pictures, so they count only where objects were unpacked. */
const SCRIPT = /\/JS(?![A-Za-z])/;
const ENDING = /startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/;
const ENDING_CHARACTERS = 2048;

/**
 * A PDF as it came, when it begins and ends as one and only shows. Names may be written with escapes and objects may be packed:
 * both are undone before looking. It keeps out what is known to do harm; it is no scanner of viruses.
 */
export function checkedPdf(bytes: Buffer): CheckedFile | AttachmentRefusal {
  const text = bytes.toString('latin1');
  const index = ENDING.exec(text.slice(-ENDING_CHARACTERS))?.[1];
  if (!/^%PDF-[12]\.\d/.test(text) || index === undefined) return 'broken';
  if (!/^\s*(xref\s|\d+\s+\d+\s+obj)/.test(text.slice(Number(index), Number(index) + 40))) return 'broken';
  const plain = unescaped(text);
  if (/\/Encrypt(?![A-Za-z])/.test(plain)) return 'locked';
  const packed = packedObjects(bytes, text);
  if (!packed) return 'broken';
  const isActive = ACTIVE.test(plain) || packed.map(unescaped).some((part) => ACTIVE.test(part) || SCRIPT.test(part));
  return isActive ? 'active' : { kind: 'pdf', contents: bytes };
}

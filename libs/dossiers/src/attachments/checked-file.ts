import type { AttachmentKind } from '#policy';

/** What may be kept: the bytes to keep differ from those that came when something was taken out. */
export interface CheckedFile {
  readonly kind: AttachmentKind;
  readonly contents: Buffer;
}

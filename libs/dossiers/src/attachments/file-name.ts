import { attachmentKinds, type AttachmentKind } from '#policy';

const LONGEST = 80;

/** The name as somebody gave it, safe to show and to save: one line, no folder, no signs that turn text around, and the ending of what it is. */
export function fileNameOf(given: string, kind: AttachmentKind): string {
  const extension = attachmentKinds.find(({ code }) => code === kind)?.extension ?? kind;
  const base = (given.split(/[\\/]/).pop() ?? '').normalize('NFC').replaceAll(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '').replace(/\.[\p{L}\p{N}]{1,5}$/u, '');
  return `${Array.from(base.trim().replace(/^\.+/, '')).slice(0, LONGEST).join('') || 'bestand'}.${extension}`;
}

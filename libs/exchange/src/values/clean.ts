const ORDINARY = /^[!-~]+(?: [!-~]+)*$/;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g;
// oxlint-disable-next-line no-control-regex -- exports hold such characters
const SPACES = /[\s\u0000-\u001f\u007f-\u009f\u00a0]+/g;

/** The text without what cannot be seen; `="007"` and `'=x` are how spreadsheets protect a text. */
export function clean(raw: string): string {
  if (raw === '') return raw;
  const text = ORDINARY.test(raw) ? raw : raw.normalize('NFC').replaceAll(INVISIBLE, '').replaceAll(SPACES, ' ').trim();
  if (text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1).trim();
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

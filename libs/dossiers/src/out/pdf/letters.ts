const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** Stands for a sign that the font does not have, such as a picture of a face. */
export const UNKNOWN = '□';

/** Joiners, variation selectors and soft hyphens: they steer other signs and are never drawn. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/** Text of which the font has every sign; letters made of parts become the one letter that the font has. */
export function printable(text: string, has: (codePoint: number) => boolean): string {
  const whole = text.normalize('NFC').replaceAll('\t', ' ');
  return Array.from(graphemes.segment(whole), ({ segment }) => {
    const drawn = segment.replace(unseen, '');
    return Array.from(drawn).every((sign) => has(sign.codePointAt(0) ?? 0)) ? drawn : UNKNOWN;
  }).join('');
}

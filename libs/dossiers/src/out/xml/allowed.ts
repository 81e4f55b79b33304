/** All but what XML 1.0 may hold: most control characters, halves of a pair, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text that a reader of XML gets back as it was typed; what XML cannot hold is left out. */
export const allowed = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(forbidden, '');

import qrcode from 'qrcode-generator';

const QUIET = 4;

export interface QrPicture {
  /** Units along a side, the quiet zone included. */
  readonly size: number;
  /** The dark squares, as the path of an SVG. */
  readonly path: string;
}

export function qrOf(text: string): QrPicture {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const numbers = Array.from({ length: code.getModuleCount() }, (_, index) => index);
  const dark = numbers.flatMap((row) => numbers.filter((column) => code.isDark(row, column)).map((column) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`));
  return { size: numbers.length + 2 * QUIET, path: dark.join('') };
}

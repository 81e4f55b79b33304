/** A cell that a spreadsheet shows as text, whatever it begins with. */
const safeCell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of a file for a spreadsheet here: semicolons, and no cell is ever a formula. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(safeCell).join(';')}\r\n`;

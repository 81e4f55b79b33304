type Cell = string | number | boolean | null | undefined;

const shown = (cell: Cell): string => {
  if (cell === null || cell === undefined || cell === '') return '–';
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nee';
  return String(cell).replaceAll('|', '\\|');
};

/** A table in Markdown; true and false are ja and nee, nothing is a dash. */
export function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.map(shown).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Rules 12: a cell under 5 is hidden, and so is what would give it away. Nobody is nobody: a zero may stand. */
export const HIDDEN_UNDER = 5;

const isSmall = (count: number): boolean => count > 0 && count < HIDDEN_UNDER;

/**
 * Which of these counts may not be shown. A line is a total followed by what it is the sum of; the same cell may stand in several.
 * Of a line where the hidden cells could be worked out (only one, or together under 5) the smallest other one is hidden too.
 */
export function hiddenCells(counts: ReadonlyMap<string, number>, lines: readonly (readonly string[])[]): Set<string> {
  const hidden = new Set([...counts].filter(([, count]) => isSmall(count)).map(([cell]) => cell));
  for (let before = -1; before < hidden.size;) {
    before = hidden.size;
    for (const line of lines) {
      const more = nextToHide(line, counts, hidden);
      if (more) hidden.add(more);
    }
  }
  return hidden;
}

function nextToHide(line: readonly string[], counts: ReadonlyMap<string, number>, hidden: ReadonlySet<string>): string | undefined {
  const countOf = (cell: string): number => counts.get(cell) ?? 0;
  const gone = line.filter((cell) => hidden.has(cell));
  const [total = '', ...parts] = line;
  const together = gone.filter((cell) => cell !== total).reduce((sum, cell) => sum + countOf(cell), 0);
  const isSafe = gone.length > 1 && (together >= HIDDEN_UNDER || hidden.has(total));
  if (!gone.length || isSafe) return undefined;
  const others = parts.filter((cell) => !hidden.has(cell) && countOf(cell) > 0).toSorted((one, other) => countOf(one) - countOf(other));
  return others[0] ?? (hidden.has(total) || !countOf(total) ? undefined : total);
}

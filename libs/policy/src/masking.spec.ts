import { hiddenCells } from './masking.ts';

const hide = (counts: Record<string, number>, lines: string[][]) => [...hiddenCells(new Map(Object.entries(counts)), lines)].toSorted();

describe('hiding small counts', () => {
  it('hides 1 to 4, and shows nobody and 5', () => {
    expect(hide({ none: 0, one: 1, four: 4, five: 5 }, [])).toEqual(['four', 'one']);
  });

  it('hides the smallest other one when a total would give away the only hidden one', () => {
    expect(hide({ total: 23, a: 3, b: 12, c: 8 }, [['total', 'a', 'b', 'c']])).toEqual(['a', 'c']);
  });

  it('hides one more when the hidden ones together are under 5: two of one each can be worked out', () => {
    expect(hide({ total: 22, a: 1, b: 1, c: 20 }, [['total', 'a', 'b', 'c']])).toEqual(['a', 'b', 'c']);
    expect(hide({ total: 23, a: 3, b: 12, c: 4, d: 4 }, [['total', 'a', 'b', 'c', 'd']])).toEqual(['a', 'c', 'd']);
  });

  it('hides the total itself when nothing else is left to hide', () => {
    expect(hide({ total: 6, a: 0, b: 6, small: 2 }, [['total', 'a', 'b'], ['b', 'small']])).toEqual(['b', 'small', 'total']);
  });

  it('looks at a cell in every line where it stands', () => {
    const counts = { all: 40, '18': 28, '17': 12, work: 10, 'work18': 7, 'work17': 3, school: 30, 'school18': 21, 'school17': 9 };
    const lines = [['all', '18', '17'], ['all', 'work', 'school'], ['work', 'work18', 'work17'], ['school', 'school18', 'school17'], ['18', 'work18', 'school18'], ['17', 'work17', 'school17']];
    expect(hide(counts, lines)).toEqual(['school17', 'school18', 'work17', 'work18']);
  });

  it('never leaves a line of which the hidden part can be worked out', () => {
    let seed = 7;
    const next = (most: number): number => (seed = (seed * 48271) % 2147483647) % most;
    for (let round = 0; round < 300; round += 1) {
      const [rows, columns] = [2 + next(4), 2 + next(3)];
      const counts = new Map<string, number>();
      const lines: string[][] = [];
      const names = (of: string, many: number): string[] => Array.from({ length: many }, (_, at) => `${of}${at}`);
      for (const row of names('r', rows)) for (const column of names('c', columns)) counts.set(`${row}${column}`, next(3) ? next(12) : 0);
      const sum = (cells: string[]): number => cells.reduce((all, cell) => all + (counts.get(cell) ?? 0), 0);
      const add = (total: string, cells: string[]): void => {
        counts.set(total, sum(cells));
        lines.push([total, ...cells]);
      };
      for (const row of names('r', rows)) add(`${row}all`, names('c', columns).map((column) => row + column));
      for (const column of names('c', columns)) add(`all${column}`, names('r', rows).map((row) => row + column));
      const hidden = hiddenCells(counts, lines);
      for (const [total = '', ...parts] of lines) {
        const gone = parts.filter((cell) => hidden.has(cell));
        if (gone.length && !hidden.has(total)) expect(gone.length > 1 && sum(gone) >= 5).toBe(true);
        if (!gone.length && hidden.has(total)) throw new Error(`${total} is the sum of what is shown`);
      }
    }
  });
});

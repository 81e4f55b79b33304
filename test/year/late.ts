/**
 * Whose desk is late on which evenings (rules 8): not picked up in two working days, or ten without contact. 27 August 2026 is a
 * Thursday. Whoever has no line never waits too long.
 */
export const late: Readonly<Record<string, readonly (readonly [from: string, until: string])[]>> = {
  gaby: [['2026-09-01', '2026-09-09'], ['2026-09-11', '2026-09-15']],
  kim: [['2026-09-11', '2026-09-21']],
  noor: [['2026-09-04', '2026-10-05']],
  adam: [],
  bas: [],
  ines: [],
  olaf: [],
  puck: [],
};

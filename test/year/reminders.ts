/**
 * What goes out beside alerts, written by hand: a line is `DAY KIND WHO=HOW MANY…`. `waits`, `news` and `clocks` are parts of a digest, the
 * rest are mails of their own; who has another mail that day gets a reminder on the next day. Quiet in Noord: 18–26 October, 20
 * December–4 January, 21 February–1 March, the days that mails.ts says, and 10–18 October 2026; in Midden until 30 August.
 */

/** D1: the first school day of each month, of each week in March; until 1 October, when the transfer is over. */
const standings = `
  2025-10-02 school-standing cees dirk lars niels wim
  2025-11-03 school-standing cees dirk lars niels wim
  2025-12-01 school-standing cees dirk lars niels wim
  2026-01-05 school-standing cees dirk lars niels wim
  2026-02-02 school-standing cees dirk lars niels wim
  2026-03-02 school-standing cees dirk lars niels wim
  2026-03-09 school-standing cees dirk lars niels wim
  2026-03-16 school-standing cees dirk lars niels wim
  2026-03-23 school-standing cees dirk lars niels wim
  2026-03-30 school-standing cees dirk lars niels wim
  2026-04-01 school-standing cees dirk lars niels wim
  2026-05-04 school-standing cees dirk lars niels wim
  2026-06-01 school-standing cees dirk lars niels wim
  2026-07-01 school-standing cees dirk lars niels wim
  2026-08-17 school-standing cees lars niels wim
  2026-09-01 school-standing dirk lars niels wim
  2026-09-02 school-standing cees
`;

/** C1: from the first Monday of the month. */
const monitors = `
  2025-10-06 region-monitor gijs pieter
  2025-11-03 region-monitor gijs pieter
  2025-12-01 region-monitor gijs pieter
  2026-01-05 region-monitor gijs pieter
  2026-02-02 region-monitor gijs pieter
  2026-03-02 region-monitor gijs pieter
  2026-04-07 region-monitor gijs pieter
  2026-05-04 region-monitor gijs pieter
  2026-06-01 region-monitor gijs pieter
  2026-07-06 region-monitor pieter
  2026-08-17 region-monitor gijs
  2026-09-07 region-monitor gijs pieter
`;

/** Rules 8, for a coordinator or who stands for one: 3, 11 and 21 working days after a case came, the next morning when another desk or region asks something, and 3 working days later. Mark coordinates; Koen does not hear it. */
const clocks = `
  2025-10-07 case-clocks ingrid=2 marloes=1
  2025-10-17 case-clocks ingrid=2
  2025-10-31 case-clocks ingrid=2
  2026-01-06 case-clocks marloes=1
  2026-01-16 case-clocks marloes=1
  2026-01-30 case-clocks marloes=1
  2026-02-10 case-clocks ingrid=1
  2026-02-20 case-clocks ingrid=1
  2026-04-01 case-clocks marloes=1
  2026-08-31 case-clocks pieter
  2026-09-01 case-clocks mark=7 youssef=2
  2026-09-02 case-clocks marloes pieter
  2026-09-11 case-clocks ingrid=9 mark=4 youssef=2
  2026-09-15 case-clocks mark=1
  2026-09-17 case-clocks marloes=1
  2026-09-22 case-clocks mark=1
  2026-09-25 case-clocks ingrid=4 mark=5 marloes=2
  2026-09-30 case-clocks ingrid=3
  2026-10-01 case-clocks marloes=1
  2026-10-07 case-clocks ingrid=1
  2026-10-09 case-clocks ingrid=1
  2026-10-28 case-clocks mark=1
  2026-09-01 clocks gijs=2 ingrid=11 marloes=7
  2026-09-04 clocks ingrid=4 mark=1 marloes=2
  2026-09-07 clocks marloes=1
  2026-09-10 clocks ingrid=4
  2026-09-11 clocks marloes=6
  2026-09-15 clocks ingrid=2
  2026-09-16 clocks ingrid=4 marloes=1
  2026-09-22 clocks ingrid=2
  2026-10-21 clocks ingrid=1
`;

/** R2: five working days after a case came to the desk, and each week after; to the owner, else to everybody of the desk. */
const unreached = `
  2025-10-09 late-cases ingrid=2 marloes=1
  2025-10-16 late-cases ingrid=2
  2025-10-27 late-cases ingrid=2
  2025-11-03 late-cases ingrid=2
  2025-11-10 late-cases ingrid=2
  2025-11-17 late-cases ingrid=2
  2025-11-24 late-cases ingrid=2
  2025-12-01 late-cases ingrid=2
  2025-12-08 late-cases ingrid=2
  2025-12-15 late-cases ingrid=1
  2026-01-05 late-cases ingrid=1
  2026-01-08 late-cases marloes=1
  2026-01-12 late-cases ingrid=1
  2026-01-15 late-cases marloes=1
  2026-01-19 late-cases ingrid=1
  2026-01-22 late-cases marloes=1
  2026-01-26 late-cases ingrid=1
  2026-01-29 late-cases marloes=1
  2026-02-02 late-cases ingrid=1
  2026-02-06 late-cases marloes=1
  2026-02-09 late-cases ingrid=1
  2026-02-12 late-cases ingrid=1
  2026-02-13 late-cases marloes=1
  2026-02-16 late-cases ingrid=1
  2026-02-19 late-cases ingrid=1
  2026-03-02 late-cases ingrid=2
  2026-03-09 late-cases ingrid=1
  2026-03-10 late-cases marloes=1
  2026-03-16 late-cases ingrid=1
  2026-03-23 late-cases ingrid=1
  2026-03-30 late-cases ingrid=1
  2026-04-07 late-cases ingrid=1
  2026-04-14 late-cases ingrid=1
  2026-04-21 late-cases ingrid=1
  2026-05-04 late-cases ingrid=1
  2026-05-11 late-cases ingrid=1
  2026-05-18 late-cases ingrid=1
  2026-05-26 late-cases ingrid=1
  2026-06-02 late-cases ingrid=1
  2026-06-09 late-cases ingrid=1
  2026-06-16 late-cases ingrid=1
  2026-06-23 late-cases ingrid=1
  2026-06-30 late-cases ingrid=1
  2026-08-17 late-cases ingrid=1
  2026-09-03 late-cases koen=4 mark=5 youssef=2
  2026-09-08 late-cases ingrid=15 marloes=8
  2026-09-09 late-cases marloes=1
  2026-09-10 late-cases youssef=2
  2026-09-14 late-cases ingrid=2 koen=4 mark=3
  2026-09-17 late-cases ingrid=12 koen=1 mark=1 youssef=2
  2026-09-18 late-cases marloes=7
  2026-09-21 late-cases ingrid=2 koen=3 mark=2
  2026-09-23 late-cases marloes=1
  2026-09-24 late-cases ingrid=6 koen=1 mark=1
  2026-09-28 late-cases ingrid=1 koen=2 marloes=3
  2026-09-29 late-cases ingrid=1
  2026-09-30 late-cases marloes=1
  2026-10-01 late-cases ingrid=4
  2026-10-05 late-cases marloes=2
  2026-10-06 late-cases ingrid=1
  2026-10-08 late-cases ingrid=3
  2026-10-20 late-cases ingrid=2
  2026-10-26 late-cases ingrid=1
  2026-10-27 late-cases ingrid=1
  2026-10-30 late-cases mark=1
`;

/** M1, M2, I3, L1, L2 and L7. */
const others = `
  2026-02-02 give-starts sanne
  2026-02-16 welcome-student ayla mads
  2026-03-02 passport-waits ayla mads
  2026-03-11 apply-in-time ayla mads
  2026-03-16 waits fatima=1
  2026-03-23 waits fatima=1
  2026-03-25 apply-in-time ayla
  2026-03-30 apply-in-time ayla
  2026-04-16 news fatima=1
  2026-08-24 give-starts milan sanne
  2026-09-10 news fatima=1
  2026-10-05 give-starts sanne
`;

export const reminded = [standings, monitors, clocks, unreached, others].join('\n');

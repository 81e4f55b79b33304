import { persona } from '../persona.ts';

/** Rules 5, the rest of Fatima's class. */
export const moreInSignals = [
  persona('jade', 'closes and comes back as a new signal', {}, `
    2026-02-02 applies 25001
    2026-03-10 not-admitted
    2026-04-15 applies 25003
    2026-05-10 withdrawn
    2026-05-20 applies 25001
    2026-05-28 admitted
    2026-08-24 started`, `
    2026-03-11 last-option-gone mentor
    2026-04-15 -
    2026-05-11 last-option-gone mentor
    2026-05-20 -`),
  persona('kick', 'placed and lost: 5, 4, and placed again for October', {}, `
    placed 25001
    2026-08-20 lapsed
    2026-09-10 applies 25002
    2026-09-17 admitted
    2026-10-05 started`, `
    2026-08-21 last-option-gone mentor
    2026-09-01 no-place-at-start leerplicht | LPA-Zwolle
    2026-09-17 - | closed signal-gone`),
  persona('milou', 'no-show at one, started at another: nothing', {}, `
    placed 25001
    2026-02-02 applies 25003
    2026-05-12 admitted
    2026-08-24 started
    2026-08-26 A no-show`),
  persona('nina', '3 goes by the earliest start among the placed', {}, `
    placed 25003
    placed 25002
    2026-09-09 A withdrawn
    2026-10-05 B started`, `
    2026-09-07 start-unconfirmed leerplicht | LPA-Zwolle
    2026-09-09 - | closed signal-gone`),
  persona('olaf', '3 two weeks after an October start, then 1 in the same case; the desk knows of help', {}, `
    placed 25002
    2026-10-05 no-show brought 2026-10-20
    2026-10-20 ingrid picks-up
    2026-10-26 ingrid gets-help`, `
    2026-10-19 start-unconfirmed leerplicht | LPA-Zwolle
    2026-10-20 start-unconfirmed leerplicht | LPA-Zwolle ingrid
    2026-10-21 no-show leerplicht | LPA-Zwolle ingrid
    2026-10-26 - | closed care`),
  persona('pia', 'provisionally placed is placed', {}, `
    2026-02-02 applies 25001
    2026-05-20 provisionally-placed
    2026-08-24 started`),
  persona('quin', 'waitlisted is not', {}, `
    2026-02-02 applies 25001
    2026-05-20 waitlisted
    2026-08-28 admitted
    2026-09-01 started`, `
    2026-06-01 no-place-yet mentor
    2026-08-28 -`),
  persona('stan', '3 becomes 1 when the report comes late', {}, `
    placed 25001
    2026-09-02 no-show brought 2026-09-15
    2026-09-24 started brought 2026-09-25`, `
    2026-09-07 start-unconfirmed leerplicht | LPA-Zwolle
    2026-09-16 no-show leerplicht | LPA-Zwolle
    2026-09-25 - | closed full-time`),
  persona('uma', 'what is dated later is not seen before', {}, `
    2026-04-03 applies 25001 brought 2026-03-25
    2026-05-12 admitted
    2026-08-24 started brought 2026-08-19`, `
    2026-04-01 not-applied mentor
    2026-04-03 -`),
  persona('vik', 'a plan beside a rejection: applied, none live', {}, `
    2026-02-02 applies 25001
    2026-02-02 planned
    2026-02-10 applies 25003
    2026-03-25 not-admitted
    2026-05-06 A submitted
    2026-06-25 A admitted
    2026-08-24 A started`, `
    2026-03-26 last-option-gone mentor
    2026-05-06 -
    2026-06-01 no-place-yet mentor
    2026-06-25 -`),
  persona('wes', 'started between the sweep and the mail: told to nobody', {}, `
    placed 25001
    2026-08-24 started brought 2026-09-07 before the mail`, `
    2026-09-07 - | closed full-time`),
  persona('xena', 'nobody of the programme was reported; hers is the first report', {}, `
    placed 25009
    2026-08-24 started brought 2026-09-10`, `
    2026-09-07 start-unconfirmed leerplicht | LPA-Zwolle
    2026-09-10 - | closed full-time`),
  persona('yael', 'of the same programme, and did not come', {}, `
    placed 25009
    2026-08-31 no-show brought 2026-09-14
    2026-09-28 started`, `
    2026-09-07 start-unconfirmed leerplicht | LPA-Zwolle
    2026-09-15 no-show leerplicht | LPA-Zwolle
    2026-09-28 - | closed full-time`),
  persona('rik', 'redirected ends an application', {}, `
    2026-02-02 applies 25001
    2026-02-20 redirected
    2026-03-02 applies 25003
    2026-04-20 admitted
    2026-08-24 started`, `
    2026-02-21 last-option-gone mentor
    2026-03-02 -`),
  persona('rens', 'dies while the case is open: closed without a reason', {}, `
    placed 25001
    2026-08-26 no-show
    2026-09-01 destination deceased`, `
    2026-08-27 no-show leerplicht | LPA-Zwolle
    2026-09-01 - | closed`),
  persona('tygo', 'dies before the mail goes: told to nobody', {}, `
    placed 25001
    2026-09-01 no-show
    2026-09-02 destination deceased before the mail`, `
    2026-09-02 - | closed`),
];

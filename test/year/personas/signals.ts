import { persona } from '../persona.ts';

/** Rules 5, of Fatima's class: everybody is 16, lives in Zwolle, and starts on 24 August when nothing else is said. */
export const inSignals = [
  persona('noor', '7, 6 and 4 as one story; closes when she is placed for February', {}, `
    2026-09-22 applies 25001/2027-02-01
    2026-10-06 admitted
    2027-02-01 started`, `
    2026-04-01 not-applied mentor
    2026-06-01 no-place-yet mentor
    2026-09-01 no-place-at-start leerplicht | LPA-Zwolle
    2026-10-06 - | closed signal-gone`),
  persona('sem', 'all well: nothing, all year', {}, `
    placed 25001
    2026-06-20 enrolled
    2026-08-24 started`),
  persona('abdi', '1, and a late start after it', {}, `
    placed 25001
    2026-08-26 no-show
    2026-09-14 started`, `
    2026-08-27 no-show leerplicht | LPA-Zwolle
    2026-09-14 - | closed full-time`),
  persona('elif', '2; care becomes known', {}, `
    placed 25001
    2026-08-24 started
    2026-09-09 deregistered
    2026-10-20 destination care`, `
    2026-09-10 dropped-out leerplicht | LPA-Zwolle
    2026-10-20 - | closed care`),
  persona('isa', '3 on the fourteenth day, not before', {}, `
    placed 25001
    2026-08-24 started brought 2026-09-11`, `
    2026-09-07 start-unconfirmed leerplicht | LPA-Zwolle
    2026-09-11 - | closed full-time`),
  persona('daan', '5, then a new application, then 6', {}, `
    2026-02-02 applies 25001
    2026-03-20 not-admitted
    2026-04-20 applies 25003
    2026-06-18 admitted
    2026-08-24 started`, `
    2026-03-21 last-option-gone mentor
    2026-04-20 -
    2026-06-01 no-place-yet mentor
    2026-06-18 -`),
  persona('bart', 'paper after the start takes nothing back (rules 2)', {}, `
    placed 25001
    2026-08-24 started
    2026-08-28 enrolled`),
  persona('caro', 'an ended status of a later day undoes the start; the mentor knows where she went', {}, `
    placed 25001
    2026-08-24 started
    2026-09-03 withdrawn
    2026-09-08 fatima other-route work`, `
    2026-09-04 no-place-at-start leerplicht | LPA-Zwolle
    2026-09-08 - | closed work`),
  persona('dries', 'an ended status of the same day does not undo the start', {}, `
    placed 25001
    2026-08-24 started
    2026-08-24 no-show`),
  persona('eva', 'planned only is no application', {}, `
    2026-02-01 applies 25001
    2026-02-01 planned
    2026-08-20 admitted
    2026-08-24 started`, `
    2026-04-01 not-applied mentor
    2026-06-01 no-place-yet mentor
    2026-08-20 -`),
  persona('yara', 'a known destination closes', {}, `
    2026-04-10 destination stays-in-vo`, `
    2026-04-01 not-applied mentor
    2026-04-10 -`),
  persona('otis', 'destination unknown and mbo say nothing; abroad does', {}, `
    2026-04-10 destination unknown
    2026-06-12 destination mbo
    2026-10-12 destination abroad`, `
    2026-04-01 not-applied mentor
    2026-06-01 no-place-yet mentor
    2026-09-01 no-place-at-start leerplicht | LPA-Zwolle
    2026-10-12 - | closed moved`),
  persona('freek', 'placed for February waits; 3 two weeks after that start', {}, `
    2026-05-01 applies 25001/2027-02-01
    2026-06-20 admitted
    2027-02-01 started brought 2027-02-20`, `
    2026-04-01 not-applied mentor
    2026-05-01 -
    2026-06-01 no-place-yet mentor
    2026-06-20 -
    2027-02-15 start-unconfirmed leerplicht | LPA-Zwolle
    2027-02-20 - | closed full-time`),
  persona('geert', '5 holds before 6, and goes on into 4', {}, `
    2026-03-01 applies 25001
    2026-05-15 not-admitted
    2026-09-30 destination work`, `
    2026-05-16 last-option-gone mentor
    2026-09-01 no-place-at-start leerplicht | LPA-Zwolle
    2026-09-30 - | closed work`),
  persona('pim', '6, 5 and 6 again', {}, `
    2026-02-02 applies 25001
    2026-07-01 not-admitted
    2026-08-10 applies 25003
    2026-08-25 admitted
    2026-08-31 started`, `
    2026-06-01 no-place-yet mentor
    2026-07-02 last-option-gone mentor
    2026-08-11 no-place-yet mentor
    2026-08-25 -`),
];

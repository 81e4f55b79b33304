import { persona } from '../persona.ts';

const kampen = { mentor: 'hanna', home: 'Kampen' };
const stranger = 'placed 25001\n2026-08-26 no-show\n';

/** Rules 8, of Hanna's class in Kampen, where Mark and Koen are the bureau. */
export const inCases = [
  persona('adam', 'start after all, full-time; the college reports it later', kampen, `${stranger}
    2026-08-28 mark picks-up
    2026-08-31 mark contact
    2026-09-02 mark starts-after-all full-time
    2026-09-04 started`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-08-28 no-show leerplicht | LPA-Kampen mark
    2026-09-02 no-show leerplicht | closed full-time
    2026-09-04 - | closed full-time`),
  persona('bas', 'attempts without contact, then another school, bbl', kampen, `${stranger}
    2026-08-31 koen no-contact
    2026-09-03 koen no-contact
    2026-09-04 koen contact
    2026-09-09 koen other-school bbl
    2026-09-30 destination other-vo`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-08-31 no-show leerplicht | LPA-Kampen koen
    2026-09-09 no-show leerplicht | closed bbl
    2026-09-30 - | closed bbl`),
  persona('cleo', 'works: known at once', kampen, `${stranger}
    2026-09-01 mark works`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-09-01 - | closed work`),
  persona('dani', 'gets help: known at once', kampen, `${stranger}
    2026-09-01 mark gets-help`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-09-01 - | closed care`),
  persona('emma', 'moved: where to, nobody knows yet', kampen, `${stranger}
    2026-09-01 mark has-moved
    2026-10-05 destination abroad`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-09-01 no-show leerplicht | closed moved
    2026-10-05 - | closed moved`),
  persona('fien', 'other: the signal stands, and no new case comes of it', kampen, `${stranger}
    2026-09-01 mark something-else
    2026-12-01 destination work`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-09-01 no-show leerplicht | closed other
    2026-12-01 - | closed other`),
  persona('gaby', 'picked up late, contact late', kampen, `${stranger}
    2026-09-10 koen picks-up
    2026-09-10 koen no-contact
    2026-09-14 koen no-contact
    2026-09-16 koen contact
    2026-10-01 koen other-school full-time
    2026-10-02 destination stays-in-vo`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-09-10 no-show leerplicht | LPA-Kampen koen
    2026-10-01 no-show leerplicht | closed full-time
    2026-10-02 - | closed full-time`),
  persona('hidde', 'not ours: to the queue of the region, and to another desk', kampen, `${stranger}
    2026-08-28 mark not-ours
    2026-08-31 gijs gives LPA-Zwolle
    2026-09-02 ingrid picks-up
    2026-09-18 started`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-08-28 no-show leerplicht | queue 10
    2026-08-31 no-show leerplicht | LPA-Zwolle
    2026-09-02 no-show leerplicht | LPA-Zwolle ingrid
    2026-09-18 - | closed full-time`),
  persona('ilse', 'closed by the desk, reopened by something worse', kampen, `
    placed 25001
    2026-09-08 mark starts-after-all full-time
    2026-09-09 no-show
    2026-09-29 started`, `
    2026-09-07 start-unconfirmed leerplicht | LPA-Kampen
    2026-09-08 start-unconfirmed leerplicht | closed full-time
    2026-09-10 no-show leerplicht | LPA-Kampen
    2026-09-29 - | closed full-time`),
  persona('joep', 'the mentor knows where he went', kampen, `${stranger}
    2026-08-31 hanna spoken
    2026-09-02 hanna other-route work`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-09-02 - | closed work`),
  persona('kim', 'the desk closes and opens again', kampen, `${stranger}
    2026-08-28 mark something-else
    2026-09-02 mark reopens
    2026-09-22 destination care`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-08-28 no-show leerplicht | closed other
    2026-09-02 no-show leerplicht | LPA-Kampen mark
    2026-09-22 - | closed care`),
  persona('lotte', 'dies while somebody has the case', kampen, `${stranger}
    2026-08-28 mark picks-up
    2026-09-03 destination deceased`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-08-28 no-show leerplicht | LPA-Kampen mark
    2026-09-03 - | closed`),
  persona('nora', 'has an owner when it gets worse: only the owner hears', kampen, `
    placed 25001
    2026-09-08 koen picks-up
    2026-09-10 no-show
    2026-09-29 started`, `
    2026-09-07 start-unconfirmed leerplicht | LPA-Kampen
    2026-09-08 start-unconfirmed leerplicht | LPA-Kampen koen
    2026-09-11 no-show leerplicht | LPA-Kampen koen
    2026-09-29 - | closed full-time`),
  persona('puck', 'stops after the start: a second case', kampen, `${stranger}
    2026-08-31 started
    2026-10-22 deregistered
    2026-10-28 mark picks-up
    2026-11-04 mark contact
    2026-11-18 mark gets-help`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-08-31 - | closed full-time
    2026-10-23 dropped-out leerplicht | LPA-Kampen
    2026-10-28 dropped-out leerplicht | LPA-Kampen mark
    2026-11-18 - | closed care`),
];

import { persona } from '../persona.ts';

const kampen = { mentor: 'hanna', home: 'Kampen' };
const stranger = 'placed 25001\n2026-08-26 no-show\n';

/** Rules 8, of Hanna's class in Kampen: cases that go to another desk or region, which must say yes; and a case that nobody reaches. */
export const inHandOvers = [
  persona('roos', 'to another desk, which says yes: at once in the name of who does', kampen, `${stranger}
    2026-08-28 mark picks-up
    2026-08-31 mark asks LPA-Zwolle
    2026-09-02 ingrid accepts
    2026-09-03 ingrid contact
    2026-09-28 started`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-08-28 no-show leerplicht | LPA-Kampen mark
    2026-08-31 no-show leerplicht | LPA-Kampen mark ? LPA-Zwolle
    2026-09-02 no-show leerplicht | LPA-Zwolle ingrid
    2026-09-28 - | closed full-time`),
  persona('sil', 'to another region, which chooses a desk: nobody has it until somebody there does', kampen, `${stranger}
    2026-08-28 mark picks-up
    2026-08-28 mark asks region-11
    2026-09-01 pieter accepts LPA-Ermelo
    2026-09-02 youssef picks-up
    2026-09-04 youssef contact
    2026-09-28 started`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-08-28 no-show leerplicht | LPA-Kampen mark ? region-11
    2026-09-01 no-show leerplicht | LPA-Ermelo
    2026-09-02 no-show leerplicht | LPA-Ermelo youssef
    2026-09-28 - | closed full-time`),
  persona('teddy', 'another region says no: it stays, and its clocks ran on', kampen, `${stranger}
    2026-08-28 mark picks-up
    2026-09-01 mark asks region-11
    2026-09-03 pieter refuses
    2026-09-04 mark contact
    2026-09-28 started`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-08-28 no-show leerplicht | LPA-Kampen mark
    2026-09-01 no-show leerplicht | LPA-Kampen mark ? region-11
    2026-09-03 no-show leerplicht | LPA-Kampen mark
    2026-09-28 - | closed full-time`),
  persona('vos', 'nobody answers for three working days: both sides hear of it, and the asker takes it back', kampen, `${stranger}
    2026-08-28 mark picks-up
    2026-08-31 mark contact
    2026-09-01 mark asks DSP-10
    2026-09-07 mark takes-back
    2026-09-28 started`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-08-28 no-show leerplicht | LPA-Kampen mark
    2026-09-01 no-show leerplicht | LPA-Kampen mark ? DSP-10
    2026-09-07 no-show leerplicht | LPA-Kampen mark
    2026-09-28 - | closed full-time`),
  persona('wout', 'picked up in time, and reached by nobody: three clocks and four reminders', kampen, `${stranger}
    2026-08-28 koen picks-up
    2026-09-29 started`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-08-28 no-show leerplicht | LPA-Kampen koen
    2026-09-29 - | closed full-time`),
];

/** The cadence of rules 7 for a student, of Fatima's class: let in in February. */
export const inReminders = [
  persona('ayla', 'no application before 1 April; asks for a correction, which waits for the mentor', {}, `
    2026-02-16 fatima lets-in
    2026-03-12 student asks-correction
    2026-03-26 fatima answers-correction
    2026-04-10 applies 25001
    2026-05-12 admitted
    2026-08-24 started`, `
    2026-04-01 not-applied mentor
    2026-04-10 -`),
  persona('mads', 'applies between two reminders; one of two applications ends', {}, `
    2026-02-16 fatima lets-in
    2026-03-20 applies 25001
    2026-03-23 applies 25003
    2026-04-15 A not-admitted
    2026-05-12 B admitted
    2026-08-24 B started`),
];

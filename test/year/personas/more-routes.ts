import { persona } from '../persona.ts';

const stranger = 'placed 25001\n2026-08-26 no-show\n';

/** Rules 6, the rest: vso, birthdays, other regions, mentors who do not hear it. */
export const moreInRoutes = [
  persona('kaan', '4: vso, profile arbeid', { mentor: 'bea', type: 'vso', profile: 'arbeid', born: '2009-06-06' }, `${stranger}
    2026-09-24 started`, `
    2026-08-27 no-show help-offer | DSP-10
    2026-09-24 - | closed full-time`),
  persona('lieke', '4: vso, profile dagbesteding', { mentor: 'bea', type: 'vso', profile: 'dagbesteding', born: '2009-06-07' }, `
    2026-09-17 destination day-activity`, `
    2026-04-01 not-applied mentor
    2026-06-01 no-place-yet mentor
    2026-09-01 no-place-at-start help-offer | DSP-10
    2026-09-17 - | closed other`),
  persona('mick', '5: vso, profile vervolgonderwijs', { mentor: 'bea', type: 'vso', profile: 'vervolgonderwijs', born: '2009-06-08' }, `${stranger}
    2026-09-25 started`, `
    2026-08-27 no-show leerplicht | LPA-Zwolle
    2026-09-25 - | closed full-time`),
  persona('tess', '18 while the case is open: offered, and taken', { mentor: 'joost', born: '2008-09-15' }, `${stranger}
    2026-09-17 marloes picks-up
    2026-09-21 marloes gets-help`, `
    2026-08-27 no-show leerplicht | LPA-Zwolle
    2026-09-15 no-show doorstroompunt | LPA-Zwolle > DSP-10
    2026-09-17 no-show doorstroompunt | DSP-10 marloes
    2026-09-21 - | closed care`),
  persona('veerle', '6: 18 on the day itself', { mentor: 'joost', born: '2008-08-27' }, `${stranger}
    2026-09-22 started`, `
    2026-08-27 no-show doorstroompunt | DSP-10
    2026-09-22 - | closed full-time`),
  persona('wietse', '5 on the day before, 6 a day later', { mentor: 'joost', born: '2008-08-28' }, `${stranger}
    2026-09-23 started`, `
    2026-08-27 no-show leerplicht | LPA-Zwolle
    2026-08-28 no-show doorstroompunt | LPA-Zwolle > DSP-10
    2026-09-23 - | closed full-time`),
  persona('lea', 'a February start; born on 29 February, 18 on 1 March', { mentor: 'joost', born: '2008-02-29', year: '2024-2025' }, `
    2025-10-06 applies 25001/2026-02-02
    2025-12-10 admitted
    2026-02-04 no-show
    2026-03-03 marloes picks-up
    2026-03-10 marloes contact
    2026-04-13 destination work`, `
    2025-10-02 no-place-at-start leerplicht | LPA-Zwolle
    2025-12-10 - | closed signal-gone
    2026-02-05 no-show leerplicht | LPA-Zwolle
    2026-03-01 no-show doorstroompunt | LPA-Zwolle > DSP-10
    2026-03-03 no-show doorstroompunt | DSP-10 marloes
    2026-04-13 - | closed work`),
  persona('jort', '3 until 31 July of the year of turning 16, then 4', { mentor: 'ria', type: 'pro', born: '2010-07-31', year: '2024-2025' }, `
    2025-10-15 result certificate
    2026-08-20 destination day-activity`, `
    2025-10-02 no-place-at-start leerplicht | LPA-Zwolle
    2026-08-01 no-place-at-start help-offer | LPA-Zwolle > DSP-10
    2026-08-20 - | closed other`),
  persona('ruud', '7 at 23 in 2025, 6 again from 1 January 2026', { mentor: 'joost', born: '2002-10-10', year: '2024-2025' }, `
    2026-02-16 destination work`, `
    2025-10-02 no-place-at-start doorstroompunt | DSP-10
    2025-10-10 no-place-at-start mentor-only | closed signal-gone
    2026-01-01 no-place-at-start doorstroompunt | DSP-10
    2026-02-16 - | closed work`),
  persona('sjors', '6, and 7 from the 27th birthday on', { mentor: 'ans', type: 'mbo', born: '1999-09-20' }, `${stranger}
    2026-06-12 diploma mbo1`, `
    2026-08-27 no-show doorstroompunt | DSP-10
    2026-09-20 no-show mentor-only | closed signal-gone`),
  persona('dirkje', '7: 27 on the day itself', { mentor: 'ans', type: 'mbo', born: '1999-08-27' }, `${stranger}
    2026-06-12 diploma mbo1`, `
    2026-08-27 no-show mentor-only`),
  persona('oona', 'at school in one region, at home in another', { mentor: 'joost', home: 'Ermelo' }, `${stranger}
    2026-09-21 started`, `
    2026-08-27 no-show leerplicht | LPA-Ermelo
    2026-09-21 - | closed full-time`),
  persona('mila', 'wholly of the other region', { mentor: 'vera', home: 'Ermelo' }, `${stranger}
    2026-09-21 started`, `
    2026-08-27 no-show leerplicht | LPA-Ermelo
    2026-09-21 - | closed full-time`),
  persona('nick', 'mail to his mentor comes back', { mentor: 'henk' }, `${stranger}
    2026-09-21 started`, `
    2026-08-27 no-show leerplicht | LPA-Zwolle
    2026-09-21 - | closed full-time`),
  persona('ties', 'no mentor', { mentor: 'nobody' }, `${stranger}
    2026-09-21 started`, `
    2026-08-27 no-show leerplicht | LPA-Zwolle
    2026-09-21 - | closed full-time`),
  persona('cas', 'his mentor left the day before', { mentor: 'loes', home: 'Kampen' }, `${stranger}
    2026-08-25 toos leaves loes
    2026-09-21 started`, `
    2026-08-27 no-show leerplicht | LPA-Kampen
    2026-09-21 - | closed full-time`),
];

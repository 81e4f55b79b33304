import { persona } from '../persona.ts';

const stranger = 'placed 25001\n2026-08-26 no-show\n';

/** Rules 6, of schools where 18 is far away or near; nobody of them comes on 24 August, unless another life is said. */
export const inRoutes = [
  persona('finn', '1: havo passed, for the mentor alone', { mentor: 'joost', type: 'havo' }, `${stranger}
    2026-06-12 result passed
    2026-10-01 destination hbo`, `
    2026-08-27 no-show mentor-only
    2026-10-01 -`),
  persona('gwen', '1: vwo passed, without a place', { mentor: 'joost', type: 'vwo' }, `
    2026-06-12 result passed
    2026-09-10 destination hbo`, `
    2026-04-01 not-applied mentor
    2026-06-01 no-place-yet mentor
    2026-09-01 no-place-at-start mentor-only
    2026-09-10 -`),
  persona('hugo', '5: havo failed', { mentor: 'joost', type: 'havo', born: '2009-03-03' }, `${stranger}
    2026-06-12 result failed
    2026-09-16 destination vavo`, `
    2026-08-27 no-show leerplicht | LPA-Zwolle
    2026-09-16 - | closed full-time`),
  persona('karel', '5 to 1 when he passes after all, and back when that was a mistake', { mentor: 'joost', type: 'havo', born: '2009-02-02' }, `${stranger}
    2026-09-08 result passed
    2026-09-21 result failed
    2026-11-02 destination exempted`, `
    2026-08-27 no-show leerplicht | LPA-Zwolle
    2026-09-09 no-show mentor-only | closed signal-gone
    2026-09-22 no-show leerplicht | LPA-Zwolle
    2026-11-02 - | closed other`),
  persona('ines', '6: mbo 1 is no startkwalificatie', { mentor: 'ans', type: 'mbo', born: '2007-01-15' }, `${stranger}
    2026-06-12 diploma mbo1
    2026-08-28 marloes picks-up
    2026-08-31 marloes contact
    2026-09-03 marloes works`, `
    2026-08-27 no-show doorstroompunt | DSP-10
    2026-08-28 no-show doorstroompunt | DSP-10 marloes
    2026-09-03 - | closed work`),
  persona('jip', '1: mbo 2 is one', { mentor: 'ans', type: 'mbo', born: '2007-02-02' }, `${stranger}
    2026-06-12 diploma mbo2`, `
    2026-08-27 no-show mentor-only`),
  persona('lou', '2: nobody knows where he lives', { mentor: 'joost', home: '' }, `${stranger}
    2026-09-03 gijs gives LPA-Kampen
    2026-09-07 mark picks-up
    2026-09-14 started`, `
    2026-08-27 no-show region-queue | queue 10
    2026-09-03 no-show region-queue | LPA-Kampen
    2026-09-07 no-show region-queue | LPA-Kampen mark
    2026-09-14 - | closed full-time`),
  persona('mats', '2: a municipality without a desk', { mentor: 'ans', type: 'mbo', home: 'Urk', born: '2001-03-01' }, `
    2026-06-12 diploma mbo1
    2026-09-02 gijs gives DSP-10
    2026-10-01 destination private-education`, `
    2026-04-01 not-applied mentor
    2026-06-01 no-place-yet mentor
    2026-09-01 no-place-at-start region-queue | queue 10
    2026-09-02 no-place-at-start region-queue | DSP-10
    2026-10-01 - | closed full-time`),
  persona('nola', '2 at every age', { mentor: 'ans', type: 'mbo', home: '', born: '1996-01-01' }, `${stranger}
    2026-06-12 diploma mbo1
    2026-12-15 destination work`, `
    2026-08-27 no-show region-queue | queue 10
    2026-12-15 - | closed work`),
  persona('luuk', '4: PrO with a certificate', { mentor: 'ria', type: 'pro', born: '2009-04-14' }, `${stranger}
    2026-06-12 result certificate
    2026-09-08 started`, `
    2026-08-27 no-show help-offer | DSP-10
    2026-09-08 - | closed full-time`),
  persona('mees', '5: PrO without one, and an offer when it comes after all', { mentor: 'ria', type: 'pro', born: '2009-05-05' }, `${stranger}
    2026-09-14 result certificate
    2026-09-16 marloes picks-up
    2026-09-30 destination day-activity`, `
    2026-08-27 no-show leerplicht | LPA-Zwolle
    2026-09-15 no-show help-offer | LPA-Zwolle > DSP-10
    2026-09-16 no-show help-offer | DSP-10 marloes
    2026-09-30 - | closed other`),
  persona('floor', '4: turned 16 on the last day of the school year', { mentor: 'ria', type: 'pro', born: '2010-07-31' }, `${stranger}
    2026-06-12 result certificate
    2026-10-07 destination other-vo`, `
    2026-08-27 no-show help-offer | DSP-10
    2026-10-07 - | closed full-time`),
  persona('senna', '3: turned 16 a day later, so leerplicht for one more year', { mentor: 'ria', type: 'pro', born: '2010-08-01' }, `${stranger}
    2026-06-12 result certificate
    2026-10-08 destination stays-in-vo`, `
    2026-08-27 no-show leerplicht | LPA-Zwolle
    2026-10-08 - | closed full-time`),
  persona('teun', '6: a certificate makes no offer of it at 18', { mentor: 'ria', type: 'pro', born: '2008-08-20' }, `${stranger}
    2026-06-12 result certificate
    2026-09-18 marloes has-moved
    2026-11-05 destination abroad`, `
    2026-08-27 no-show doorstroompunt | DSP-10
    2026-09-18 no-show doorstroompunt | closed moved
    2026-11-05 - | closed moved`),
  persona('bo', '4, and 18 while the case is at the Doorstroompunt already', { mentor: 'ria', type: 'pro', born: '2008-09-20' }, `${stranger}
    2026-06-12 diploma pro
    2026-10-09 destination havo`, `
    2026-08-27 no-show help-offer | DSP-10
    2026-09-20 no-show doorstroompunt | DSP-10
    2026-10-09 - | closed full-time`),
];

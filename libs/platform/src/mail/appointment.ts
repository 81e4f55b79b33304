/** Something for a calendar, as it goes along with a mail. Day and time are those of Amsterdam. */
export interface Appointment {
  readonly method: 'REQUEST' | 'CANCEL';
  /** The same in every mail about it to this person. */
  readonly id: string;
  /** Rises with every change. */
  readonly sequence: number;
  readonly day: string;
  /** hh:mm */
  readonly time: string;
  readonly minutes: number;
  readonly title: string;
  readonly place: string;
}

interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly domain: string;
  readonly sentAt: Date;
}

/** Since 1996 the clock moves on the last Sundays of March and October. */
const ZONE = [
  'BEGIN:VTIMEZONE', 'TZID:Europe/Amsterdam',
  'BEGIN:DAYLIGHT', 'DTSTART:19960331T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'DTSTART:19961027T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'END:STANDARD',
  'END:VTIMEZONE',
];

/** RFC 5545, with one event and one guest: nobody sees who else comes. No answer by calendar is asked: nobody reads that mailbox. */
export function calendarText({ method, id, sequence, day, time, minutes, title, place }: Appointment, { from, to, domain, sentAt }: Envelope): string {
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Overstap//Overstap//NL', 'CALSCALE:GREGORIAN', `METHOD:${method}`, ...ZONE,
    'BEGIN:VEVENT', `UID:${id}@${domain}`, `SEQUENCE:${sequence}`, `DTSTAMP:${sentAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;TZID=Europe/Amsterdam:${localTime(day, time)}`, `DURATION:PT${minutes}M`,
    `SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, `ORGANIZER:mailto:${from}`, `ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:${to}`,
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT', 'END:VCALENDAR', '',
  ].map(folded).join('\r\n');
}

const localTime = (day: string, time: string): string => `${day.replaceAll('-', '')}T${time.replace(':', '')}00`;

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`).replaceAll(/\p{Cc}/gu, '');

/** At most 75 bytes a line, never within a character. */
function folded(line: string): string {
  const rows = [''];
  for (const character of line) {
    const row = (rows.at(-1) ?? '') + character;
    if (Buffer.byteLength(row) > 75) rows.push(` ${character}`);
    else rows[rows.length - 1] = row;
  }
  return rows.join('\r\n');
}

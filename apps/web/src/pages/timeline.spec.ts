import type { SentMail } from '#alerts';
import { timelineOf } from './timeline.ts';

const mail = (day: string, to: string, state: SentMail['state'] = 'sent', name: string | null = null): SentMail => ({ to, name, day, at: new Date(`${day}T04:00:00Z`), state, reasons: ['mentor'] });
const told = (mails: readonly SentMail[], attempts: { day: string }[] = []) =>
  timelineOf({
    events: [],
    attempts: attempts.map(({ day }) => ({ day, at: new Date(`${day}T09:00:00Z`), choice: 'no-contact', note: '', person: 'Fatima el Idrissi' })) as never,
    mails,
    organisationId: 'school',
  }).map(({ day, text, by }) => `${day} ${text} ${by}`);

describe('the mails in a timeline', () => {
  it('are one entry for weeks in which nothing else happened, with all its days', () => {
    expect(told(['2025-12-29', '2026-01-05', '2026-01-12'].map((day) => mail(day, 'fatima@school.example')))).toEqual([
      '2026-01-12 3 mails verstuurd. De mailserver nam ze aan. Aan fatima@school.example, ook op 5 januari, 29 december 2025',
    ]);
  });

  it('stay apart when something happened between them', () => {
    expect(told([mail('2026-04-13', 'fatima@school.example'), mail('2026-04-20', 'fatima@school.example')], [{ day: '2026-04-15' }])).toEqual([
      '2026-04-20 Mail verstuurd. De mailserver nam hem aan. Aan fatima@school.example',
      '2026-04-15 Geen contact gekregen. Fatima el Idrissi',
      '2026-04-13 Mail verstuurd. De mailserver nam hem aan. Aan fatima@school.example',
    ]);
  });

  it('stay apart when they fared otherwise or went to others', () => {
    const mails = [mail('2026-04-13', 'fatima@school.example'), mail('2026-04-20', 'fatima@school.example', 'dead'), mail('2026-04-27', 'joep@school.example', 'dead')];
    expect(told(mails)).toEqual([
      '2026-04-27 Mail kwam niet aan. Aan joep@school.example',
      '2026-04-20 Mail kwam niet aan. Aan fatima@school.example',
      '2026-04-13 Mail verstuurd. De mailserver nam hem aan. Aan fatima@school.example',
    ]);
  });

  it('name the reader, and the address only where it must be mended', () => {
    expect(told([mail('2026-04-13', 'fatima@school.example', 'sent', 'Fatima el Idrissi (Het Kompas)'), mail('2026-04-20', 'fatima@school.example', 'dead', 'Fatima el Idrissi (Het Kompas)')])).toEqual([
      '2026-04-20 Mail kwam niet aan. Aan Fatima el Idrissi (Het Kompas), fatima@school.example',
      '2026-04-13 Mail verstuurd. De mailserver nam hem aan. Aan Fatima el Idrissi (Het Kompas)',
    ]);
  });

  it('count everybody who was told on a day', () => {
    expect(told(['2026-09-01', '2026-09-07'].flatMap((day) => [mail(day, 'fatima@school.example'), mail(day, 'rik@desk.example')]))).toEqual([
      '2026-09-07 4 mails verstuurd. De mailserver nam ze aan. Aan fatima@school.example, rik@desk.example, ook op 1 september',
    ]);
  });
});

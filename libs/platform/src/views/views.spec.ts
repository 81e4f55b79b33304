import { ageOn, dayInFull, dayShort, dayWithWeekday } from './days.ts';
import { phoneLink, phoneText } from './phone.ts';

describe('days on a page', () => {
  it('are written in Dutch, with the year only where it is needed', () => {
    expect(dayInFull('2027-03-08')).toBe('8 maart 2027');
    expect(dayShort('2026-09-01', '2026-09-14')).toBe('1 september');
    expect(dayShort('2025-12-01', '2026-09-14')).toBe('1 december 2025');
    expect(dayWithWeekday('2026-09-14')).toBe('maandag 14 september 2026');
  });

  it('tell an age, also for who is born on 29 February', () => {
    expect(ageOn('2010-09-14', '2026-09-14')).toBe(16);
    expect(ageOn('2010-09-15', '2026-09-14')).toBe(15);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });
});

describe('phone numbers', () => {
  it.each([
    ['0612345678', '06 12 34 56 78', '+31612345678'],
    ['+31 6 12 34 56 78', '06 12 34 56 78', '+31612345678'],
    ['088-2624850', '088 262 48 50', '+31882624850'],
    ['(038) 123 45 67', '038 123 45 67', '+31381234567'],
    ['0031 38 1234567', '038 123 45 67', '+31381234567'],
    ['0529-123456', '0529 123 456', '+31529123456'],
  ])('%s is shown as %s', (typed, text, link) => {
    expect(phoneText(typed)).toBe(text);
    expect(phoneLink(typed)).toBe(link);
  });
});

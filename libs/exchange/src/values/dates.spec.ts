import { readBirthDate, readDay } from './dates.ts';
import { Fault } from './fault.ts';

const TODAY = '2026-09-14';
const message = (value: unknown): unknown => (value instanceof Fault ? value.message : value);

describe('reading a date', () => {
  it.each([
    ['24-08-2026', '2026-08-24'],
    ['4-8-26', '2026-08-04'],
    ['2026-08-24', '2026-08-24'],
    ['2026-08-24T00:00:00', '2026-08-24'],
    ['24-08-2026 00:00', '2026-08-24'],
    ['24-08-2026 0:00:00', '2026-08-24'],
    ['24.08.2026', '2026-08-24'],
    ['24/08/2026', '2026-08-24'],
    ['29-02-2028', '2028-02-29'],
    ['3-11-2025 14:22', '2025-11-03'],
  ])('reads %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each(['31-02-2026', '29-02-2027', '00-01-2026', '2026-13-01', '24-13-2026'])('refuses %s, which does not exist', (text) => {
    expect(message(readDay(text))).toContain('bestaat niet');
  });

  it('refuses what could be two days, and what is no date', () => {
    expect(message(readDay('03/04/2026'))).toContain('03 of 04 als dag');
    expect(message(readDay('08/24/2026'))).toContain('bestaat niet');
    expect(message(readDay('46258'))).toContain('Excel');
    expect(message(readDay('volgende week'))).toContain('geen datum');
    expect(message(readDay('24-08-0026'))).toContain('jaartal');
  });

  it('takes the latest year that is not in the future for a birth date', () => {
    expect(readBirthDate('17-01-09', TODAY)).toBe('2009-01-17');
    expect(readBirthDate('14-09-26', TODAY)).toBe('2026-09-14');
    expect(readBirthDate('15-09-26', TODAY)).toBe('1926-09-15');
    expect(readBirthDate('1-2-99', TODAY)).toBe('1999-02-01');
    expect(message(readBirthDate('17-01-2029', TODAY))).toContain('toekomst');
  });
});

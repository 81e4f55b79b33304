import { statuses, tracks } from '#policy';
import { clean } from './clean.ts';
import { Fault } from './fault.ts';
import { code, count, email, level, numberOf, schoolYear } from './texts.ts';
import { oneOf, oneOfLabels } from './words.ts';

const DAY = '2026-09-14';

describe('reading a value', () => {
  it('takes away what nobody sees', () => {
    expect(clean('\u00a0 Sem\u200b  de\tBoer ')).toBe('Sem de Boer');
    expect(clean('Zoe\u0308')).toBe('Zoë');
    expect(clean('="00123"')).toBe('00123');
    expect(clean("'=SUM(A1)")).toBe('=SUM(A1)');
    expect(clean("'s-Gravenhage")).toBe("'s-Gravenhage");
  });

  it.each(['Intake gepland', 'INTAKE_GEPLAND', 'intake-gepland', 'intakegepland', 'íntake  gepland'])('knows the status %s', (text) => {
    expect(oneOfLabels(statuses, 'status')(text, DAY)).toBe('intake-planned');
  });

  it('names the words it knows when it refuses one', () => {
    const refused = oneOf(tracks, 'leerweg')('xl', DAY);
    expect(refused).toBeInstanceOf(Fault);
    expect((refused as Fault).message).toBe('Dit kennen we niet als leerweg. Kies uit: bb, kb, gl, tl.');
  });

  it('reads school years, levels and counts in their usual spellings', () => {
    expect(['2025-2026', '2025/2026', '25-26', '2025-26', "2025-'26"].map((text) => schoolYear(text, DAY))).toEqual(Array(5).fill('2025-2026'));
    expect(schoolYear('2025-2027', DAY)).toBeInstanceOf(Fault);
    expect(['2', 'niveau 2', 'mbo-2', 'MBO2'].map((text) => level(text, DAY))).toEqual(['2', '2', '2', '2']);
    expect(count('007', DAY)).toBe('7');
    expect(count('3,5', DAY)).toBeInstanceOf(Fault);
  });

  it('writes codes of schools in one way and leaves other codes alone', () => {
    expect(code('90ak 00', DAY)).toBe('90AK00');
    expect(code('LPA-Dalfsen', DAY)).toBe('LPA-Dalfsen');
  });

  it('refuses a number that a spreadsheet made shorter, and no other', () => {
    expect(['1,23E+05', '2e+10'].map((text) => numberOf(text, DAY))).toEqual([expect.any(Fault), expect.any(Fault)]);
    expect(['00123', '12E5', 'A-1', '1E+'].map((text) => numberOf(text, DAY))).toEqual(['00123', '12E5', 'A-1', '1E+']);
  });

  it('looks at an address lightly', () => {
    expect(email('N.deHaan@School.Example', DAY)).toBe('n.dehaan@school.example');
    expect(email('n.dehaan', DAY)).toBeInstanceOf(Fault);
    expect(email('a@b, c@d.nl', DAY)).toBeInstanceOf(Fault);
  });
});

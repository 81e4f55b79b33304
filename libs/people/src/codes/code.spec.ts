import { codeHash, newCode, readCode } from './code.ts';

describe('a code to type', () => {
  it('has two groups and nothing that looks like something else', () => {
    for (let n = 0; n < 200; n++) {
      expect(newCode(8)).toMatch(/^[ABCDEFGHJKMNPQRTUVWXYZ234679]{4}-[ABCDEFGHJKMNPQRTUVWXYZ234679]{4}$/);
      expect(newCode(6)).toMatch(/^.{3}-.{3}$/);
    }
  });

  it.each(['K7QD-3MXA', 'k7qd3mxa', ' k7qd 3mxa ', 'K7QD–3MXA'])('is read however it is typed: %s', (typed) => {
    expect(readCode(typed)).toBe('K7QD3MXA');
  });

  it('is kept in a way that needs the secret', () => {
    expect(codeHash('one secret', 'K7QD-3MXA')).toEqual(codeHash('one secret', 'k7qd3mxa'));
    expect(codeHash('one secret', 'K7QD-3MXA')).not.toEqual(codeHash('another', 'K7QD-3MXA'));
  });
});

import { nextStepOf } from './next-steps.ts';

describe('what a student is told to do about an application', () => {
  it('is to ask the mentor when it lapsed and there is nothing else', () => {
    expect(nextStepOf('lapsed', ['lapsed', 'withdrawn'], false)?.turn).toBe('jij en je mentor');
  });

  it('is nothing when the student started somewhere else', () => {
    expect(nextStepOf('lapsed', ['lapsed', 'started'], false)).toMatchObject({ turn: 'niemand', dutch: 'Hier hoef je niets meer mee. Je bent ergens anders begonnen.' });
    expect(nextStepOf('started', ['lapsed', 'started'], false)?.dutch).toBe('Je bent begonnen. Succes!');
  });
});

import { sectionAt, type Section } from '#policy';
import { answersFrom, lacks } from './answers.ts';

const section = (address: string): Section => {
  const found = sectionAt(address);
  if (!found) throw new Error(address);
  return found;
};

describe('what a student typed', () => {
  it('keeps each question as it was asked beside its answer', () => {
    const { answers } = answersFrom(section('wat-kan-ik'), 'vmbo', { 'good-at': ' Koken \r\nen bakken ', subjects: 'Wiskunde' });
    expect(answers['good-at']).toEqual({ asked: 'Waar ben je goed in?', answer: 'Koken \nen bakken' });
    expect(answers.subjects).toEqual({ asked: 'Welke vakken gaan goed?', answer: 'Wiskunde' });
  });

  it('asks who leaves practical education in words that fit, and more', () => {
    const { answers } = answersFrom(section('wat-kan-ik'), 'pro', { subjects: 'Groen', certificates: 'Heftruck' });
    expect(answers.subjects?.asked).toBe('Welke praktijkvakken gaan goed?');
    expect(answers.certificates?.answer).toBe('Heftruck');
    expect(answersFrom(section('wat-kan-ik'), 'vmbo', { certificates: 'Heftruck' }).answers).toEqual({});
  });

  it('takes no answer that was not to choose from', () => {
    const typed = { sure: 'Volstrekt zeker', explored: ['Open dag bezocht', 'Iets anders'] };
    expect(answersFrom(section('waarom-deze-opleiding'), 'vmbo', typed).answers).toEqual({
      explored: { asked: 'Wat heb je gedaan om te kiezen?', answer: ['Open dag bezocht'] },
    });
  });

  it('keeps what was answered before the school type changed, until its writer takes it away', () => {
    const before = { answers: { certificates: { asked: 'Welke certificaten heb je gehaald?', answer: 'Heftruck' } }, notes: { old: { asked: 'Nog een notitie', answer: 'Bel oma' } } };
    const written = answersFrom(section('wat-kan-ik'), 'vmbo', { 'good-at': 'Koken' }, before);
    expect(written).toEqual({ answers: { ...before.answers, 'good-at': { asked: 'Waar ben je goed in?', answer: 'Koken' } }, notes: before.notes });
    expect(answersFrom(section('wat-kan-ik'), 'vmbo', { 'weg-certificates': 'ja', 'weg-old': 'ja' }, before)).toEqual({ answers: {}, notes: {} });
  });

  it('keeps what is changed on a page from before the question went, with its words', () => {
    const before = { answers: { certificates: { asked: 'Welke certificaten?', answer: 'Heftruck' } }, notes: {} };
    expect(answersFrom(section('wat-kan-ik'), 'vmbo', { certificates: 'Heftruck \r\nen VCA' }, before).answers).toEqual({ certificates: { asked: 'Welke certificaten?', answer: 'Heftruck \nen VCA' } });
    expect(answersFrom(section('wat-kan-ik'), 'vmbo', { certificates: '' }, before).answers).toEqual({});
  });

  it('keeps the first answer to a question that went while it was typed, and nothing that is asked of others', () => {
    const gone = { ...section('wat-kan-ik'), questions: [...section('wat-kan-ik').questions, { code: 'regio-1', type: 'short', asks: 'Hoe reis je?', onlyFor: [] } as const] };
    const typed = { 'regio-1': 'Met de fiets', certificates: 'Heftruck' };
    expect(answersFrom(gone, 'vmbo', typed).answers).toEqual({ 'regio-1': { asked: 'Hoe reis je?', answer: 'Met de fiets' } });
    expect(answersFrom(gone, 'vmbo', { ...typed, 'weg-regio-1': 'ja' }).answers).toEqual({});
    expect(answersFrom(gone, 'vmbo', { 'regio-1': ' ' }).answers).toEqual({});
  });

  it('leaves out lines of stages that are empty', () => {
    const typed = { 'experiences-0-where': 'Bakkerij Smit', 'experiences-0-how-long': '3 weken', 'experiences-1-where': ' ', 'experiences-2-what': 'Kranten' };
    expect(answersFrom(section('stage-en-werk'), 'vmbo', typed).answers.experiences?.answer).toEqual([
      { where: 'Bakkerij Smit', what: '', howLong: '3 weken' },
      { where: '', what: 'Kranten', howLong: '' },
    ]);
  });

  it('keeps notes for oneself apart', () => {
    const { answers, notes } = answersFrom(section('wie-ben-ik'), 'vmbo', { 'in-my-words': 'Rustig', 'for-me': 'Niet vergeten' });
    expect(Object.keys(answers)).toEqual(['in-my-words']);
    expect(notes['for-me']?.answer).toBe('Niet vergeten');
  });

  it('may have gaps until it is called done, and says then what is left', () => {
    const written = answersFrom(section('waarom-deze-opleiding'), 'vmbo', { wants: 'Kok' });
    expect(lacks(section('waarom-deze-opleiding'), 'vmbo', written, false)).toEqual([]);
    expect(lacks(section('waarom-deze-opleiding'), 'vmbo', written, true).map(({ field }) => field)).toEqual(['why', 'explored', 'sure']);
  });
});

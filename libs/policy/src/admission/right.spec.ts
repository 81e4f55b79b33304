import { admissionRight, type AdmissionFacts } from './right.ts';

const DAY = '2026-03-10';
const facts: AdmissionFacts = {
  level: 3, appliedOn: '2026-02-02', status: 'intake-held', schoolYear: '2025-2026',
  schoolType: 'vmbo', track: 'kb', grade: '4', result: 'passed', diploma: 'vmbo',
};
const told = (given: Partial<AdmissionFacts>, today = DAY) => {
  const right = admissionRight({ ...facts, ...given }, today);
  return right && `${right.verdict}: ${right.points.map(({ state }) => state).join(' ')}`;
};

describe('the right of admission', () => {
  it.each<[string, Partial<AdmissionFacts>, string]>([
    ['applied in time, the right diploma, intake held', {}, 'yes: yes yes yes'],
    ['on the day itself still counts', { appliedOn: '2026-04-01' }, 'yes: yes yes yes'],
    ['a day later does not', { appliedOn: '2026-04-02' }, 'no: no yes yes'],
    ['in 2020 and 2021 it was a month later', { schoolYear: '2020-2021', appliedOn: '2021-04-30' }, 'yes: yes yes yes'],
    ['only an intention, and there is time', { status: 'planned', appliedOn: null }, 'not-yet: open yes open'],
    ['no result yet', { result: null, diploma: null }, 'not-yet: yes open yes'],
    ['the exam was failed', { result: 'failed', diploma: null }, 'no: yes no yes'],
    ['invited, and not been there yet', { status: 'intake-planned' }, 'not-yet: yes yes open'],
    ['nothing heard yet', { status: 'submitted' }, 'not-yet: yes yes open'],
    ['waiting for a place', { status: 'waitlisted' }, 'yes: yes yes yes'],
    ['basis to level 2', { track: 'bb', level: 2 }, 'yes: yes yes yes'],
    ['basis to level 3', { track: 'bb', level: 3 }, 'no: yes no yes'],
    ['theoretical to level 4', { track: 'tl', level: 4 }, 'yes: yes yes yes'],
    ['vmbo of which the track is not known', { track: null }, 'not-yet: yes open yes'],
    ['havo, in the fourth year', { schoolType: 'havo', track: null, grade: '4', result: null, diploma: null, level: 4 }, 'yes: yes yes yes'],
    ['havo, in the third year: not known whether over', { schoolType: 'havo', track: null, grade: '3', result: null, diploma: null }, 'not-yet: yes open yes'],
    ['a diploma of level 2', { schoolType: 'mbo', track: null, diploma: 'mbo2', level: 4 }, 'yes: yes yes yes'],
    ['a diploma of entree to level 3', { schoolType: 'mbo', track: null, diploma: 'mbo1' }, 'no: yes no yes'],
    ['practical education: we do not know', { schoolType: 'pro', track: null, result: 'certificate', diploma: 'pro', level: 2 }, 'not-yet: yes open yes'],
    ['newly arrived: we do not know', { schoolType: 'isk', track: null, result: null, diploma: null }, 'not-yet: yes open yes'],
    ['a programme of which the level is not known', { level: null }, 'not-yet: yes open yes'],
    ['entree: the right does not hold there', { level: 1 }, 'no: no'],
    ['the college said no', { status: 'not-admitted' }, 'not-yet: yes yes open'],
  ])('%s', (_, given, verdict) => {
    expect(told(given)).toBe(verdict);
  });

  it('is no question any more for who has a place or stopped', () => {
    for (const status of ['admitted', 'enrolled', 'started', 'withdrawn', 'lapsed', 'redirected', 'no-show', 'deregistered']) expect(told({ status })).toBeUndefined();
  });

  it('is lost for who had not applied when the day was over', () => {
    expect(told({ status: 'planned', appliedOn: null }, '2026-04-02')).toBe('no: no yes open');
  });

  it('gives one thing to do: what is wrong first, then what is open', () => {
    const todo = (given: Partial<AdmissionFacts>) => admissionRight({ ...facts, ...given }, DAY)?.todo;
    expect(todo({ appliedOn: '2026-05-01', result: null })).toBe('Vraag de mbo-school of er nog plaats is. Ze mag nee zeggen.');
    expect(todo({ result: null, diploma: null })).toBe('Vraag je mentor of je vooropleiding goed is voor dit niveau.');
    expect(todo({ status: 'not-admitted' })).toBe('De mbo-school zei nee. Vraag waarom, en vraag je mentor om hulp.');
    expect(todo({})).toMatch(/^Heeft de opleiding te weinig plaatsen of extra eisen\?/);
  });

  it('says each why in one sentence', () => {
    const why = (given: Partial<AdmissionFacts>) => admissionRight({ ...facts, ...given }, DAY)?.points.map((point) => point.why);
    expect(why({ result: null, diploma: null, status: 'submitted' })).toEqual([
      'De aanmelding was er op 1 april.',
      'Een diploma vmbo kader, gemengd of theoretisch past bij niveau 3, maar de uitslag is er nog niet.',
      'Er is nog geen uitnodiging voor een intake.',
    ]);
  });
});

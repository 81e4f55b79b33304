import { senderWords, transferKindOf } from './transfer-kinds.ts';

it.each([
  ['vo', 'vmbo', 'vo-mbo'], ['vo', null, 'vo-mbo'], ['vo', 'isk', 'isk-mbo'], ['vo', 'vavo', 'vavo-mbo'], ['pro', 'pro', 'pro-mbo'], ['vso', 'vso', 'vso-mbo'],
  ['vso', 'vmbo', 'vso-mbo'], ['vavo', 'vavo', 'vavo-mbo'], ['isk', 'isk', 'isk-mbo'], ['mbo', 'mbo', 'mbo-mbo'], ['gemeente', 'none', 'work-mbo'], ['gemeente', 'mbo', 'work-mbo'],
  ['doorstroompunt', null, 'work-mbo'],
])('a leaver of a %s with school type %s goes %s', (sender, type, kind) => {
  expect(transferKindOf(sender, type).code).toBe(kind);
});

it.each([
  ['vo', 'Mentor', 'mentoren'], ['mbo', 'Studieloopbaanbegeleider', 'studieloopbaanbegeleiders'], ['gemeente', 'Consulent', 'consulenten'],
])('who sends from a %s is a %s', (kind, one, manyInside) => {
  expect(senderWords(kind)).toMatchObject({ one, oneInside: one.toLowerCase(), manyInside });
});

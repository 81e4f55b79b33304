import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { events } from '#policy';

const KIND = /'((?:status|signal|case|contact|destination|result|application)-[a-z-]+|tied|untied|tie-refused)'/g;
/** Words of other vocabularies that begin like an event. */
const OTHERS = ['signal-gone'];

const sources = ['libs', 'migrations'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => path.join(root, file)).filter((file) => file.endsWith('.ts')),
);

it('every kind of event that is written anywhere has its Dutch sentence', () => {
  const writers = sources.map((file) => readFileSync(file, 'utf8')).filter((text) => text.includes('into app.event'));
  const kinds = writers.flatMap((text) => [...text.matchAll(KIND)].map(([, kind]) => String(kind)));
  const known = [...events.map(({ code }) => String(code)), ...OTHERS];
  expect(kinds).toContain('signal-opened');
  expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
});

import fs from 'node:fs';
import path from 'node:path';
import { clockReadings } from './clock-readings.ts';

const root = path.resolve(import.meta.dirname, '../..');
const inProduct = ['apps', 'libs', 'migrations']
  .filter((folder) => fs.existsSync(path.join(root, folder)))
  .flatMap((folder) => fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('libs/platform/src/clock/'));

describe('time', () => {
  it('comes from the clock of the platform and nowhere else', () => {
    expect(inProduct.flatMap((file) => clockReadings(path.join(root, file)))).toEqual([]);
  });

  it('is missed nowhere: the fixture reads the clock three times in one line', () => {
    const fixture = path.join(import.meta.dirname, 'fixtures/clock/reads-the-clock.ts');
    expect(clockReadings(fixture)).toEqual(Array(3).fill(`${fixture}:1`));
  });
});

import fs from 'node:fs';

interface Manifest {
  readonly [kind: string]: Record<string, string>;
}
const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Manifest;
const direct = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}));
const rows = fs
  .readFileSync('docs/dependencies.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const named = rows.map(([, name]) => name!.replaceAll('`', ''));

describe('docs/dependencies.md', () => {
  it('has one row for each direct dependency and no other', () => {
    expect(named.sort()).toEqual(direct.sort());
  });

  it('gives the licence that the package itself names', () => {
    const wrong = rows.filter(([, name, , licence]) => {
      const file = `node_modules/${name!.replaceAll('`', '')}/package.json`;
      return fs.existsSync(file) && (JSON.parse(fs.readFileSync(file, 'utf8')) as { license: string }).license !== licence;
    });
    expect(wrong).toEqual([]);
  });
});

describe('package-lock.json', () => {
  it('says what to install, not from whose mirror', () => {
    expect(fs.readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved":');
  });
});

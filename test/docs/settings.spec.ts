import fs from 'node:fs';
import path from 'node:path';

const folder = 'libs/platform/src/config';
const source = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
  .join('\n');
const rows = fs.readFileSync('docs/settings.md', 'utf8').matchAll(/^\| `([A-Z0-9_<>]+)` \|/gm);
const documented = [...rows].map(([, name]) => name!);

/** Settings are read as env.NAME or as a 'NAME' handed on with env. */
const read = [...source.matchAll(/\benv(?:\.|, ')([A-Z][A-Z0-9_]*)\b/g)].map(([, name]) => name!);

describe('docs/settings.md', () => {
  it('names every setting that is read', () => {
    expect([...new Set(read)].filter((name) => !documented.includes(name))).toEqual([]);
  });

  it('names no setting that nothing reads', () => {
    const known = (name: string): boolean => new RegExp(`\\b${name.replace('OIDC_<NAME>_', '')}\\b`).test(source);
    expect(documented.filter((name) => !known(name) && !name.startsWith('OIDC_'))).toEqual([]);
    expect(documented.filter((name) => name.startsWith('OIDC_') && !new RegExp(`(_|\\b)${name.slice('OIDC_<NAME>_'.length)}\\b`).test(source))).toEqual([]);
  });
});

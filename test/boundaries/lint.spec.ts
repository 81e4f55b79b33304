import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

interface Report {
  readonly diagnostics: { readonly code: string }[];
}

/** Rules that the careless fixture breaks under our own configuration, which otherwise passes fixtures by. */
function brokenRules(): string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstap-lint-'));
  const config = JSON.parse(fs.readFileSync('.oxlintrc.json', 'utf8')) as object;
  const file = path.join(folder, 'config.json');
  fs.writeFileSync(file, JSON.stringify({ ...config, ignorePatterns: [], overrides: [] }));
  const asked = ['-c', file, '--type-aware', '-f', 'json', 'test/boundaries/fixtures/lint'];
  const { stdout } = spawnSync('node_modules/.bin/oxlint', asked, { encoding: 'utf8' });
  fs.rmSync(folder, { recursive: true });
  return (JSON.parse(stdout) as Report).diagnostics.map(({ code }) => code);
}

describe('the lint rules', () => {
  it('refuse any, a promise left alone, a blind ! and the console', () => {
    expect(brokenRules().sort()).toEqual([
      'eslint(no-console)',
      'typescript(no-explicit-any)',
      'typescript(no-floating-promises)',
      'typescript(no-non-null-assertion)',
    ]);
  });
});

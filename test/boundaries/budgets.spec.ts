import { spawnSync } from 'node:child_process';

const measure = (...folder: string[]): { status: number | null; stdout: string } =>
  spawnSync(process.execPath, ['bin/budgets', ...folder], { encoding: 'utf8' });

describe('the budgets of size', () => {
  it('stop at a function of 41 lines', () => {
    const { status, stdout } = measure('test/boundaries/fixtures/budgets');
    expect(stdout).toContain('everything: 41, never more than 40');
    expect(status).toBe(1);
  });

  it('hold for all that we wrote', () => {
    expect(measure().stdout).toMatch(/ 0 hard stops\n$/);
  });
});

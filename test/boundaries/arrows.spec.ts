import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';

const root = path.resolve(import.meta.dirname, '../..');
const rules = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as IConfiguration;
const { forbidden = [], options } = rules;

/** Names of the rules that a small tree breaks; the tree stands in fixtures under the name of its rule. */
async function brokenIn(fixture: string): Promise<string[]> {
  const baseDir = path.join(import.meta.dirname, 'fixtures', fixture);
  return (await violations(['.'], baseDir)).summary.violations.map(({ rule }) => rule.name);
}

async function violations(where: string[], baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(where, { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  return output as ICruiseResult;
}

describe('the arrows between apps and libs', () => {
  it.each(forbidden.map(({ name }) => name))('%s refuses its fixture', async (rule = 'a rule without a name') => {
    expect(await brokenIn(rule)).toContain(rule);
  });

  it('give a reason with every rule', () => {
    expect(forbidden.filter(({ comment }) => !comment?.endsWith('.'))).toEqual([]);
  });

  it('follow an #alias to the door of its lib', async () => {
    const { modules } = await violations(['test/support'], root);
    const seen = modules.flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved));
    expect(seen).toContain('libs/platform/src/index.ts');
  });
});

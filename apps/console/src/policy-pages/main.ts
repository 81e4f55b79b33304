import fs from 'node:fs';
import path from 'node:path';
import { policyPages } from './pages.ts';

/** Written by the test that walks every address, because only that knows what really opens. */
const WALKED = 'adressen.md';

const folder = path.resolve('docs/policy');

/** Writes the pages, or with --check says which ones differ from the rules. */
function run(check: boolean): void {
  fs.mkdirSync(folder, { recursive: true });
  const kept = fs.readdirSync(folder);
  const stale = [...policyPages].filter(([file, text]) => !kept.includes(file) || fs.readFileSync(path.join(folder, file), 'utf8') !== text);
  const surplus = kept.filter((file) => !policyPages.has(file) && file !== WALKED);
  if (check && stale.length + surplus.length) {
    process.stderr.write(`docs/policy is niet bij: ${[...stale.map(([file]) => file), ...surplus].join(', ')}. Draai bin/docs.\n`);
    process.exitCode = 1;
    return;
  }
  for (const [file, text] of stale) fs.writeFileSync(path.join(folder, file), text);
  for (const file of surplus) fs.rmSync(path.join(folder, file));
}

run(process.argv.includes('--check'));

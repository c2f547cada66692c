import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startStore, temporaryFolder } from '../store/store-process.ts';

/**
 * MongoDB's own CRUD tests against the embedded store, where a checkout has them beside it. What fails must be in
 * allowed.json with its reason, and what is there must fail: the list is neither longer nor shorter than the truth.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { suite: { type: 'string', default: join(root, '../shared/conformance') } } });
const runner = join(values.suite, 'crud-unified.mjs');

interface Result {
  readonly stats: { readonly pass: number; readonly fail: number; readonly skip: number };
  readonly fails: readonly (readonly [name: string, why: string])[];
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function runSuite(): Promise<Result> {
  const folder = temporaryFolder();
  const store = await startStore({ dataDir: join(folder.path, 'data'), args: ['--port', '0', '--test-commands'] });
  try {
    const json = join(folder.path, 'result.json');
    spawnSync(
      process.execPath,
      [runner, `--uri=${store.uri}`, `--dir=${join(values.suite, 'crud')}`, `--json=${json}`],
      { env: { ...process.env, MODULES: root, NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    return JSON.parse(readFileSync(json, 'utf8')) as Result;
  } finally {
    await store.stop();
    folder.remove();
  }
}

async function main(): Promise<number> {
  if (!existsSync(runner)) {
    say('skipped: the conformance suite is not here');
    return 0;
  }
  const allowed = JSON.parse(readFileSync(new URL('allowed.json', import.meta.url), 'utf8')) as Record<string, string>;
  const { stats, fails } = await runSuite();
  const failed = new Map(fails);
  const unexpected = [...failed].filter(([name]) => !(name in allowed));
  const healed = Object.keys(allowed).filter((name) => !failed.has(name));
  for (const [name, why] of unexpected) say(`FAILS, and is not allowed to: ${name}\n  ${why}`);
  for (const name of healed) say(`PASSES, and is on the list of what may fail: ${name}`);
  say(
    `${stats.pass} passed, ${stats.fail} failed (${Object.keys(allowed).length} allowed), ${stats.skip} not for this server`,
  );
  return unexpected.length + healed.length === 0 ? 0 : 1;
}

process.exitCode = await main();

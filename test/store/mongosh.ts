import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStore, temporaryFolder } from './store-process.ts';

/** MongoDB's shell against the store: what one types first. `--install` fetches it with npm into a temporary folder. */
const { values } = parseArgs({ options: { install: { type: 'boolean', default: false } } });
const folder = temporaryFolder();

const SCRIPTS: readonly (readonly [script: string, expected: RegExp])[] = [
  ['db.runCommand({ ping: 1 }).ok', /^1$/],
  ['db.items.insertMany([{ a: 1, b: "x" }, { a: 2, b: "y" }]).acknowledged', /^true$/],
  ['db.items.createIndex({ a: 1 })', /^a_1$/],
  ['show dbs', /^shop\s+\d+/m],
  ['show collections', /^items$/m],
  ['db.items.find({ a: { $gt: 1 } }, { _id: 0 })', /\[ \{ a: 2, b: 'y' \} \]/],
  ['db.items.aggregate([{ $group: { _id: null, sum: { $sum: "$a" } } }])', /\[ \{ _id: null, sum: 3 \} \]/],
  ['db.items.find({ a: 1 }).explain().queryPlanner.winningPlan.inputStage.stage', /^IXSCAN$/],
  ['db.items.find({ a: 1 }).explain("executionStats").executionStats.totalDocsExamined', /^1$/],
  ['db.items.getIndexes().map(({ name }) => name).join()', /^_id_,a_1$/],
  ['db.items.updateOne({ a: 1 }, { $set: { b: "z" } }).modifiedCount', /^1$/],
  ['db.items.countDocuments()', /^2$/],
  ['db.items.stats().count', /^2$/],
  ['db.stats().collections', /^(1|Long\('1'\))$/],
  ['db.items.validate().valid', /^true$/],
  ['db.version()', /^8\./],
  ['db.items.drop()', /^true$/],
];

/** The program, or undefined where there is none. */
function findShell(): string | undefined {
  if (!values.install) return spawnSync('mongosh', ['--version']).status === 0 ? 'mongosh' : undefined;
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', folder.path, '--ignore-scripts', '--no-audit', '--no-fund', 'mongosh'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return status === 0 ? join(folder.path, 'node_modules/.bin/mongosh') : undefined;
}

async function main(): Promise<number> {
  const shell = findShell();
  if (shell === undefined) {
    process.stdout.write('skipped: no mongosh here (-- --install fetches it into a temporary folder)\n');
    return 0;
  }
  const store = await startStore({ dataDir: join(folder.path, 'data'), args: ['--port', '0'] });
  const uri = store.uri.replace('/?', '/shop?');
  let failures = 0;
  for (const [script, expected] of SCRIPTS) {
    const { stdout, stderr } = spawnSync(shell, ['--quiet', uri, '--eval', script], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder.path },
    });
    const good = expected.test(stdout.trim());
    if (!good) failures++;
    process.stdout.write(`${good ? 'ok   ' : 'FAILS'}  ${script}${good ? '' : `\n${stdout}${stderr}`}\n`);
  }
  await store.stop();
  return failures === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} finally {
  folder.remove();
}

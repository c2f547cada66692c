import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULTS, type SeededFault } from './faults.ts';

/** Plays every script, or those named on the command line, against a copy of the product with one fault in it, and expects it to fail; first without any. */
const root = process.cwd();
const copy = mkdtempSync(join(tmpdir(), 'genjin-faults-'));
const asked = process.argv.slice(2);
const chosen = FAULTS.filter(({ script }) => asked.length === 0 || asked.includes(script));
const FOLDERS = ['src', 'adapters', 'prompts', 'scripts', 'test'];
const FILES = ['package.json', 'jest.config.js', 'tsconfig.json'];

function main(): number {
  for (const name of [...FOLDERS, ...FILES]) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const sound = play(chosen.map(({ script }) => script));
  if (!sound) {
    process.stdout.write('the scripts fail without any fault; run npm test first\n');
    return 1;
  }
  const missed = chosen.filter((fault) => {
    const caught = isCaught(fault);
    process.stdout.write(`${caught ? 'caught' : 'MISSED'}  ${fault.script.padEnd(20)}  ${fault.fault}\n`);
    return !caught;
  });
  process.stdout.write(`${chosen.length - missed.length} of ${chosen.length} faults caught\n`);
  return missed.length === 0 ? 0 : 1;
}

function isCaught({ script, file, from, to }: SeededFault): boolean {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  const passed = play([script]);
  writeFileSync(path, source);
  return !passed;
}

/** Whether all tests of these scripts pass. A copy that does not even load its tests says nothing, so that is an error. */
function play(scripts: readonly string[]): boolean {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const files = scripts.map((script) => `test/conversations/${script}\\.`);
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const { stderr } = spawnSync(process.execPath, [jest, ...files, '-w', '1', '--json', `--outputFile=${report}`], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
  });
  const { success, numTotalTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  if (numTotalTests === 0 || numRuntimeErrorTestSuites > 0) throw new Error(`the tests did not load\n${stderr}`);
  return success;
}

try {
  process.exitCode = main();
} finally {
  rmSync(copy, { recursive: true, force: true });
}

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULTS, type SeededFault } from './faults.ts';

/**
 * Plays every script, or those named on the command line, against a copy of the product: once as it is, for a script that
 * fails anyway proves nothing, then with each of its faults in it, and expects it to fail.
 */
const root = process.cwd();
const copy = mkdtempSync(join(tmpdir(), 'genjin-faults-'));
const asked = process.argv.slice(2);
const chosen = FAULTS.filter(({ script }) => asked.length === 0 || asked.includes(script));
const FOLDERS = ['src', 'adapters', 'prompts', 'scripts', 'test'];
const FILES = ['package.json', 'jest.config.js', 'tsconfig.json'];

function main(): number {
  for (const name of [...FOLDERS, ...FILES]) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  tell('script', 'fault', 'verdict');
  let good = true;
  for (const script of new Set(chosen.map(({ script }) => script))) {
    const sound = passes(script);
    tell(script, '(none)', sound ? 'passes' : 'FAILS');
    good &&= sound;
    if (!sound) continue;
    for (const fault of chosen.filter((one) => one.script === script)) {
      const caught = isCaught(fault);
      tell('', fault.fault, caught ? 'caught' : 'MISSED');
      good &&= caught;
    }
  }
  return good && chosen.length > 0 ? 0 : 1;
}

const tell = (script: string, fault: string, verdict: string): void =>
  void process.stdout.write(`${script.padEnd(22)}${fault.padEnd(52)}${verdict}\n`);

function isCaught({ script, file, from, to }: SeededFault): boolean {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  const passed = passes(script);
  writeFileSync(path, source);
  return !passed;
}

/** Whether all tests of a script pass. A copy that does not even load them says nothing, so that is an error. */
function passes(script: string): boolean {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const { stderr } = spawnSync(
    process.execPath,
    [jest, `/${script}\\.`, '-w', '1', '--json', `--outputFile=${report}`],
    {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
    },
  );
  const { success, numTotalTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  if (numTotalTests === 0 || numRuntimeErrorTestSuites > 0) throw new Error(`the tests did not load\n${stderr}`);
  return success;
}

try {
  process.exitCode = main();
} finally {
  rmSync(copy, { recursive: true, force: true });
}

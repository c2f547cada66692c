import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStore } from '../maintenance.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'store-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('a server that is stopped in the middle of reads and writes ends in peace, fifty times', async () => {
  const script = new URL('../testing/stop-while-busy.ts', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, dataDir, '50'], {
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
    timeout: 110_000,
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  expect((await checkStore(dataDir)).faults).toEqual([]);
}, 120_000);

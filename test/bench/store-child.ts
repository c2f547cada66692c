import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineClock } from '../../src/ports/clock.ts';
import { built } from './built.ts';
import { answerParent } from './child.ts';

/** The embedded store as a process of its own. */
const { startServer } = await built<typeof import('../../src/infra/embedded-mongo/server.ts')>(
  'src/infra/embedded-mongo/server',
);
const dataDir = mkdtempSync(join(tmpdir(), 'genjin-bench-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
const server = await startServer({ dataDir, now: machineClock.now });

answerParent({ start: () => server.uri, cpu: () => process.cpuUsage() }, server.stop);

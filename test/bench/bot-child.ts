import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webConfig } from '../../adapters/web/web-config.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { built } from './built.ts';
import { answerParent } from './child.ts';
import { type Counted, countCommands } from './command-count.ts';
import { fillCompany, REPS, repId } from './company.ts';

/**
 * The whole bot as a process, listening, with the bench's company. Where its store is, by the first argument: `worker`
 * (embedded, on its own thread, as in production), `same` (embedded, on the bot's own thread, so that one heap holds both),
 * else the URI of one that runs elsewhere. With `counted` as the second, its commands can be counted.
 */
const { serve } = await built<typeof import('../../src/main/serve.ts')>('src/main/serve');
const { connectMongo } = await built<typeof import('../../src/infra/mongo/connect.ts')>('src/infra/mongo/connect');

const where = process.argv[2] ?? 'worker';
const dataDir = mkdtempSync(join(tmpdir(), 'genjin-bench-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
const embedded = await startStore();
// The driver tells of its commands only where the connection was opened so.
const told =
  process.argv[3] === 'counted'
    ? `${embedded.uri}${embedded.uri.includes('?') ? '&' : '?'}monitorCommands=true`
    : embedded.uri;
const connection = await connectMongo(told);
const { db } = connection;
if (db === undefined) throw new Error('the connection is open');

const ahead = Date.parse('2026-11-23T10:00:00+08:00') - machineClock.now().getTime();
/** A Monday morning, whenever the bench is run. */
const clock = { now: () => new Date(machineClock.now().getTime() + ahead) };
const tokens: string[] = [];
const serving = await serve({
  store: {
    connection,
    db,
    uri: embedded.uri,
    kind: where.startsWith('mongodb') ? 'server' : 'embedded',
    async close() {
      await connection.close();
      await embedded.stop();
    },
  },
  clock,
  logger: silentLogger,
  web: webConfig.parse({ WEB_PORT: 0, WEB_REQUESTS_PER_MINUTE: 1_000_000 }),
  async prepare(records) {
    await fillCompany(records, clock.now());
    for (let rep = 0; rep < REPS; rep++) tokens.push(await records.signIns.newToken(repId(rep)));
  },
});
let counting: Counted | undefined;

answerParent(
  {
    start: () => ({ url: serving.url.href, tokens }),
    cpu: () => process.cpuUsage(),
    heap() {
      for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
      return process.memoryUsage();
    },
    count() {
      counting = countCommands(connection);
    },
    counted: () => counting?.stop(),
  },
  serving.stop,
);

async function startStore(): Promise<{ uri: string; stop(): Promise<void> }> {
  if (where.startsWith('mongodb')) return { uri: where, stop: async () => undefined };
  const room = 'src/infra/embedded-mongo';
  if (where === 'same') {
    const { startServer } = await built<typeof import('../../src/infra/embedded-mongo/server.ts')>(`${room}/server`);
    return startServer({ dataDir, now: machineClock.now });
  }
  const { startEmbeddedMongo } = await built<typeof import('../../src/infra/embedded-mongo/start-embedded-mongo.ts')>(
    `${room}/start-embedded-mongo`,
  );
  return startEmbeddedMongo({ dataDir });
}

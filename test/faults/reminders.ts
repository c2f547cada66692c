import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { openRecords } from '../../src/app/records.ts';
import type { OutboxRow } from '../../src/chat/outbox-row.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import type { ChangeSet } from '../../src/ledger/change-set.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { type BotProcess, built, startProcess } from './bot-process.ts';
import { temporaryFolder } from './company.ts';
import type { Part } from './figures.ts';
import { type Platform, startPlatform } from './platform.ts';
import { fillRemindedPeople } from './reminded-people.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** After the working day, so that only the steps are due and no morning's list comes between. */
const EVENING_HOUR_UTC = 12;
const PATIENCE_MS = 180_000;

const bots = ['right clock', 'an hour fast'] as const;
type Bot = (typeof bots)[number];

/**
 * Two bots on one store that is a process of its own; steps of distinct people are due for both, one bot's clock is an
 * hour fast, and one bot is killed when half are posted. Every reminder must be committed once and posted once; what the
 * killed one had posted and not yet noted down may come twice.
 */
export async function remindersOfTwo({ due, killed }: { due: number; killed: Bot }): Promise<Part> {
  const folder = temporaryFolder('reminders');
  const platform = await startPlatform(bots.length);
  const store = startProcess([built('scripts/store.js'), 'serve', '--data', folder.path], {
    cwd: folder.path,
    env: {},
    ready: /^(mongodb:\S+)/,
  });
  try {
    const uri = await store.ready;
    if (uri === null) throw new Error(`the store did not start: ${store.complaints()}`);
    return await run(uri, platform, { due, killed });
  } finally {
    await store.stop();
    await platform.stop();
    folder.remove();
  }
}

async function run(uri: string, platform: Platform, { due, killed }: { due: number; killed: Bot }): Promise<Part> {
  const connection = await connectMongo(uri);
  const records = await openRecords(connection, { clock: machineClock, logger: silentLogger });
  const aheadMs = new Date().setUTCHours(EVENING_HOUR_UTC, 0, 0, 0) - Date.now();
  const dueAt = new Date(Math.ceil((Date.now() + aheadMs) / MINUTE_MS) * MINUTE_MS + 10 * MINUTE_MS);
  await fillRemindedPeople(records, due, dueAt);
  await records.ledger.close();
  // A third process, gone by now: who finds another one waits a moment before its first tick, and so both begin together.
  await connection.collection<{ _id: string; beat: number }>('workers').insertOne({ _id: 'gone', beat: 0 });

  const start = (name: Bot): BotProcess => {
    const ahead = aheadMs + (name === 'an hour fast' ? HOUR_MS : 0);
    const file = (path: string) => new URL(path, import.meta.url).pathname;
    return startProcess(['--import', 'tsx', '--import', file('shift-clock.ts'), file('posting-bot.ts')], {
      cwd: new URL('../..', import.meta.url).pathname,
      env: { MONGODB_URI: uri, PLATFORM_URL: platform.url, BOT_NAME: name, CLOCK_AHEAD_MS: String(ahead) },
      ready: /^serving (\S+)/,
    });
  };
  const began = performance.now();
  const running = new Map(bots.map((name) => [name, start(name)]));
  for (const [name, bot] of running)
    if ((await bot.ready) === null) throw new Error(`${name} did not start: ${bot.complaints()}`);
  const served = performance.now();

  const done = async (enough: () => boolean) => {
    for (const until = performance.now() + PATIENCE_MS; !enough() && performance.now() < until; ) await sleep(20);
  };
  const postsOf = (name: Bot) => platform.posts.filter(({ by }) => by === name).length;
  await done(() => platform.posts.length >= due / 2 && (postsOf(killed) > 0 || platform.posts.length >= due));
  await running.get(killed)?.kill();
  const killedAt = performance.now();
  const inFlight = await postedAndOpen(connection.db, platform, killed);
  const before = bots.map(postsOf);
  await done(() => new Set(platform.posts.map(({ id }) => id)).size >= due);
  const seconds = (performance.now() - killedAt) / 1000;
  await quiet(connection.db);
  const survivor = bots.find((name) => name !== killed);
  const stop = await running.get(survivor ?? 'right clock')?.stop();
  const part = await checkReminders(connection.db, platform, { due, inFlight });
  await connection.close();
  return {
    name: `${due} reminders by two processes, killed midway: ${killed}`,
    figures: {
      'seconds from ready to kill': ((killedAt - served) / 1000).toFixed(1),
      'seconds until both served': ((served - began) / 1000).toFixed(1),
      'posted before the kill, by the right clock, by the fast': before.join(', '),
      'seconds from kill to all posted': seconds.toFixed(1),
      ...part.figures,
    },
    violations: {
      ...part.violations,
      'killed before it had posted anything': before[bots.indexOf(killed)] === 0 ? 1 : 0,
      'survivor ended otherwise than in peace': stop?.code === 0 ? 0 : 1,
    },
  };
}

/** What the killed bot had posted, and not yet noted down as posted. */
async function postedAndOpen(db: Db | undefined, platform: Platform, killed: Bot): Promise<Set<string>> {
  const posted = platform.posts.filter(({ by }) => by === killed).map(({ id }) => id);
  const open = db?.collection<OutboxRow>('outbox').find({ _id: { $in: posted }, state: 'open' });
  return new Set(((await open?.toArray()) ?? []).map(({ _id }) => _id));
}

/** Waits until nothing is on its way, and a little longer for what should not come. */
async function quiet(db: Db | undefined): Promise<void> {
  const open = () => db?.collection('outbox').countDocuments({ state: 'open' });
  for (const until = performance.now() + PATIENCE_MS; (await open()) !== 0 && performance.now() < until; )
    await sleep(200);
  await sleep(2_000);
}

async function checkReminders(
  db: Db | undefined,
  platform: Platform,
  { due, inFlight }: { due: number; inFlight: ReadonlySet<string> },
) {
  const sets = (await db?.collection<ChangeSet>('ledger').find({ 'cause.kind': 'rule' }).toArray()) ?? [];
  const reminders = sets.filter(({ messages }) => messages.length > 0);
  const people = new Set(reminders.flatMap(({ messages }) => messages.map(({ to }) => to.room)));
  const times = new Map<string, number>();
  for (const { id } of platform.posts) times.set(id, (times.get(id) ?? 0) + 1);
  const by = (name: Bot) => platform.posts.filter((post) => post.by === name).length;
  const twice = [...times].filter(([, count]) => count > 1);
  return {
    figures: {
      'posted at all, by the right clock, by the fast': bots.map(by).join(', '),
      'in flight at the kill, of them posted twice': `${inFlight.size}, ${twice.filter(([id]) => inFlight.has(id)).length}`,
    },
    violations: {
      'reminders not committed': due - people.size,
      'reminders committed twice': reminders.length - people.size,
      'reminders not posted': due - times.size,
      'posted twice without having been in flight': twice.filter(([id]) => !inFlight.has(id)).length,
      'posted more than twice': twice.filter(([, count]) => count > 2).length,
    },
  };
}

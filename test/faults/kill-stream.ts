import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../src/ledger/testing/random.ts';
import { type BotProcess, built, startProcess } from './bot-process.ts';
import { checkStore, settled } from './check-store.ts';
import { fillTeam, type Talker, temporaryFolder, withRecords } from './company.ts';
import type { Part } from './figures.ts';
import { openPage, type Page } from './page.ts';
import type { Said } from './said.ts';
import { nextLine } from './script.ts';
import { type Door, sendUntilAnswered } from './sender.ts';

const REDELIVERED = 0.1;
/** Messages of one person under way at a time. */
const LANES = 2;
/** Of the kills, those that hit a process while it is starting. */
const WHILE_STARTING = 1 / 6;
const START_MS = 1_500;
const JITTER_MS = 30;

/**
 * The real server under SIGKILL at random moments of a stream of messages. The sender repeats what was not answered and
 * redelivers a tenth of the rest; afterwards everything acknowledged must be there exactly once.
 */
export async function killStream({
  kills,
  messages,
  seed,
}: {
  kills: number;
  messages: number;
  seed: number;
}): Promise<Part> {
  const folder = temporaryFolder('kills');
  const random = new Random(seed);
  try {
    const talkers = await withRecords(folder.path, fillTeam);
    const began = performance.now();
    const run = await talkUnderFire(folder.path, talkers, { kills, messages, random });
    const seconds = (performance.now() - began) / 1000;
    const checked = await withRecords(folder.path, (records) => checkStore(records, run.said));
    const streams = checkPages(run.pages, checked.delivered);
    return {
      name: `${kills} kills, ${messages} messages of ${talkers.length} people (seed ${seed})`,
      figures: {
        'seconds, restarts included': Math.round(seconds),
        'kills, while starting': `${run.kills}, ${run.killedStarting}`,
        'slowest start, ms': Math.round(run.slowestStart),
        requests: run.said.reduce((sum, { answers }) => sum + answers.reduce((all, { tries }) => all + tries, 0), 0),
        redelivered: run.said.filter(({ answers }) => answers.length > 1).length,
        'answered after a break': run.said.filter(({ answers }) => (answers[0]?.tries ?? 0) > 1).length,
        'answered with 202': run.said.filter(({ answers }) => answers.some(({ status }) => status === 202)).length,
        'SIGTERM at the end, ms': Math.round(run.stop.ms),
        ...checked.figures,
        'replies on open pages': streams.shown,
      },
      violations: {
        ...checked.violations,
        'replies missing on an open page': streams.missing,
        'replies shown twice on an open page': streams.doubled,
        'ended otherwise than in peace': run.stop.code === 0 && run.stop.ms < 10_000 ? 0 : 1,
        'unsettled after the last restart': run.unsettled,
      },
    };
  } finally {
    folder.remove();
  }
}

async function talkUnderFire(
  dataDir: string,
  talkers: readonly Talker[],
  { kills, messages, random }: { kills: number; messages: number; random: Random },
) {
  const plan = planKills(kills, messages, random);
  const said: Said[] = [];
  let answered = 0;
  let talking = true;
  let url: string | null = null;
  const door: Door = { url: () => url };
  const pages = new Map(talkers.map((talker) => [talker.id, openPage(door, talker.token)]));
  let bot: BotProcess | undefined;
  let killedStarting = 0;
  let slowestStart = 0;

  /** Starts the bot until it serves; a kill that is planned for a start hits it there. */
  async function start(dieAfterMs?: number): Promise<void> {
    const began = performance.now();
    const environment = { DATA_DIR: dataDir, WEB_PORT: '0', LOG_LEVEL: 'error', WEB_REQUESTS_PER_MINUTE: '1000000' };
    bot = startProcess([built('src/main.js')], { cwd: dataDir, env: environment, ready: /(http:\S+)/ });
    if (dieAfterMs !== undefined) {
      await sleep(dieAfterMs);
      await bot.kill();
      killedStarting += 1;
      return start();
    }
    url = await bot.ready;
    if (url === null) throw new Error(`the bot did not start: ${bot.complaints()}`);
    slowestStart = Math.max(slowestStart, performance.now() - began);
  }

  async function fire(): Promise<void> {
    for (const { after, jitterMs, starting } of plan) {
      while (answered < after && talking) await sleep(1);
      await sleep(jitterMs);
      url = null;
      await bot?.kill();
      await start(starting);
    }
  }

  async function talk(): Promise<void> {
    const lanes = talkers.flatMap((talker) => {
      let next = 0;
      const share = Math.ceil(messages / talkers.length);
      return Array.from({ length: LANES }, async () => {
        while (next < share && said.length < messages) {
          const line = nextLine(talker, next++, random);
          const one: Said = { talker, line, answers: [] };
          said.push(one);
          await deliver(one, door, random);
          answered += 1;
        }
      });
    });
    await Promise.all(lanes);
    talking = false;
  }

  await start();
  await Promise.all([talk(), fire()]);
  const unsettled = (await settled(dataDir)) ? 0 : 1;
  await sleep(1_500);
  for (const page of pages.values()) await page.close();
  if (bot === undefined) throw new Error('the bot has been started');
  return { said, pages, kills: plan.length, killedStarting, slowestStart, unsettled, stop: await bot.stop() };
}

/** One message to its answer; of a tenth a second copy is sent, at the same moment or a little later. */
async function deliver({ talker, line, answers }: Said, door: Door, random: Random): Promise<void> {
  const send = () => sendUntilAnswered(door, talker.token, { id: line.id, text: line.text });
  const again = random.chance(REDELIVERED);
  if (again && random.chance(0.5)) {
    answers.push(...(await Promise.all([send(), send()])));
    return;
  }
  answers.push(await send());
  if (!again) return;
  await sleep(random.below(300));
  answers.push(await send());
}

/** The stream in as many stretches as there are kills, one somewhere in each; never two at a start in a row. */
function planKills(kills: number, messages: number, random: Random) {
  let before = false;
  return Array.from({ length: kills }, (_, n) => {
    const after = Math.floor(((n + random.next()) * messages) / kills);
    const starting = !before && random.chance(WHILE_STARTING);
    before = starting;
    const jitterMs = random.below(JITTER_MS);
    return { after, jitterMs, ...(starting ? { starting: random.below(START_MS) } : {}) };
  });
}

function checkPages(pages: ReadonlyMap<string, Page>, delivered: ReadonlyMap<string, ReadonlySet<string>>) {
  let shown = 0;
  let missing = 0;
  let doubled = 0;
  for (const [person, page] of pages) {
    const unique = new Set(page.shown);
    shown += unique.size;
    doubled += page.shown.length - unique.size;
    for (const id of delivered.get(person) ?? []) if (!unique.has(id)) missing += 1;
  }
  return { shown, missing, doubled };
}

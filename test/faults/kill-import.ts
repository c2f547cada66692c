import { setTimeout as sleep } from 'node:timers/promises';
import { allKinds, type Records } from '../../src/app/records.ts';
import { importKind } from '../../src/crm/import/import.ts';
import { buttonKind } from '../../src/ledger/button.ts';
import { compareWithLedger } from '../../src/ledger/rebuild.ts';
import { Random } from '../../src/ledger/testing/random.ts';
import { type BotProcess, built, startProcess } from './bot-process.ts';
import { fillTeam, type Talker, temporaryFolder, withRecords } from './company.ts';
import type { Part } from './figures.ts';

/** Of so many rows one has no customer's name, and of so many one has a phone number that is none. */
const NAMELESS = 50;
const BAD_PHONE = 70;
/** Each life of the process lasts at most this long while it is at the list. */
const LIFE_MS = 1_500;
const PATIENCE_MS = 240_000;

const isNameless = (row: number): boolean => row % NAMELESS === 7;
const hasBadPhone = (row: number): boolean => !isNameless(row) && row % BAD_PHONE === 11;

/** A list with a person, a sum and a note in every row. */
function listOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const name = isNameless(row) ? '' : `第${row}号公司`;
    const phone = hasBadPhone(row) ? '没有' : `138${10_000_000 + row}`;
    return `${name},王${row},${phone},${row + 1}万,老客户介绍${row}`;
  });
  return `公司名称,联系人,手机,金额,备注\n${lines.join('\n')}\n`;
}

/**
 * The real server under SIGKILL while it brings a list in, and while it takes it back: every good row is there exactly
 * once, the others are named, its end is told once, and after the undo nothing is left.
 */
export async function killImport({ rows, kills, seed }: { rows: number; kills: number; seed: number }): Promise<Part> {
  const folder = temporaryFolder('import');
  const random = new Random(seed);
  const bot = new Bot(folder.path);
  try {
    const [talker] = await withRecords(folder.path, fillTeam);
    if (talker === undefined) throw new Error('the team has somebody');
    const before = await withRecords(folder.path, countAll);
    await bot.start();
    await bot.bringsIn(talker, listOf(rows));
    const broughtUnder = await bot.killedUntil('done', kills, random);
    const there = await withRecords(folder.path, (records) => checkBrought(records, rows));
    const told = await bot.linesTold(talker, /^✓ 已导入/);
    await bot.says(talker, '撤销');
    const undoneUnder = await bot.killedUntil('undone', kills, random);
    const toldBack = await bot.linesTold(talker, /^已撤销/);
    const after = await withRecords(folder.path, countAll);
    const good = Array.from({ length: rows }, (_, row) => row).filter((row) => !isNameless(row)).length;
    const left = rows - good;
    return {
      name: `a list of ${rows} rows under kills, brought in and taken back (seed ${seed})`,
      figures: { 'kills while bringing in': broughtUnder, 'kills while taking back': undoneUnder, 'good rows': good },
      violations: {
        ...there,
        'its end not told once': told.length === 1 ? 0 : 1,
        'wrong numbers in the reply': told[0]?.includes(`已导入 · ${good.toLocaleString('en-US')} 家`) ? 0 : 1,
        'rows left out not counted': told[0]?.includes(`没导入 ${left} 行`) ? 0 : 1,
        'the undo not told once': toldBack.length === 1 ? 0 : 1,
        'records that the undo left': Math.abs(after - before),
        'never killed': broughtUnder > 0 && undoneUnder > 0 ? 0 : 1,
      },
    };
  } finally {
    await bot.kill();
    folder.remove();
  }
}

const collections = ['accounts', 'contacts', 'deals', 'interactions', 'account_names'] as const;
const living = { deleted: { $ne: true } };

const countAll = async ({ db }: Records): Promise<number> =>
  (await Promise.all(collections.map((name) => db.collection(name).countDocuments(living)))).reduce((a, b) => a + b, 0);

async function checkBrought({ db, ledgerStore }: Records, rows: number): Promise<Record<string, number>> {
  const all = (name: string) => db.collection<{ _id: string; name: string }>(name).find(living).toArray();
  const accounts = (await all('accounts')).filter(({ name }) => /^第\d+号公司$/.test(name));
  const [contacts, deals, interactions] = await Promise.all(['contacts', 'deals', 'interactions'].map(all));
  const countOf = (key: string, records: readonly object[] = []) => {
    const counts = new Map<unknown, number>();
    for (const record of records) {
      const value = (record as Record<string, unknown>)[key];
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  const names = countOf('name', accounts);
  const hanging = [contacts, deals, interactions].map((records) => countOf('account', records));
  const phoneless = new Set(
    contacts?.filter((one) => (one as { phone?: unknown }).phone == null).map(({ name }) => name),
  );
  let lost = 0;
  let wrong = 0;
  for (let row = 0; row < rows; row++) {
    if (isNameless(row)) continue;
    lost += names.has(`第${row}号公司`) ? 0 : 1;
    wrong += phoneless.has(`王${row}`) === hasBadPhone(row) ? 0 : 1;
  }
  const compared = await compareWithLedger(db, ledgerStore, [...allKinds, buttonKind]);
  return {
    'good rows lost': lost,
    'rows doubled': [...names.values()].filter((count) => count > 1).length,
    'customers without their person, deal and note, once': accounts.filter(({ _id }) =>
      hanging.some((counts) => counts.get(_id) !== 1),
    ).length,
    'phones right or left out wrongly': wrong,
    'records unlike their ledger': compared.differences,
  };
}

interface Shown {
  id: string;
  text: string;
  buttons?: { id: string; label: string }[];
}

/** The server on one data folder, over all its lives. */
class Bot {
  readonly #dataDir: string;
  #process: BotProcess | undefined;
  #url = '';

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  async start(): Promise<void> {
    const env = { DATA_DIR: this.#dataDir, WEB_PORT: '0', LOG_LEVEL: 'error', WEB_REQUESTS_PER_MINUTE: '1000000' };
    this.#process = startProcess([built('src/main.js')], { cwd: this.#dataDir, env, ready: /(http:\S+)/ });
    const url = await this.#process.ready;
    if (url === null) throw new Error(`the bot did not start: ${this.#process.complaints()}`);
    this.#url = url;
  }

  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  async says({ token }: Talker, text: string): Promise<void> {
    await this.#asks('/api/chat/messages', token, { text });
  }

  /** Sends the list and presses the first button of what is said to it. */
  async bringsIn({ token }: Talker, csv: string): Promise<void> {
    const [preview] = await this.#asks('/api/chat/files', token, new TextEncoder().encode(csv));
    const [tap] = preview?.buttons ?? [];
    if (tap === undefined) throw new Error(`no preview: ${preview?.text}`);
    await this.#asks('/api/chat/actions', token, { actionId: tap.id });
  }

  /** Lives and is killed at random moments until the import is in that state; returns how many kills it took. */
  async killedUntil(state: string, kills: number, random: Random): Promise<number> {
    const until = performance.now() + PATIENCE_MS;
    for (let killed = 0; performance.now() < until; ) {
      await sleep(killed < kills ? random.below(LIFE_MS) : 500);
      if (await this.#isIn(state)) return killed;
      if (killed === kills) continue;
      await this.kill();
      killed += 1;
      await this.start();
    }
    throw new Error(`the import is not ${state}`);
  }

  /** What stands on the person's page, lines that took the place of others as one. */
  async linesTold({ token }: Talker, pattern: RegExp): Promise<string[]> {
    await sleep(1_500);
    const response = await fetch(new URL('/api/chat/log', this.#url), {
      headers: { authorization: `Bearer ${token}` },
    });
    const { entries } = (await response.json()) as { entries: { reply?: Shown }[] };
    return entries.flatMap(({ reply }) => (reply !== undefined && pattern.test(reply.text) ? [reply.text] : []));
  }

  #isIn(state: string): Promise<boolean> {
    return withRecords(
      this.#dataDir,
      async ({ db }) => (await db.collection(importKind.collection).countDocuments({ state })) > 0,
    );
  }

  async #asks(path: string, token: string, body: object): Promise<Shown[]> {
    const file = body instanceof Uint8Array;
    const response = await fetch(new URL(path, this.#url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...(file
          ? { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('客户.csv') }
          : { 'content-type': 'application/json' }),
      },
      body: file ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
    });
    if (response.status >= 300) throw new Error(`${path} is answered with ${response.status}`);
    return ((await response.json()) as { replies?: Shown[] }).replies ?? [];
  }
}

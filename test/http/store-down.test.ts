import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Served } from '../support/served.ts';

// The driver looks for a store that went away for a second each time.
jest.setTimeout(60_000);

let bot: Served;
beforeEach(async () => {
  bot = await Served.open();
});
afterEach(() => bot.close());

const notes = async (): Promise<string[]> => {
  const rows = await bot.records.db.collection('interactions').find({}).toArray();
  return rows.map(({ note }) => String(note)).sort();
};

/** Says it again with the same id, as a client does, until it is answered. */
async function sayUntilAnswered(text: string, id: string): Promise<void> {
  for (let tries = 1; tries <= 100; tries++) {
    const answer = await bot.say(text, { id }).catch(() => null);
    if (answer !== null && answer.status < 300) return;
    await sleep(100);
  }
  throw new Error('never answered');
}

test('a store that is away: 503 in the reader’s language, and the same id later is recorded once', async () => {
  await bot.say('今天拜访了腾云,编号A', { id: 'a' });
  await bot.stopStore();
  const refused = await bot.say('今天跟腾云通了电话,编号B', { id: 'b' });
  expect([refused.status, refused.error]).toEqual([503, '没存上,请一分钟后再发一次。']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await bot.say('Call', { as: 'emma' })).toMatchObject({
    status: 503,
    error: 'Not saved. Please send it again in a minute.',
  });
  expect((await bot.press('whatever')).status).toBe(503);
  await bot.startStore();
  await sayUntilAnswered('今天跟腾云通了电话,编号B', 'b');
  await sayUntilAnswered('今天跟腾云通了电话,编号B', 'b');
  expect(await notes()).toEqual(['今天拜访了腾云,编号A', '今天跟腾云通了电话,编号B']);
});

test('a store that goes away in the middle: nothing that was sent is lost or doubled', async () => {
  const texts = Array.from({ length: 12 }, (_, n) => `今天跟腾云通了电话,编号${String.fromCharCode(65 + n)}`);
  const send = (text: string, n: number): Promise<void> => sayUntilAnswered(text, `m${n}`);
  const before = texts.slice(0, 8).map((text, n) => sleep(n * 15).then(() => send(text, n)));
  // Some are answered, some under way, some not sent yet; the last are sent to a bot without a store.
  await Promise.race(before);
  await bot.stopStore();
  const after = texts.slice(8).map((text, n) => send(text, 8 + n));
  expect((await bot.say(String(texts[11]), { id: 'm11' })).status).toBe(503);
  await bot.startStore();
  await Promise.all([...before, ...after]);
  expect(await notes()).toEqual(texts);
});

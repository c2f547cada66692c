import { until } from '../../test/support/until.ts';
import { ServiceError } from '../errors.ts';
import type { SendOptions } from '../ledger/ledger.ts';
import { ANY_TIME, laneOf, type OutboxRow, rowsToLeave } from './outbox-row.ts';
import { startToyStore, type ToyBot, type ToyOptions, type ToyStore } from './testing/toy-bot.ts';

let store: ToyStore;
let bots: ToyBot[] = [];
let database = 0;

beforeAll(async () => {
  store = await startToyStore();
});
afterAll(() => store.stop());
beforeEach(() => {
  database += 1;
});
afterEach(async () => {
  for (const bot of bots) await bot.stop();
  bots = [];
});
const start = async (options?: ToyOptions) => {
  const bot = await store.bot(`t${database}`, options);
  bots.push(bot);
  return bot;
};
/** Commits a set of a rule that says these things to a room. */
const say = (bot: ToyBot, id: string, texts: string[], options?: SendOptions, room = 'sales') =>
  bot.ledger.record({ id, kind: 'rule', by: 'system' }, async (draft) => {
    for (const text of texts) draft.send({ adapter: 'web', room }, { text }, options);
  });
const states = async (bot: ToyBot) =>
  Object.fromEntries(
    (await bot.connection.collection<OutboxRow>('outbox').find().toArray()).map(({ _id, state }) => [_id, state]),
  );

test('a committed message leaves at once and is done', async () => {
  const bot = await start();
  await say(bot, 'rule:1', ['one', 'two']);
  await until(() => bot.shown.length === 2, 400);
  expect(bot.shownTexts()).toEqual(['one', 'two']);
  await until(async () => (await states(bot))['rule:1/02'] === 'done');
});

test('a set told of twice, or before its rows are there, is said once', async () => {
  const bot = await start();
  const { set } = await say(bot, 'rule:1', ['one']);
  bot.chat.committed(set);
  await until(async () => (await states(bot))['rule:1/01'] === 'done');
  const early = { ...set, _id: 'rule:2', messages: set.messages.map((message) => ({ ...message, id: 'rule:2/01' })) };
  bot.chat.committed(early);
  await until(() => bot.shown.length === 2);
  await bot.connection.collection<OutboxRow>('outbox').insertMany(rowsToLeave(early, bot.worker.id()));
  await until(async () => (await states(bot))['rule:2/01'] === 'done');
  bot.chat.committed(set);
  bot.chat.committed(early);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(bot.shownTexts()).toEqual(['one', 'one']);
});

test('a failing platform is tried again with the order kept; other rooms do not wait', async () => {
  let failures = 2;
  const bot = await start({
    deliver: async ({ message }) => {
      if (message.text === 'one' && failures-- > 0) throw new ServiceError('busy', { retryAfterMs: 20 });
    },
  });
  await say(bot, 'rule:1', ['one', 'two']);
  await say(bot, 'rule:2', ['elsewhere'], {}, 'other');
  await until(() => bot.shown.length === 3);
  expect(bot.shownTexts()).toEqual(['elsewhere', 'one', 'two']);
});

test('what cannot be delivered is a dead letter that can be resent; the next one goes on', async () => {
  let broken = true;
  const bot = await start({
    deliver: async ({ message }) => {
      if (broken && message.text === 'one') throw new Error('refused for good');
    },
  });
  await say(bot, 'rule:1', ['one', 'two']);
  await until(() => bot.shown.length === 1);
  await until(async () => (await bot.chat.deadLetters.list()).length === 1);
  const [letter] = await bot.chat.deadLetters.list();
  expect(letter).toMatchObject({ id: 'rule:1/01', side: 'out', room: 'sales' });
  broken = false;
  if (letter !== undefined) expect(await bot.chat.deadLetters.resend(letter)).toBe(true);
  await until(() => bot.shown.length === 2);
  expect(bot.shownTexts()).toEqual(['two', 'one']);
});

test('a message held back leaves when business time has come, and not when it was withdrawn', async () => {
  const bot = await start();
  const later = new Date(bot.clock.now().getTime() + 120_000);
  await say(bot, 'rule:1', ['kept'], { notBefore: later });
  await say(bot, 'rule:2', ['taken back'], { notBefore: later });
  await bot.connection
    .collection<{ _id: string }>('outbox')
    .updateOne({ _id: 'rule:2/01', state: 'open', owner: null }, { $set: { state: 'withdrawn' } });
  await bot.chat.deliverDue();
  expect(bot.shown).toEqual([]);
  bot.clock.shift += 121_000;
  await until(() => bot.shown.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(bot.shownTexts()).toEqual(['kept']);
});

test('a correction leaves only if what it corrects has left', async () => {
  const bot = await start();
  await say(bot, 'rule:1', ['said']);
  await say(bot, 'rule:2', ['unsaid'], { notBefore: new Date(bot.clock.now().getTime() + 120_000) });
  await bot.connection
    .collection<{ _id: string }>('outbox')
    .updateOne({ _id: 'rule:2/01' }, { $set: { state: 'withdrawn' } });
  await say(bot, 'rule:3', ['said it wrong'], { corrects: 'rule:1/01' });
  await say(bot, 'rule:4', ['never said'], { corrects: 'rule:2/01' });
  await until(async () => (await states(bot))['rule:4/01'] === 'dropped');
  await until(() => bot.shown.length === 2);
  expect(bot.shownTexts()).toEqual(['said', 'said it wrong']);
});

test('a message that may not leave yet holds up nothing, and one that puts it right takes it back', async () => {
  const bot = await start({ rechecks: new Map([['busy', async () => new Date(bot.clock.now().getTime() + 60_000)]]) });
  await say(bot, 'rule:1', ['unsaid'], { recheck: { check: 'busy', facts: {} } });
  await say(bot, 'rule:2', ['meanwhile']);
  await until(() => bot.shown.length === 1);
  await say(bot, 'rule:3', ['said it wrong'], { corrects: 'rule:1/01' });
  await until(async () => (await states(bot))['rule:3/01'] === 'dropped');
  bot.clock.shift += 61_000;
  await bot.chat.deliverDue();
  expect((await states(bot))['rule:1/01']).toBe('withdrawn');
  expect(bot.shownTexts()).toEqual(['meanwhile']);
});

test('looked at again before it leaves, a message is sent, dropped or rebuilt', async () => {
  const seen: unknown[] = [];
  const bot = await start({
    rechecks: new Map([
      [
        'stale',
        async (facts, person) => {
          seen.push([facts.deal, person]);
          if (facts.deal === 1) return 'send';
          return facts.deal === 2 ? 'drop' : { text: 'rebuilt' };
        },
      ],
    ]),
  });
  for (const deal of [1, 2, 3])
    await say(bot, `rule:${deal}`, ['as it was'], { recheck: { check: 'stale', facts: { deal } } }, 'direct:lin');
  await say(bot, 'rule:4', ['nobody knows'], { recheck: { check: 'unknown', facts: {} } });
  await until(async () => (await states(bot))['rule:4/01'] === 'dropped');
  await until(() => bot.shown.length === 2);
  expect(bot.shownTexts()).toEqual(['as it was', 'rebuilt']);
  expect(seen).toEqual([
    [1, 'lin'],
    [2, 'lin'],
    [3, 'lin'],
  ]);
});

test('the pace of a platform holds', async () => {
  const bot = await start({ pace: { room: { burst: 1, everyMs: 60 } } });
  const began = performance.now();
  await say(bot, 'rule:1', ['one', 'two', 'three', 'four']);
  await until(() => bot.shown.length === 4);
  expect(performance.now() - began).toBeGreaterThanOrEqual(175);
  expect(bot.shownTexts()).toEqual(['one', 'two', 'three', 'four']);
});

test('rows of a dead process are delivered by another, whose clock is an hour behind', async () => {
  const fast = await start({ ahead: 1, deliver: () => new Promise(() => {}) });
  const slow = await start();
  for (let n = 0; n < 20; n++) await say(fast, `rule:${n}`, [`n${n}`], {}, `direct:p${n}`);
  await fast.kill();
  bots = [slow];
  await until(() => slow.shown.length === 20);
  expect(new Set(slow.shown.map(({ id }) => id)).size).toBe(20);
  await until(async () => Object.values(await states(slow)).every((state) => state === 'done'));
});

test('two processes deliver each row once', async () => {
  const [one, two] = [await start(), await start({ ahead: 1 })];
  for (let n = 0; n < 40; n++) await say(n % 2 ? one : two, `rule:${n}`, [`n${n}`], {}, `direct:p${n % 4}`);
  await until(() => one.shown.length + two.shown.length >= 40);
  await until(async () => Object.values(await states(one)).every((state) => state === 'done'));
  const ids = [...one.shown, ...two.shown].map(({ id }) => id);
  expect(ids.length).toBe(40);
  expect(new Set(ids).size).toBe(40);
});

test('a row that another owner holds is neither closed nor counted', async () => {
  const bot = await start({ deliver: async () => {} });
  const row: OutboxRow = {
    _id: 's/1',
    set: 's',
    to: { adapter: 'other', room: 'r' },
    lane: laneOf({ adapter: 'other', room: 'r' }),
    message: { text: 'x' },
    state: 'open',
    owner: bot.worker.id(),
    due: ANY_TIME,
    at: new Date(),
    attempts: 0,
  };
  await bot.connection.collection<OutboxRow>('outbox').insertOne(row);
  await bot.outboxStore.close(['s/1'], 'late', 'done', new Date());
  expect(await bot.outboxStore.failed('s/1', 'late')).toBeNull();
  expect(await states(bot)).toEqual({ 's/1': 'open' });
});

test('what was not delivered when the bot stopped is delivered after the restart', async () => {
  const first = await start({
    deliver: async () => {
      throw new ServiceError('down');
    },
  });
  await say(first, 'rule:1', ['one']);
  await first.stop();
  bots = [];
  const second = await start();
  await until(() => second.shown.length === 1);
});

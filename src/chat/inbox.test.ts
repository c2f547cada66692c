import { until } from '../../test/support/until.ts';
import type { Reply } from './chat-adapter.ts';
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
const texts = async (accepted: Awaited<ReturnType<ToyBot['accept']>>) =>
  (await accepted.handled).map(({ message }) => message.text);

test('an event is stored, handled once, and a redelivery gets the same replies', async () => {
  const bot = await start();
  const first = await bot.accept('lin', 'log one', 'e1');
  expect(first.fresh).toBe(true);
  const replies = await first.handled;
  const again = await bot.accept('lin', 'log one', 'e1');
  expect(again.fresh).toBe(false);
  expect(await again.handled).toEqual(replies);
  expect(await bot.notes()).toEqual(['log one']);
  await until(() => bot.shown.length === 1);
  expect(bot.shown).toEqual(replies);
});

test('a redelivery while the first is at work waits for it', async () => {
  const bot = await start();
  const [one, two] = await Promise.all([bot.accept('lin', 'log one', 'e1'), bot.accept('lin', 'log one', 'e1')]);
  expect([one.fresh, two.fresh].sort()).toEqual([false, true]);
  expect(await texts(one)).toEqual(await texts(two));
  expect(await bot.notes()).toEqual(['log one']);
});

test('the messages of one conversation are handled in order, those of many at once', async () => {
  const bot = await start();
  const said: Promise<unknown>[] = [];
  for (let n = 0; n < 20; n++)
    for (const user of ['a', 'b', 'c']) said.push(bot.accept(user, `log ${user}${n}`).then(({ handled }) => handled));
  await Promise.all(said);
  await until(() => bot.shown.length === 60);
  for (const user of ['a', 'b', 'c']) {
    const own = bot.shown.filter(({ to }) => to.room === `direct:${user}`).map(({ message }) => message.text);
    expect(own).toEqual(Array.from({ length: 20 }, (_, n) => `✓ log ${user}${n}`));
  }
});

test('messages and their answers keep their order over two processes, one with its clock an hour fast', async () => {
  const shown: string[] = [];
  const deliver = async ({ message }: Reply) => void shown.push(message.text);
  const [slow, fast] = [await start({ deliver }), await start({ deliver, ahead: 1 })];
  await until(() => !slow.worker.alone() && !fast.worker.alone());
  const handled = [];
  for (let n = 0; n < 30; n++) handled.push((await (n % 2 ? slow : fast).accept('lin', `log ${n}`)).handled);
  await Promise.all(handled);
  const inOrder = Array.from({ length: 30 }, (_, n) => `log ${n}`);
  expect(await slow.notes()).toEqual(inOrder);
  await until(() => shown.length >= 30);
  expect(shown).toEqual(inOrder.map((text) => `✓ ${text}`));
  expect(slow.shown.length).toBeGreaterThan(0);
  expect(fast.shown.length).toBeGreaterThan(0);
});

test('a failing message is tried three times, then its sender is told, the next goes on, and it can be resent', async () => {
  const bot = await start({ faults: { failures: 3 } });
  const [failing, next] = await Promise.all([bot.accept('lin', 'log fail', 'e1'), bot.accept('lin', 'log next', 'e2')]);
  expect(await texts(failing)).toEqual(['That failed and is kept; an admin can resend it.']);
  expect(await texts(next)).toEqual(['✓ log next']);
  const [letter, ...others] = await bot.chat.deadLetters.list();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ id: 'e1', side: 'in', attempts: 3 });
  expect(JSON.stringify(letter)).not.toContain('fail');
  if (letter !== undefined) expect(await bot.chat.deadLetters.resend(letter)).toBe(true);
  await until(async () => (await bot.notes()).includes('log fail'));
  expect(await bot.chat.deadLetters.list()).toEqual([]);
});

test('a failure that passes is no dead letter', async () => {
  const bot = await start({ faults: { failures: 2 } });
  expect(await texts(await bot.accept('lin', 'log fail'))).toEqual(['✓ log fail']);
  expect(await bot.notes()).toEqual(['log fail']);
});

test.each(['insert', 'claimNext'] as const)(
  'an answer of the store lost after %s: the message is handled, once, and the next goes on',
  async (step) => {
    const bot = await start({ sole: true });
    const command = bot.inboxStore[step] as (...args: unknown[]) => Promise<unknown>;
    bot.inboxStore[step] = async (...args: unknown[]) => {
      bot.inboxStore[step] = command as never;
      await command(...args);
      throw new Error('the connection broke');
    };
    const said = [bot.accept('lin', 'log one', 'e1'), bot.accept('lin', 'log two', 'e2')];
    await Promise.allSettled(said);
    expect(await texts(await bot.accept('lin', 'log one', 'e1'))).toEqual(['✓ log one']);
    expect(await texts(await bot.accept('lin', 'log two', 'e2'))).toEqual(['✓ log two']);
    expect(await bot.notes()).toEqual(['log one', 'log two']);
  },
);

/** An event of a process that stored it and came no further. */
const stored = (n: number, text: string) => ({
  _id: `e${n}`,
  conversation: 'web/direct:lin/lin',
  n,
  event: {
    key: `e${n}`,
    adapter: 'web',
    room: 'direct:lin',
    user: 'lin',
    sentAt: new Date(0),
    kind: 'message' as const,
    message: `web:m${n}`,
    text,
  },
});

test('what a dead process had claimed, and what waited behind it, is taken over in order', async () => {
  const bot = await start();
  await bot.connection.collection<{ _id: string }>('workers').insertOne({ _id: 'dead' });
  expect(await bot.inboxStore.insert(stored(1, 'log 1'), 'dead')).toBe('fresh');
  expect(await bot.inboxStore.insert(stored(2, 'log 2'), 'dead')).toBe('behind');
  expect(await bot.inboxStore.insert(stored(2, 'log 2'), null)).toBe('fresh');
  expect(await texts(await bot.accept('lin', 'log 3'))).toEqual(['✓ log 3']);
  expect(await bot.notes()).toEqual(['log 1', 'log 2', 'log 3']);
});

test('a message on which three processes have died is a dead letter without a fourth try', async () => {
  const bot = await start();
  await bot.inboxStore.insert(stored(1, 'log poison'), 'dead');
  await bot.connection.collection<{ _id: string }>('inbox').updateOne({ _id: 'e1' }, { $set: { attempts: 3 } });
  await until(async () => (await bot.chat.deadLetters.list()).length === 1);
  expect(await bot.notes()).toEqual([]);
});

test('a restart goes on with what was stored and not handled', async () => {
  const first = await start();
  await first.inboxStore.insert(stored(1, 'log one'), first.worker.id());
  await first.kill();
  bots = [];
  const second = await start({ sole: true });
  await until(() => second.shown.length === 1);
  expect(second.shownTexts()).toEqual(['✓ log one']);
});

test('an owner who has lost a row cannot close it', async () => {
  const bot = await start();
  await bot.inboxStore.insert(stored(1, 'log one'), 'late');
  await bot.inboxStore.close('e1', 'another', 'done');
  expect(await bot.inboxStore.claimAgain('e1', 'another')).toBeNull();
  expect((await bot.inboxStore.find('e1'))?.state).toBe('open');
});

test('without a store an event is not accepted', async () => {
  const bot = await start();
  await bot.kill();
  bots = [];
  await expect(bot.accept('lin', 'log one')).rejects.toMatchObject({ name: 'ServiceError' });
});

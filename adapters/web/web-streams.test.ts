import { setTimeout as sleep } from 'node:timers/promises';
import { echo, listen, open, people, reminder, say, world } from '../../test/support/web-world.ts';

test('an answer that takes long is 202, and comes by the stream', async () => {
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  await open((event) => slow.then(() => echo(event)), { answerWithinMs: 60 });
  const stream = await listen('/api/chat/events', 'token-lin');
  const answer = await say({ id: 'm1', text: 'hello' });
  expect([answer.status, answer.body]).toEqual([202, { replies: [] }]);
  finish();
  expect((await stream.until(1))[0]?.data).toMatchObject({ id: 'web:lin:m1/0', text: '✓ hello' });
  await stream.close();
});

test('a stream goes on after the last event seen, each event one reply, nothing twice', async () => {
  await open();
  await world.adapter.deliver(reminder('r1', 'direct:lin'), 'zh');
  const stream = await listen('/api/chat/events', 'token-lin');
  await Promise.all(['r2', 'r3', 'r3'].map((id) => world.adapter.deliver(reminder(id, 'direct:lin'), 'zh')));
  expect((await stream.until(2)).map(({ id, data }) => [id, data.id])).toEqual([
    ['2', 'r2'],
    ['3', 'r3'],
  ]);
  await stream.close();
  await world.adapter.deliver(reminder('r4', 'direct:lin'), 'zh');
  const again = await listen('/api/chat/events', 'token-lin', '2');
  expect((await again.until(2)).map(({ data }) => data.id)).toEqual(['r3', 'r4']);
  await again.close();
});

test('a line that another process wrote is found', async () => {
  await open();
  const stream = await listen('/api/chat/events', 'token-lin');
  const line = { person: 'lin', id: 'x', at: world.now };
  const reply = { id: 'x', conversation: 'direct', private: false, text: 'from afar' };
  await world.store.insert([{ ...line, seq: 1, item: { reply } }]);
  expect((await stream.until(1))[0]).toEqual({ id: '1', data: reply });
  await world.adapter.deliver(reminder('y', 'direct:lin'), 'zh');
  expect((await stream.until(2))[1]).toMatchObject({ id: '2', data: { id: 'y' } });
  await stream.close();
});

test('a room: every member sees its messages, one person what is for that one alone', async () => {
  await open();
  const [lin, amy] = await Promise.all([
    listen('/api/chat/events', 'token-lin'),
    listen('/api/chat/events', 'token-amy'),
  ]);
  await world.adapter.deliver(reminder('all', 'crew'), 'zh');
  await world.adapter.deliver(reminder('amy only', 'crew', 'amy'), 'zh');
  expect((await amy.until(2)).map(({ data }) => [data.conversation, data.id, data.private])).toEqual([
    ['crew', 'all', false],
    ['crew', 'amy only', true],
  ]);
  expect(lin.events.map(({ data }) => data.id)).toEqual(['all']);
  await Promise.all([lin.close(), amy.close()]);
});

test('a stop ends streams and answers who waits, so that nothing hangs', async () => {
  await open(() => new Promise<never>(() => {}));
  const stream = await listen('/api/chat/events', 'token-lin');
  const waiting = say({ text: 'a' });
  await sleep(50);
  await world.stop();
  expect((await waiting).status).toBe(202);
  await stream.close();
});

test('a stream ends when its token is withdrawn', async () => {
  let known = true;
  await open(echo, {
    sessions: {
      byToken: async () => (known ? (people['token-lin'] ?? null) : null),
      redeem: async () => null,
      join: async () => ({ refused: 'unknown' }),
    },
    beatMs: 30,
  });
  const response = await fetch(new URL('/api/chat/events', world.url), {
    headers: { authorization: 'Bearer token-lin' },
  });
  known = false;
  await response.text();
  expect(response.status).toBe(200);
});

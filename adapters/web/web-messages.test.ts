import { setTimeout as sleep } from 'node:timers/promises';
import { call, open, reminder, say, world } from '../../test/support/web-world.ts';

test('a message is answered with what the bot said, and the same id again with the same', async () => {
  await open();
  const first = await say({ id: 'm1', text: '腾云同意85万' });
  expect(first.status).toBe(200);
  expect(first.body).toEqual({
    replies: [
      {
        id: 'web:lin:m1/0',
        conversation: 'direct',
        private: false,
        text: '✓ 腾云同意85万',
        buttons: [{ id: 'b1', label: '撤销' }],
      },
    ],
  });
  expect(await say({ id: 'm1', text: '腾云同意85万' }).then((again) => again.body)).toEqual(first.body);
  expect(world.bot.events).toHaveLength(1);
  expect(world.bot.events[0]).toEqual({
    kind: 'message',
    key: 'web:lin:m1',
    message: 'web:lin:m1',
    adapter: 'web',
    room: 'direct:lin',
    user: 'lin',
    sentAt: world.now,
    text: '腾云同意85万',
  });
});

test("one person's id never meets another's, and no id makes each request its own", async () => {
  await open();
  await say({ id: 'm1', text: 'a' });
  await say({ id: 'm1', text: 'b' }, 'token-amy');
  await say({ text: 'c' });
  await say({ text: 'c' });
  expect(new Set(world.bot.events.map(({ key }) => key)).size).toBe(4);
});

test('what a message replies to: our row by its id, an own message by the id it was sent with', async () => {
  await open();
  await say({ text: 'a', replyTo: 'web:lin:m1/0' });
  await say({ text: 'b', replyTo: 'm1' });
  expect(world.bot.events.map((event) => event.kind === 'message' && event.replyTo)).toEqual([
    'web:lin:m1/0',
    'web:lin:m1',
  ]);
});

test('the page log: what was said and replied, by everybody in the room, in order', async () => {
  await open();
  await say({ id: 'm1', text: '早', conversation: 'crew' });
  await sleep(150);
  const { body } = await call('GET', '/api/chat/log', { as: 'token-amy' });
  expect(body).toMatchObject({
    more: false,
    entries: [
      {
        seq: 1,
        said: { id: 'm1', conversation: 'crew', from: { id: 'lin', name: '林悦' }, text: '早', edited: false },
      },
      { seq: 2, reply: { id: 'web:lin:m1/0', conversation: 'crew' } },
    ],
  });
  expect((await call('GET', '/api/chat/log?before=2', { as: 'token-amy' })).body.entries).toHaveLength(1);
  expect((await call('GET', '/api/chat/log', { as: 'token-bo' })).body.entries).toEqual([]);
});

test('edits and deletions name the message, in the room where it was said', async () => {
  await open();
  await say({ id: 'm1', text: '早', conversation: 'crew' });
  expect((await call('PUT', '/api/chat/messages/m1', { body: { text: '早上好' } })).body).toEqual({ replies: [] });
  await call('DELETE', '/api/chat/messages/m1');
  await call('DELETE', '/api/chat/messages/m1');
  expect(world.bot.events.slice(1).map(({ kind, room }) => [kind, room])).toEqual([
    ['edit', 'crew'],
    ['delete', 'crew'],
  ]);
  expect(world.bot.events.slice(1)).toMatchObject([{ message: 'web:lin:m1' }, { message: 'web:lin:m1' }]);
  await sleep(150);
  const { body } = await call('GET', '/api/chat/log', { as: 'token-amy' });
  expect(
    (body.entries as { said?: { text: string | null } }[]).flatMap(({ said }) => (said ? [said.text] : [])),
  ).toEqual(['早', '早上好', null]);
});

test('a press is an event of its own; the same press again is not', async () => {
  await open();
  await call('POST', '/api/chat/actions', { body: { id: 'p1', actionId: 'b1', conversation: 'crew' } });
  await call('POST', '/api/chat/actions', { body: { id: 'p1', actionId: 'b1', conversation: 'crew' } });
  expect((await call('POST', '/api/chat/actions', { body: { actionId: 'b1' } })).body).toEqual({ replies: [] });
  expect(world.bot.events).toMatchObject([
    { kind: 'action', action: 'b1', key: 'web-action:lin:p1', room: 'crew' },
    { kind: 'action', action: 'b1', room: 'direct:lin' },
  ]);
});

test('a press that does not say where: the conversation in which its button stands', async () => {
  await open();
  await say({ id: 'm1', text: '早', conversation: 'crew' });
  await call('POST', '/api/chat/actions', { body: { id: 'p1', actionId: 'b1' } });
  await world.adapter.deliver(
    { ...reminder('r1', 'crew'), message: { text: 'r', buttons: [{ id: 'b2', label: 'ok' }] } },
    'zh',
  );
  await call('POST', '/api/chat/actions', { as: 'token-amy', body: { actionId: 'b2' } });
  await call('POST', '/api/chat/actions', { as: 'token-bo', body: { actionId: 'b2' } });
  expect(world.bot.events.slice(1).map(({ room }) => room)).toEqual(['crew', 'crew', 'direct:bo']);
});

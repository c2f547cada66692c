import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { fakeBot } from '../../test/support/fake-bot.ts';
import { BOT_ID } from '../../test/support/fake-wecom-bot.ts';
import { until } from '../../test/support/until.ts';
import { openWecomBotWorld, type WecomBotWorld } from '../../test/support/wecom-bot-world.ts';

let world: WecomBotWorld;
afterEach(() => world.stop());

const row = (id: string) => ({
  id,
  to: { adapter: 'wecom-bot', room: 'direct:lin' },
  private: false,
  message: { text: '答' },
});

test('of two processes one connects; when it ends the other takes over, and hears', async () => {
  world = await openWecomBotWorld(() => []);
  const second = world.another('two');
  const heard = fakeBot(
    () => second,
    () => [],
  );
  await second.start(heard);
  await sleep(100);
  expect(world.wecom.subscriptions).toBe(1);
  await world.adapter.stop();
  await until(() => world.wecom.subscriptions === 2 && world.wecom.connected());
  await world.says('腾云同意85万');
  await until(() => heard.events.length === 1);
  expect(world.bot.events).toEqual([]);
  await second.stop();
});

test('one that was struck off is succeeded while it still hangs, and stands by from then on', async () => {
  world = await openWecomBotWorld(() => []);
  const second = world.another('two');
  await second.start(
    fakeBot(
      () => second,
      () => [],
    ),
  );
  world.living.delete('one');
  // It is tried again until the connection stands, as the outbox does.
  await until(() =>
    second.deliver(row('rule:r/0'), 'zh').then(
      () => true,
      () => false,
    ),
  );
  expect(world.wecom.subscriptions).toBe(2);
  expect(world.texts('lin')).toEqual(['答']);
  await expect(world.adapter.deliver(row('rule:r/1'), 'zh')).rejects.toThrow('another process');
  world.living.delete('two');
  world.living.add('one');
  await until(() => world.wecom.subscriptions === 3);
  await second.stop();
});

test('a process that only stands by gives its rows back', async () => {
  world = await openWecomBotWorld(() => []);
  const second = world.another('two');
  await second.start(
    fakeBot(
      () => second,
      () => [],
    ),
  );
  await expect(second.deliver(row('rule:r/0'), 'zh')).rejects.toMatchObject({ name: 'ServiceError' });
  expect(world.handedBack).toEqual(['rule:r/0']);
  expect(world.state.state).toMatchObject({ connection: 'connected' });
  await second.stop();
  expect(world.state.state).toMatchObject({ connection: 'connected' });
});

test('put out by a stranger it stays down and says so; a process that stood by takes over once', async () => {
  world = await openWecomBotWorld(() => []);
  const intruder = new WebSocket(world.wecom.url);
  await new Promise((resolve) => intruder.once('open', resolve));
  const body = { bot_id: BOT_ID, secret: world.wecom.secret };
  intruder.send(JSON.stringify({ cmd: 'aibot_subscribe', headers: { req_id: 'aibot_subscribe_1' }, body }));
  await until(() => world.state.state?.connection === 'connecting');
  expect(world.state.state?.lastError?.code).toBe('kicked');
  await sleep(100);
  expect(world.wecom.subscriptions).toBe(2);
  const second = world.another('two');
  await second.start(
    fakeBot(
      () => second,
      () => [],
    ),
  );
  await until(() => world.wecom.subscriptions === 3);
  await sleep(100);
  expect(world.wecom.subscriptions).toBe(3);
  intruder.close();
  await second.stop();
});

test('a refused secret is tried a few times, said, and tried again much later', async () => {
  world = await openWecomBotWorld(() => [], {
    pauses: { connect: 1, look: 20, refused: 300 },
  });
  world.wecom.secret = 'another-secret-by-now';
  world.wecom.drop();
  await until(() => world.state.state?.connection === 'connecting' && world.wecom.subscriptions === 7);
  await sleep(50);
  expect(world.wecom.subscriptions).toBe(7);
  await world.adapter.stop();
  expect(world.state.state?.lastError?.code).toMatch(/^auth/);
  world.wecom.secret = 'secret-of-the-long-connection';
});

test('after 39 minutes without a connection those who wrote lately are to be told; after a moment nobody', async () => {
  world = await openWecomBotWorld(() => []);
  await world.says('腾云同意85万');
  world.wecom.drop();
  await until(() => world.wecom.subscriptions === 2 && world.state.state?.connection === 'connected');
  expect(world.offline).toEqual([]);
  await world.adapter.stop();
  world.pass(39 * 60_000);
  await world.restart();
  await until(() => world.offline.length > 0);
  expect(world.offline).toEqual([{ minutes: 39, chats: ['lin'] }]);
  world.pass(25 * 3_600_000);
  await world.restart();
  expect(world.offline).toHaveLength(1);
});

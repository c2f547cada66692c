import type { Reply } from '../../src/chat/chat-adapter.ts';
import { ServiceError } from '../../src/errors.ts';
import { openSlackWorld, type SlackWorld } from '../../test/support/slack-world.ts';

let world: SlackWorld;
beforeEach(async () => {
  world = await openSlackWorld('http', () => []);
});
afterEach(() => world.stop());

const row = (id: string, text: string, to: Partial<Reply['to']> = {}, rest: Partial<Reply> = {}): Reply => ({
  id,
  to: { adapter: 'slack', room: 'direct:lin', ...to },
  private: to.onlyFor !== undefined,
  message: { text },
  ...rest,
});
const deliver = (reply: Reply) => world.adapter.deliver(reply, 'zh');
const calls = (method: string) => world.slack.calls.filter((call) => call.method === method);
const direct = async () => world.slack.posts(await world.direct('lin'));

test.each(['cut', 'lost', 'broken', 'truncated'] as const)(
  'a post whose answer is %s is looked up before it is tried again',
  async (how) => {
    world.slack.failNext('chat.postMessage', how);
    await expect(deliver(row('s/0', 'once'))).rejects.toBeInstanceOf(ServiceError);
    await deliver(row('s/0', 'once'));
    expect((await direct()).map(({ text }) => text)).toEqual(['once']);
    expect(calls('conversations.history')).toHaveLength(1);
    expect(calls('chat.postMessage')).toHaveLength(how === 'lost' || how === 'truncated' ? 1 : 2);
  },
);

test('a look-up whose answer is cut short says nothing of what is there', async () => {
  world.slack.failNext('chat.postMessage', 'lost');
  world.slack.failNext('conversations.history', 'truncated');
  for (let tries = 0; tries < 2; tries++)
    await expect(deliver(row('s/0', 'once'))).rejects.toBeInstanceOf(ServiceError);
  await deliver(row('s/0', 'once'));
  expect(await direct()).toHaveLength(1);
});

test('the look-up also serves a process that knows nothing of the first try', async () => {
  world.slack.failNext('chat.postMessage', 'lost');
  await expect(deliver(row('s/0', 'once'))).rejects.toBeInstanceOf(ServiceError);
  await world.restart();
  await deliver(row('s/0', 'once'));
  expect(await direct()).toHaveLength(1);
});

test('too many calls: as long as Slack asks, and no look-up for what was refused in so many words', async () => {
  world.slack.failNext('chat.postMessage', 'busy');
  await expect(deliver(row('s/0', 'x'))).rejects.toMatchObject({ retryAfterMs: 1_000 });
  await deliver(row('s/0', 'x'));
  expect(await direct()).toHaveLength(1);
  expect(calls('conversations.history')).toEqual([]);
});

test('one channel that is limited holds up no other', async () => {
  world.slack.failNext('chat.postMessage', 'busy');
  const began = performance.now();
  await expect(deliver(row('s/0', 'x'))).rejects.toBeInstanceOf(ServiceError);
  await deliver(row('s/1', 'y', { room: 'direct:emma' }));
  expect(performance.now() - began).toBeLessThan(900);
});

test('a long text goes on where it was broken off', async () => {
  const text = Array.from({ length: 500 }, (_, at) => `第${at}行 今天聊了很久`).join('\n');
  world.slack.failNext('chat.postMessage', ...(['lost', 'cut'] as const));
  for (let tries = 0; tries < 2; tries++) await expect(deliver(row('s/0', text))).rejects.toBeInstanceOf(ServiceError);
  await deliver(row('s/0', text));
  expect((await direct()).map((post) => post.text).join('\n')).toBe(text);
  expect(calls('chat.postMessage').length).toBe((await direct()).length + 1);
});

test('where the message is gone, the correction is said anew', async () => {
  await deliver(row('a/0', '80万'));
  const [post] = await direct();
  await world.slack.api('chat.delete', { channel: await world.direct('lin'), ts: post?.ts });
  await deliver(row('b/0', '85万', {}, { replaces: 'a/0' }));
  expect((await direct()).map(({ text }) => text)).toEqual(['85万']);
});

test('private words in a channel are for one member’s eyes', async () => {
  const sales = world.slack.channels.sales ?? '';
  await deliver(row('a/0', 'secret', { room: sales, onlyFor: 'lin' }));
  expect(await world.slack.posts(sales)).toEqual([]);
  const shown = { channel: sales, user: world.slack.users.lin, text: 'secret' };
  expect(calls('chat.postEphemeral')).toMatchObject([{ body: shown }]);
  expect(calls('chat.postMessage')).toEqual([]);
});

test('private words for somebody who is not in the channel go to them directly', async () => {
  const sales = world.slack.channels.sales ?? '';
  await deliver(row('a/0', 'secret', { room: sales, onlyFor: 'stranger' }));
  expect(await world.slack.posts(sales)).toEqual([]);
  expect((await world.slack.posts(await world.direct('stranger'))).map(({ text }) => text)).toEqual(['secret']);
});

test('who has not joined is answered by the platform’s identity; who is not on Slack is final', async () => {
  const stranger = `${world.slack.team}:${world.slack.users.stranger}`;
  await deliver(row('a/0', 'who are you?', { room: `direct:${stranger}` }));
  expect(await world.slack.posts(await world.direct('stranger'))).toHaveLength(1);
  const nobody = deliver(row('b/0', 'x', { room: 'direct:person-7' }));
  await expect(nobody).rejects.toMatchObject({ name: 'SlackRefusal', code: 'not_linked' });
});

test('a Slack that takes no charts gets the message without its chart; other refused blocks are final', async () => {
  const card = { title: '漏斗', rows: [{ label: '方案报价', value: '3' }] };
  const chart = { of: '各阶段商机数', bars: [{ label: '方案报价', value: 3 }] };
  world.slack.failNext('chat.postMessage', 'blocks');
  await deliver({ ...row('a/0', '漏斗'), message: { text: '漏斗', card, chart } });
  const [refused, taken] = calls('chat.postMessage').map(({ body }) => JSON.stringify(body.blocks));
  expect(refused).toContain('data_visualization');
  expect(taken).not.toContain('data_visualization');
  expect(await direct()).toHaveLength(1);
  world.slack.failNext('chat.postMessage', 'blocks');
  await expect(deliver(row('b/0', '只有字'))).rejects.toMatchObject({ name: 'SlackRefusal', code: 'invalid_blocks' });
});

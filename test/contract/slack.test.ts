import { setTimeout as sleep } from 'node:timers/promises';
import { readText } from '../../adapters/slack/slack-text.ts';
import type { Respond } from '../support/fake-bot.ts';
import { SIGNING_SECRET } from '../support/fake-slack.ts';
import { requestOf, signatureOf } from '../support/slack-payloads.ts';
import { openSlackWorld } from '../support/slack-world.ts';
import { type ContractWorld, chatContract } from './chat-contract.ts';
import { groupContract, platformContract } from './platform-contract.ts';

type SlackContract = ContractWorld & Required<Pick<ContractWorld, 'group' | 'forge' | 'restart'>>;

const opening =
  (door: 'http' | 'socket') =>
  async (respond: Respond): Promise<SlackContract> => {
    const world = await openSlackWorld(door, respond);
    const { slack, bot } = world;
    const sales = slack.channels.sales ?? '';
    const channel = await world.direct('lin');
    const lin = world.as('lin');
    let ts = 1_795_305_642;
    let stopped: Promise<void> | undefined;

    /** What Slack would show of a message: its blocks, entities read. */
    const shown = (post: Record<string, unknown>): string => {
      const found: string[] = [];
      const look = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return;
        if ('type' in node && node.type === 'plain_text' && 'text' in node) found.push(readText(String(node.text), ''));
        else for (const child of Object.values(node)) look(child);
      };
      look(post.blocks);
      return found.join('\n');
    };

    return {
      name: 'slack',
      bot,
      other: 'emma',
      group: sales,
      async says(text, { room = channel, again = false } = {}) {
        if (!again) ts += 1;
        const rest = { ts: `${ts}.000100` };
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        const payload = room === channel ? lin.message(room, escaped, rest) : lin.mention(room, escaped, rest);
        const taken = (await world.send(payload, { waitMs: bot.slowMs > 0 ? 3_000 : 500 })) !== null;
        // In a channel the same text comes a second time, as another event.
        if (room !== channel) await world.send(lin.mentionAsMessage(room, escaped, rest), { waitMs: 500 });
        return taken;
      },
      presses: async (button) => (await world.send(lin.press(channel, '1.1', button))) !== null,
      deliver: (reply) => world.adapter.deliver(reply, 'zh'),
      async shownTo(person) {
        const open = [...(await slack.posts(await world.direct(person))), ...(await slack.posts(sales))];
        const whispers = slack.calls
          .filter(({ method, body }) => method === 'chat.postEphemeral' && body.user === slack.users[person])
          .map(({ body }) => body);
        return [...open, ...whispers].map((post) => shown(post as Record<string, unknown>));
      },
      async echo() {
        for (const post of await slack.posts(channel))
          await world.send(lin.message(channel, post.text, { ts: post.ts, bot_id: 'BBOT' }));
        const own = { ...lin.message(channel, 'own', { ts: '8.8' }) } as { event: Record<string, unknown> };
        own.event.user = slack.bot;
        await world.send(own as unknown as Record<string, unknown>);
      },
      async forge(how) {
        const { type, body } = requestOf(lin.message(channel, '伪造', { ts: '7.7' }));
        const stamp = String(Math.floor(Date.now() / 1000) + (how === 'stale' ? -301 : how === 'future' ? 330 : 0));
        const headers: Record<string, string> = { 'content-type': type, 'x-slack-request-timestamp': stamp };
        if (how !== 'unsigned') headers['x-slack-signature'] = signatureOf(stamp, body, SIGNING_SECRET);
        const sent = how === 'tampered' ? body.replace('伪造', '篡改') : body;
        return (await world.request({ body: sent, headers })) < 300;
      },
      restart: world.restart,
      stop() {
        stopped ??= world.stop();
        return stopped;
      },
    };
  };

const CAN = {
  lines: true,
  changesInPlace: true,
  acknowledgesWithinMs: 1_000,
  slowStore: { storesMs: 2_000, waitsMs: 3_000 },
};
for (const door of ['http', 'socket'] as const) {
  chatContract(`slack by ${door}`, opening(door), CAN);
  groupContract(`slack by ${door}`, opening(door));
}
platformContract('slack by http', opening('http'));

test('a connection that Slack recycles or drops is made again, and what was not acknowledged comes again', async () => {
  const world = await openSlackWorld('socket', () => []);
  const channel = await world.direct('lin');
  for (const how of ['asked', 'dropped'] as const) {
    const before = world.slack.connections();
    world.slack.disconnect(how);
    for (let waited = 0; world.slack.connections() === before && waited < 5_000; waited += 20) await sleep(20);
    await sleep(50);
    expect(await world.send(world.as('lin').message(channel, how, { ts: `${before}.1` }))).not.toBeNull();
  }
  world.bot.down = true;
  const payload = world.as('lin').message(channel, 'again', { ts: '3.3' });
  expect(await world.send(payload, { waitMs: 200 })).toBeNull();
  world.bot.down = false;
  expect(await world.send(payload)).not.toBeNull();
  expect(world.bot.events.map((event) => event.kind === 'message' && event.text)).toEqual([
    'asked',
    'dropped',
    'again',
  ]);
  expect(world.state.state).toMatchObject({ connection: 'connected' });
  await world.stop();
});

test('a door that its public address does not lead to is no connection, and the state says why', async () => {
  const options = { publicUrl: 'http://127.0.0.1:9', pauses: { connect: 20, between: 0, home: 20, knock: 10 } };
  const world = await openSlackWorld('http', () => [], options);
  expect(await world.request({ method: 'HEAD', headers: {} })).toBe(204);
  for (let waited = 0; world.state.state?.connection !== 'connecting' && waited < 3_000; waited += 10) await sleep(10);
  expect(world.state.state).toMatchObject({ connection: 'connecting', lastError: { code: 'address' } });
  await world.send(world.as('lin').message(await world.direct('lin'), '听得到', { ts: '5.5' }));
  expect(world.bot.events).toHaveLength(1);
  for (let waited = 0; world.state.state?.connection !== 'connected' && waited < 3_000; waited += 10) await sleep(10);
  await world.stop();
});

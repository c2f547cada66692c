import { setTimeout as sleep } from 'node:timers/promises';
import type { Respond } from '../../test/support/fake-bot.ts';
import { requestOf, signatureOf } from '../../test/support/slack-payloads.ts';
import { openSlackWorld, type SlackWorld } from '../../test/support/slack-world.ts';

let world: SlackWorld;
afterEach(() => world.stop());

/** Says in the same room what it heard. */
const echo: Respond = (event) =>
  event.kind !== 'message'
    ? []
    : [
        {
          id: `${event.message}/0`,
          to: { adapter: 'slack', room: event.room.startsWith('direct:') ? 'direct:lin' : event.room },
          private: false,
          message: { text: `✓ ${event.text}` },
        },
      ];

async function open(door: 'http' | 'socket' = 'http', respond: Respond = echo) {
  world = await openSlackWorld(door, respond);
  const sales = world.slack.channels.sales ?? '';
  return { sales, lin: world.as('lin'), direct: await world.direct('lin') };
}

test.each(['http', 'socket'] as const)(
  'by %s: a mention that comes as two events is one, answered in its thread',
  async (door) => {
    const { sales, lin } = await open(door);
    await world.send(lin.mention(sales, '拜访了腾云', { ts: '100.1' }));
    await world.send(lin.mentionAsMessage(sales, '拜访了腾云', { ts: '100.1' }));
    await world.settle();
    expect(world.bot.events).toMatchObject([{ room: sales, text: '拜访了腾云' }]);
    const posted = world.slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(posted.map(({ body }) => [body.channel, body.thread_ts])).toEqual([[sales, '100.1']]);
  },
);

test('in a thread where the bot has spoken it hears what names it not; elsewhere it does not', async () => {
  const { sales, lin } = await open();
  await world.send(lin.message(sales, 'lunch?', { ts: '99.1' }));
  await world.send(lin.message(sales, 'yes', { ts: '99.2', thread_ts: '99.1' }));
  expect(world.bot.events).toEqual([]);
  await world.send(lin.mention(sales, '报价80万', { ts: '100.1' }));
  await world.settle();
  await world.send(lin.message(sales, '不是80万是85万', { ts: '100.2', thread_ts: '100.1' }));
  const root = `slack:${world.slack.team}:${sales}:100.1`;
  expect(world.bot.events.at(-1)).toMatchObject({ text: '不是80万是85万', replyTo: root });
  await world.settle();
});

test.each(['http', 'socket'] as const)(
  'by %s: a command is answered at once, and says so when nothing was stored',
  async (door) => {
    const { sales, direct, lin } = await open(door, () => []);
    expect(await world.send(lin.command(sales, 'call with Priya', '1.1'))).toMatchObject({ text: /direct messages/ });
    expect(await world.send(lin.command(direct, 'call with Priya', '1.2'))).not.toHaveProperty('text');
    expect(await world.send(lin.command(sales, ' ', '1.3'))).toMatchObject({ text: /behind \/genjin/ });
    expect(world.bot.events).toMatchObject([{ text: 'call with Priya' }, { text: 'call with Priya' }]);
    world.bot.down = true;
    expect(await world.send(lin.command(sales, 'lost?', '1.4'))).toMatchObject({ text: /send it again/ });
  },
);

test.each(['http', 'socket'] as const)('by %s: a press and "Log this" come through once', async (door) => {
  const { sales, direct, lin } = await open(door, () => []);
  for (const payload of [lin.press(direct, '3.3', 'opaque'), lin.logThis(sales, '4.4', '腾云同意85万')]) {
    await world.send(payload);
    await world.send(payload);
  }
  const lins = `direct:${world.slack.team}:${world.slack.users.lin}`;
  expect(world.bot.events).toMatchObject([
    { kind: 'action', action: 'opaque', room: lins },
    { kind: 'message', text: '腾云同意85万', room: lins },
  ]);
});

test('who is in a channel is told before what was said there, and again when somebody joins', async () => {
  const { sales, lin } = await open();
  await world.send(lin.mention(sales, 'hi', { ts: '1.1' }));
  const identity = (name: string) => `${world.slack.team}:${world.slack.users[name]}`;
  expect(world.audiences).toMatchObject([{ channel: sales, name: 'sales', open: false }]);
  expect(world.audiences[0]?.users).toEqual(expect.arrayContaining([identity('lin'), identity('emma')]));
  for (const name of ['genjin', 'stranger']) expect(world.audiences[0]?.users).not.toContain(identity(name));
  await world.slack.api('conversations.invite', { channel: sales, users: world.slack.users.stranger });
  await world.send(world.as('stranger').joined(sales));
  expect(world.audiences.at(-1)?.users).toContain(identity('stranger'));
});

test('a public channel, and one whose members cannot be read, are open to unknown people', async () => {
  const { sales, lin } = await open();
  const general = world.slack.channels.general ?? '';
  await world.send(lin.mention(general, 'hi', { ts: '1.1' }));
  world.slack.failNext('conversations.members', 'broken');
  await world.send(lin.mention(sales, 'hi', { ts: '1.2' }));
  expect(world.audiences).toMatchObject([
    { channel: general, users: [], open: true },
    { channel: sales, users: [], open: true },
  ]);
  expect(world.bot.events).toHaveLength(2);
  await world.settle();
});

test('what comes at once in a channel is stored in the order in which it came', async () => {
  let slow = true;
  world = await openSlackWorld('socket', () => [], {
    async audience() {
      if (slow) {
        slow = false;
        await sleep(100);
      }
    },
  });
  const said = Array.from({ length: 10 }, (_, at) => `第${at}句`);
  const sales = world.slack.channels.sales ?? '';
  const lin = world.as('lin');
  await Promise.all(said.map((text, at) => world.send(lin.mention(sales, text, { ts: `${100 + at}.1` }))));
  expect(world.bot.events.map((event) => event.kind === 'message' && event.text)).toEqual(said);
});

test('members that Slack is slow to tell hold up no acknowledgement', async () => {
  const { sales, lin } = await open('socket', () => []);
  world.slack.failNext('conversations.info', 'hanging');
  const began = performance.now();
  expect(await world.send(lin.mention(sales, 'hi', { ts: '1.1' }))).not.toBeNull();
  expect(performance.now() - began).toBeLessThan(2_900);
  expect(world.audiences).toMatchObject([{ channel: sales, open: true }]);
});

test('a stop does not wait for a Slack that hangs', async () => {
  world = await openSlackWorld('socket', echo);
  world.slack.failNext('auth.test', 'hanging');
  await Promise.race([world.restart(), sleep(300)]);
  const began = performance.now();
  await world.adapter.stop();
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('Slack away at the start: the rest starts, and Slack when it is there', async () => {
  world = await openSlackWorld('socket', echo, { pauses: { connect: 10, between: 0 } });
  world.slack.failNext('auth.test', 'broken', 'cut');
  world.slack.failNext('apps.connections.open', 'broken', 'cut');
  await world.restart();
  expect(world.state.state).toMatchObject({ connection: 'connected' });
  expect(await world.send(world.as('lin').message(await world.direct('lin'), 'hi', { ts: '1.1' }))).not.toBeNull();
});

test('a thousand changed requests are refused, and nothing comes of them', async () => {
  const { direct, lin } = await open();
  const payloads = [
    lin.message(direct, '伪造一句', { ts: '7.7' }),
    lin.command(direct, 'forged', '7.8'),
    lin.press(direct, '7.9', 'forged'),
    lin.logThis(direct, '7.6', 'forged'),
  ];
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const statuses = new Map<number, number>();
  for (let round = 0; round < 1_000; round++) {
    const payload = payloads[round % payloads.length] ?? {};
    const { type, body } = requestOf(payload);
    const stamp = String(Math.floor(Date.now() / 1000));
    const headers: Record<string, string> = {
      'content-type': type,
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': signatureOf(stamp, body),
    };
    const changed = mutate(round % 8, Buffer.from(body), headers, random);
    const status = await world.request({ body: changed, headers });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses.keys()].every((status) => status === 400 || status === 401)).toBe(true);
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(1_000);
  await sleep(20);
  expect(world.bot.events).toEqual([]);
  expect(world.audiences).toEqual([]);
});

/** One change that a genuine request never has; the last two are signed, but are nothing that could be read. */
function mutate(
  kind: number,
  body: Buffer,
  headers: Record<string, string>,
  random: (below: number) => number,
): Buffer {
  const stamp = headers['x-slack-request-timestamp'] ?? '';
  const signature = headers['x-slack-signature'] ?? '';
  const at = random(body.length);
  switch (kind) {
    case 0:
      return Buffer.from(body.map((byte, index) => (index === at ? byte ^ (1 + random(127)) : byte)));
    case 1:
      return body.subarray(0, at);
    case 2:
      return Buffer.concat([body, Buffer.from([32 + random(90)])]);
    case 3: {
      const place = 3 + random(signature.length - 3);
      const other = signature[place] === 'a' ? 'b' : 'a';
      headers['x-slack-signature'] = signature.slice(0, place) + other + signature.slice(place + 1);
      return body;
    }
    case 4:
      headers['x-slack-request-timestamp'] = String(Number(stamp) + (random(2) === 0 ? 1 : -1) * (1 + random(10_000)));
      return body;
    case 5:
      delete headers[random(2) === 0 ? 'x-slack-signature' : 'x-slack-request-timestamp'];
      return body;
    case 6: {
      const half = Buffer.from(`{"type":"event_callback","event":${'['.repeat(1 + random(50))}`);
      headers['content-type'] = 'application/json';
      headers['x-slack-signature'] = signatureOf(stamp, half);
      return half;
    }
    default:
      headers['content-type'] = ['text/plain', 'application/xml', 'multipart/form-data'][random(3)] ?? '';
      return body;
  }
}

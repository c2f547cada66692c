import { setTimeout as sleep } from 'node:timers/promises';
import { readText } from '../../adapters/slack/slack-text.ts';
import { APP_TOKEN, BOT_TOKEN, type Fault, SIGNING_SECRET } from '../support/fake-slack.ts';
import { notedLogger } from '../support/noted-logger.ts';
import { requestOf, signatureOf } from '../support/slack-payloads.ts';
import { openSlackWorld } from '../support/slack-world.ts';
import { until } from '../support/until.ts';
import { wrongShapes } from '../support/wrong-shapes.ts';
import { hearingContract, sayingContract } from './chat-contract.ts';
import type { Going, Open } from './contract-world.ts';

const FAULTS: Record<Going, Fault> = {
  fine: 'fine',
  limited: 'busy',
  broken: 'broken',
  lost: 'lost',
  refused: 'refused',
};
const SAYING = new Set(['chat.postMessage', 'chat.postEphemeral', 'chat.update']);

const opening =
  (door: 'http' | 'socket'): Open =>
  async (respond) => {
    const { logger, logged } = notedLogger();
    const world = await openSlackWorld(door, respond, { logger });
    const { slack, bot } = world;
    const sales = slack.channels.sales ?? '';
    const directs = new Map<string, string>();
    for (const who of ['lin', 'emma']) directs.set(who, await world.direct(who));
    const channel = directs.get('lin') ?? '';
    const lin = world.as('lin');
    let ts = 1_795_305_642;
    let last = { text: '', stamp: '' };
    let stopped: Promise<void> | undefined;
    const bodies = () => slack.calls.filter(({ method }) => SAYING.has(method)).map(({ body }) => body);

    return {
      name: 'slack',
      home: 'direct:lin',
      nowhere: 'C0NOWHERE',
      bot,
      other: 'emma',
      group: sales,
      async says(text, { as = 'lin', room, again = false } = {}) {
        if (!again) ts += 1;
        const stamp = `${ts}.000100`;
        last = { text, stamp };
        const rest = { ts: stamp };
        const by = world.as(as);
        const escaped = written(text);
        const payload =
          room === undefined ? by.message(directs.get(as) ?? '', escaped, rest) : by.mention(room, escaped, rest);
        const taken = (await world.send(payload, { waitMs: bot.down ? 500 : 3_000 })) !== null;
        // In a channel the same text comes a second time, as another event.
        if (room !== undefined)
          await world.send(by.mentionAsMessage(room, escaped, rest), { waitMs: bot.down ? 500 : 3_000 });
        return taken;
      },
      async presses(button, { as = 'lin', again = false } = {}) {
        if (!again) ts += 1;
        const press = world.as(as).press(directs.get(as) ?? '', '1.1', button, `${ts}.5`);
        return (await world.send(press, { waitMs: bot.down ? 500 : 3_000 })) !== null;
      },
      async overhears(text) {
        await world.send(world.as('emma').message(sales, text, { ts: '4.4' }));
        await world.send(world.as('emma').message(sales, `<@U0SOMEBODY> ${text}`, { ts: '4.5' }));
      },
      audiences: () => world.audiences.length,
      async answers(said, text) {
        const root = (await slack.posts(channel)).find((post) => post.text === said.message.text)?.ts ?? '';
        await world.send(lin.message(channel, text, { ts: '1795309999.1', thread_ts: root }));
      },
      async edits(text) {
        for (let time = 0; time < 2; time++) await world.send(lin.changed(channel, last.stamp, last.text, text));
        await world.send(lin.changed(channel, last.stamp, text, text, { attachments: [{ text: 'a page' }] }));
      },
      async deletes() {
        for (let time = 0; time < 2; time++) await world.send(lin.deleted(channel, last.stamp, last.text));
      },
      async sends(what) {
        const kinds: Record<string, string> = { image: 'image/png', audio: 'audio/mp4', video: 'video/mp4' };
        const mimetype = kinds[what] ?? 'text/plain';
        const file = {
          id: 'F1',
          name: '报价',
          mimetype,
          size: 6,
          url_private: new URL('/files/text', slack.apiUrl).href,
        };
        await world.send(lin.message(channel, '', { ts: '1795305000.1', files: [file] }));
      },
      deliver: (reply) => world.adapter.deliver(reply, 'zh'),
      async shownTo(person) {
        const open = [...(await slack.posts(directs.get(person) ?? '')), ...(await slack.posts(sales))];
        const whispers = bodies().filter(({ user }) => user === slack.users[person]);
        const threads = bodies().filter((body) => body.channel === sales && body.thread_ts !== undefined);
        return [...open, ...threads, ...whispers].map((post) => wordsIn((post as { blocks?: unknown }).blocks));
      },
      live: async () => bodies().flatMap(liveIn),
      fails: (...next) => slack.failNext('chat.postMessage', ...next.map((how) => FAULTS[how])),
      async echo() {
        for (const post of await slack.posts(channel))
          await world.send(lin.message(channel, post.text, { ts: post.ts, bot_id: 'BBOT' }));
        for (const [at, change] of [{ user: slack.bot }, { user: undefined, subtype: 'bot_message' }].entries()) {
          const own = lin.message(channel, 'own', { ts: `8.${at}` }) as { event: Record<string, unknown> };
          Object.assign(own.event, change);
          await world.send(own as unknown as Record<string, unknown>);
        }
      },
      async forge(how) {
        const { type, body } = requestOf(lin.message(channel, '伪造', { ts: '7.7' }));
        const stamp = String(Math.floor(Date.now() / 1000) + (how === 'stale' ? -301 : how === 'future' ? 330 : 0));
        const headers: Record<string, string> = { 'content-type': type, 'x-slack-request-timestamp': stamp };
        if (how !== 'unsigned') headers['x-slack-signature'] = signatureOf(stamp, body, SIGNING_SECRET);
        const sent = how === 'tampered' ? body.replace('伪造', '篡改') : body;
        return (await world.request({ body: sent, headers })) < 300;
      },
      async malformed() {
        const about = { event: (lin.message(channel, '形状', { ts: '6.1' }) as { event: object }).event };
        const whole = lin.message(channel, '形状', { ts: '6.2' });
        const shapes = [
          ...wrongShapes(about).map(({ event }) => ({ ...whole, event })),
          ...wrongShapes(lin.press(channel, '6.3', 'id')).map((press) => ({ ...press, type: 'block_actions' })),
        ];
        await Promise.all(shapes.map((shape) => world.send(shape, { waitMs: 300 })));
      },
      async huge() {
        const { type, body } = requestOf(lin.message(channel, '长'.repeat(2_000_000), { ts: '7.8' }));
        const stamp = String(Math.floor(Date.now() / 1000));
        const signed = { 'x-slack-request-timestamp': stamp, 'x-slack-signature': signatureOf(stamp, body) };
        return (await world.request({ body, headers: { 'content-type': type, ...signed } })) < 300;
      },
      async drops() {
        for (const how of ['asked', 'dropped'] as const) {
          const before = slack.connections();
          slack.disconnect(how);
          await until(() => slack.connections() !== before);
          await sleep(50);
        }
      },
      restart: world.restart,
      state: () => world.state.state,
      logged,
      secrets: [BOT_TOKEN, APP_TOKEN, SIGNING_SECRET],
      stop() {
        stopped ??= world.stop();
        return stopped;
      },
    };
  };

const written = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What Slack would show of a message: its blocks, entities read. */
function wordsIn(blocks: unknown): string {
  const found: string[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('text' in node && typeof node.text === 'string') found.push(readText(node.text, ''));
    else for (const child of Object.values(node)) look(child);
  };
  look(blocks);
  return found.join('\n');
}

/** What Slack would make more of than words. */
function liveIn({ text, blocks, ...rest }: Record<string, unknown>): string[] {
  const found: string[] = [];
  const mark = (words: string) => found.push(...(words.match(/<[^>]*>/g) ?? []));
  mark(String(text ?? ''));
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, text: words } = node as { type?: unknown; text?: unknown };
    if (type === 'plain_text') mark(String(words));
    else if (/^(mrkdwn|markdown|user|usergroup|broadcast|channel|link)$/.test(String(type))) found.push(String(type));
    for (const child of Object.values(node)) look(child);
  };
  look(blocks);
  for (const option of ['link_names', 'parse', 'unfurl_links'])
    if (rest[option] === true || rest[option] === 'true') found.push(option);
  return found;
}

const HEARD = ['lines', 'others', 'group', 'spoken', 'restart', 'overhears', 'audiences', 'answers'] as const;
const CAN = {
  has: [...HEARD, 'edits', 'deletes', 'echo', 'malformed', 'replaces', 'live'] as const,
  fails: ['fine', 'limited', 'broken', 'lost', 'refused'] as const,
  looksUp: true,
  things: ['file', 'image', 'audio', 'video'] as const,
  acknowledgesWithinMs: 1_000,
  slowStore: { storesMs: 2_000, waitsMs: 3_000 },
};
hearingContract('slack by http', opening('http'), { ...CAN, has: [...CAN.has, 'forge', 'huge'] });
hearingContract('slack by socket', opening('socket'), { ...CAN, has: [...CAN.has, 'drops'] });
sayingContract('slack', opening('http'), CAN);

test('a door that its public address does not lead to is no connection, and the state says why', async () => {
  const options = { publicUrl: 'http://127.0.0.1:9', pauses: { connect: 20, between: 0, home: 20, knock: 10 } };
  const world = await openSlackWorld('http', () => [], options);
  expect(await world.request({ method: 'HEAD', headers: {} })).toBe(204);
  await until(() => world.state.state?.connection === 'connecting');
  expect(world.state.state).toMatchObject({ connection: 'connecting', lastError: { code: 'address' } });
  await world.send(world.as('lin').message(await world.direct('lin'), '听得到', { ts: '5.5' }));
  expect(world.bot.events).toHaveLength(1);
  await until(() => world.state.state?.connection === 'connected');
  await world.stop();
});

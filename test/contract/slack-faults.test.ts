import { setTimeout as sleep } from 'node:timers/promises';
import { directRoom } from '../../src/chat/message.ts';
import type { Fault } from '../support/fake-slack.ts';
import { fillTeam } from '../support/sales-team.ts';
import { openSlackTalk } from '../support/slack-talk.ts';

const START = '2026-11-23T10:00:00+08:00';
const KINDS: Fault[] = ['busy', 'broken', 'cut', 'lost', 'truncated', 'hanging'];

let talk: Awaited<ReturnType<typeof openSlackTalk>>;
beforeEach(async () => {
  talk = await openSlackTalk(START, ['lin', 'emma'], (records) => fillTeam(records, []));
}, 30_000);
afterEach(() => talk.close());

/** The same numbers at every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function send(room: string, text: string): Promise<void> {
  await talk.records.ledger.record({ id: `rule:${room}:${text}`, kind: 'message', by: 'system' }, async (draft) => {
    draft.send({ adapter: 'slack', room }, { text });
  });
}

const textsIn = async (channel: string) => (await talk.slack.posts(channel)).map(({ text }) => text);

async function until(holds: () => Promise<boolean>, ms: number): Promise<void> {
  for (const end = performance.now() + ms; !(await holds()) && performance.now() < end; ) await sleep(100);
}

test.each([1, 2])(
  '30 %% of calls fail: each message is there once, in its order, at Slack’s pace (seed %i)',
  async (seed) => {
    const next = numbers(seed);
    const rooms = [
      [directRoom('lin'), await talk.directChannel('lin')],
      [directRoom('emma'), await talk.directChannel('emma')],
      ...['sales', 'general'].map((name) => [talk.slack.channels[name] ?? '', talk.slack.channels[name] ?? '']),
    ] as [string, string][];
    const said = Array.from({ length: 8 }, (_, at) => `第${at}句`);
    let [calls, failed] = [0, 0];
    talk.slack.fail(() => {
      calls += 1;
      if (next() >= 0.3) return undefined;
      failed += 1;
      return KINDS[Math.floor(next() * KINDS.length)];
    });
    for (const text of said) for (const [room] of rooms) await send(room, text);
    const done = async () =>
      (await Promise.all(rooms.map(([, channel]) => textsIn(channel)))).every((all) => all.includes(said.at(-1) ?? ''));
    await until(done, 80_000);
    talk.slack.fail(() => undefined);
    await sleep(1_000);
    for (const [, channel] of rooms) expect(await textsIn(channel)).toEqual(said);
    expect(failed / calls).toBeGreaterThan(0.2);
    for (const [, channel] of rooms) {
      const posts = talk.slack.calls.filter(
        ({ method, body }) => method === 'chat.postMessage' && body.channel === channel,
      );
      const times = posts.map(({ at }) => at);
      // A burst of five, then one a second: never more than that in any stretch of time.
      for (const [from, begin] of times.entries())
        for (const [to, end] of times.entries())
          if (to > from) expect(to - from + 1).toBeLessThanOrEqual(6 + (end - begin) / 1_000);
    }
  },
  120_000,
);

test('while one conversation is limited, the others’ messages take less than two seconds', async () => {
  const limited = await talk.directChannel('lin');
  const names = Array.from({ length: 12 }, (_, at) => `team-${at}`);
  const channels: string[] = [];
  for (const name of names) {
    const made = (await talk.slack.api('conversations.create', { name })) as { channel?: { id: string } };
    channels.push(made.channel?.id ?? '');
  }
  talk.slack.fail((method, body) => (method === 'chat.postMessage' && body.channel === limited ? 'busy' : undefined));
  for (let n = 0; n < 5; n++) await send(directRoom('lin'), `受限 ${n}`);
  const began = new Map<string, number>();
  for (let round = 0; round < 3; round++) {
    for (const channel of channels) {
      began.set(`${channel} ${round}`, performance.now());
      await send(channel, `${channel} ${round}`);
      await sleep(200);
    }
  }
  const posted = () =>
    talk.slack.calls.filter(({ method, body }) => method === 'chat.postMessage' && body.channel !== limited);
  await until(async () => posted().length >= began.size, 10_000);
  const delays = posted()
    .map(({ body, at }) => at - (began.get(String(body.text)) ?? 0))
    .sort((a, b) => a - b);
  expect(delays).toHaveLength(began.size);
  expect(delays[Math.floor(delays.length * 0.99)]).toBeLessThan(2_000);
  expect(await textsIn(limited)).toEqual([]);
}, 60_000);

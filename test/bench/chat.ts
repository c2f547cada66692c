import { createHmac } from 'node:crypto';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, startChild } from './child.ts';
import { note, REPS } from './company.ts';
import { atMost, lineText } from './report.ts';

/**
 * CPU that the bot spends on one event of Slack, against bare Bolt, in processes of their own; the store's process is not
 * counted. An event to be stored and acknowledged alone is the deletion of a message that was never told.
 */
const SECRET = 'a-signing-secret-of-the-bench';
/** Until the machine code of both is what it is in a process that has run for a while; answers take their time. */
const WARM = { note: 400, deletion: 3_000 } as const;
const DELETIONS = 1_500;
const ROUNDS = 3;
const PARALLEL = 8;
/** Below Slack's own pace, at which answers leave; so long that whatever the bot does by itself each minute comes once. */
const MESSAGES_PER_SECOND = 4;
const WINDOW_MS = 60_000;
const MOST = 4;

let posted = 0;
const slack = createServer((call, response) => {
  const method = call.url?.replace('/api/', '') ?? '';
  call.resume();
  call.on('end', () => {
    if (method === 'chat.postMessage') posted += 1;
    const known = { team_id: 'T1', user_id: 'UBOT', bot_id: 'B1', channel: { id: 'D1' }, ts: `${posted}.1` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, ...known }));
  });
});
await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
const apiUrl = `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`;

const agent = new Agent({ keepAlive: true, maxSockets: PARALLEL });
let events = 0;

type Kind = 'note' | 'deletion';

function eventOf(kind: Kind): string {
  events += 1;
  const { rep, text } = note(events);
  const said = { type: 'message', user: `U${rep % REPS}`, text, ts: `${1_795_000_000 + events}.1`, team: 'T1' };
  const where = { channel: `D${rep % REPS}`, channel_type: 'im' };
  const event =
    kind === 'note'
      ? { ...said, ...where }
      : { type: 'message', subtype: 'message_deleted', ...where, ts: said.ts, previous_message: said };
  return JSON.stringify({ type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: `Ev${events}`, event });
}

/** Posts one signed event; resolves when it is acknowledged. */
function post(url: string, kind: Kind): Promise<void> {
  const body = eventOf(kind);
  const stamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${stamp}:${body}`).digest('hex')}`;
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': stamp,
    'x-slack-signature': signature,
  };
  return new Promise((resolve, reject) => {
    const call = request(new URL('/slack/events', url), { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`))));
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** Posts so many as fast as they are acknowledged. */
async function flatOut(url: string, kind: Kind, count: number): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left-- > 0) await post(url, kind);
  };
  await Promise.all(Array.from({ length: PARALLEL }, lane));
  await sleep(200);
}

/** Posts messages in an even stream, and waits until the window is over; resolves with how many there were. */
async function stream(url: string): Promise<number> {
  const began = performance.now();
  const passed = () => performance.now() - began;
  let count = 0;
  // The last answers leave after the last acknowledgement.
  while (passed() < WINDOW_MS - 2_000) {
    await post(url, 'note');
    count += 1;
    await sleep(Math.max(0, (count * 1_000) / MESSAGES_PER_SECOND - passed()));
  }
  await sleep(WINDOW_MS - passed());
  return count;
}

interface Measured {
  url: string;
  child: Child;
  /** Microseconds of CPU that the process spends on it. */
  spent(work: () => Promise<unknown>): Promise<number>;
}

/** A process that has taken its warm-up. */
async function warm(how: 'bolt' | 'say' | 'genjin', kind: Kind, uri = ''): Promise<Measured> {
  const child = startChild('slack-child.ts', [how, apiUrl, SECRET, uri]);
  const url = await child.ask<string>('start');
  await sleep(1_000);
  await flatOut(url, kind, WARM[kind]);
  // Until the last answer has left.
  for (let known = -1; known !== posted; await sleep(1_000)) known = posted;
  const cpu = async () => {
    const { user, system } = await child.ask<NodeJS.CpuUsage>('cpu');
    return user + system;
  };
  const spent = async (work: () => Promise<unknown>) => {
    const before = await cpu();
    await work();
    return (await cpu()) - before;
  };
  return { url, child, spent };
}

/** Microseconds for one event, stored and acknowledged. */
async function deletions(how: 'bolt' | 'genjin', uri?: string): Promise<number> {
  const { url, child, spent } = await warm(how, 'deletion', uri);
  const all = await spent(() => flatOut(url, 'deletion', DELETIONS));
  await child.stop();
  return all / DELETIONS;
}

/** Microseconds for one message and its answer, without what the process spends in an equally long rest. */
async function messages(how: 'say' | 'genjin', uri?: string): Promise<number> {
  const { url, child, spent } = await warm(how, 'note', uri);
  const rest = await spent(() => sleep(WINDOW_MS));
  const each: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let count = 0;
    const all = await spent(async () => {
      count = await stream(url);
    });
    each.push((all - rest) / count);
  }
  if (how === 'genjin') await tellShares(child, url);
  await child.stop();
  return middle(each);
}

/** The same messages once more, by where their CPU goes: a profile's own cost is in no other figure. */
async function tellShares(child: Child, url: string): Promise<void> {
  await child.ask('profile');
  await stream(url);
  for (const [group, share] of await child.ask<[string, number][]>('shares'))
    tell(lineText({ what: `of the bot's CPU for messages and their answers: ${group}`, figure: percent(share) }));
}

async function withStore(measure: (uri: string) => Promise<number>): Promise<number> {
  const store = startChild('store-child.ts');
  const cost = await measure(await store.ask<string>('start'));
  await store.stop();
  return cost;
}

const middle = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const us = (value: number): string => `${Math.round(value)} µs`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const times = (value: number): string => `${value.toFixed(1)}×`;

const tell = (line: string) => process.stdout.write(`${line}\n`);
// In turns: on a machine that others share, one minute differs from the next by more than two programs do.
const rounds: { empty: number; stored: number }[] = [];
for (let round = 0; round < ROUNDS; round++)
  rounds.push({ empty: await deletions('bolt'), stored: await withStore((uri) => deletions('genjin', uri)) });
for (const { empty, stored } of rounds) {
  tell(lineText({ what: 'CPU for an event, bare Bolt with an empty handler', figure: us(empty) }));
  tell(lineText({ what: 'CPU for an event, stored and acknowledged', figure: us(stored) }));
}
const ratio = middle(rounds.map(({ empty, stored }) => stored / empty));
const first = atMost('stored and acknowledged against bare Bolt, the middle of the rounds', ratio, MOST, times);
tell(lineText(first));
const bare = await messages('say');
const whole = await withStore((uri) => messages('genjin', uri));
tell(lineText({ what: 'CPU for a message with its answer, bare Bolt and say()', figure: us(bare) }));
tell(lineText({ what: 'CPU for a message with its answer, understood, committed and applied', figure: us(whole) }));
const second = atMost('a whole message against Bolt and say()', whole / bare, MOST, times);
tell(lineText(second));
if (first.pass === false || second.pass === false) process.exitCode = 1;
slack.close();
slack.closeAllConnections();

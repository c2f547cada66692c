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
const COUNT = 1_500;
/** Answers leave at Slack's pace, five a second. */
const ANSWERED = 150;
const IDLE_MS = 3_000;
const PARALLEL = 8;
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

async function load(url: string, kind: Kind, count: number, answers: boolean): Promise<void> {
  const before = posted;
  let left = count;
  const lane = async () => {
    while (left-- > 0) await post(url, kind);
  };
  await Promise.all(Array.from({ length: PARALLEL }, lane));
  // The last answers leave after the last acknowledgement.
  const quiet = async () => {
    for (let known = -1; known !== posted; ) {
      known = posted;
      await sleep(answers ? 1_000 : 200);
    }
  };
  if (answers && posted < before + count) await quiet();
  else await sleep(200);
}

/** Microseconds of CPU for one event, without what the process spends on its ticks while answers keep to Slack's pace. */
async function measure(how: 'bolt' | 'say' | 'genjin', kind: Kind, uri = ''): Promise<number> {
  const child = startChild('slack-child.ts', [how, apiUrl, SECRET, uri]);
  const url = await child.ask<string>('start');
  await sleep(1_000);
  const answers = kind === 'note' && how !== 'bolt';
  const count = kind === 'note' ? ANSWERED : COUNT;
  const cpu = async () => {
    const { user, system } = await child.ask<NodeJS.CpuUsage>('cpu');
    return user + system;
  };
  await load(url, kind, WARM[kind], answers);
  const rest = await cpu();
  await sleep(IDLE_MS);
  const before = await cpu();
  const began = performance.now();
  await load(url, kind, count, answers);
  const idle = ((before - rest) / IDLE_MS) * (performance.now() - began);
  const spent = (await cpu()) - before - idle;
  if (how === 'genjin' && kind === 'note') await tellShares(child, url, count);
  await child.stop();
  return spent / count;
}

/** The same messages once more, by where their CPU goes: a profile's own cost is in no other figure. */
async function tellShares(child: Child, url: string, count: number): Promise<void> {
  await child.ask('profile');
  await load(url, 'note', count, true);
  for (const [group, share] of await child.ask<[string, number][]>('shares'))
    tell(lineText({ what: `of the bot's CPU for messages and their answers: ${group}`, figure: percent(share) }));
}

async function ours(kind: Kind): Promise<number> {
  const store = startChild('store-child.ts');
  const cost = await measure('genjin', kind, await store.ask<string>('start'));
  await store.stop();
  return cost;
}

const us = (value: number): string => `${Math.round(value)} µs`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const times = (value: number): string => `${value.toFixed(1)}×`;

const tell = (line: string) => process.stdout.write(`${line}\n`);
const [empty, stored] = [await measure('bolt', 'deletion'), await ours('deletion')];
tell(lineText({ what: 'CPU for an event, bare Bolt with an empty handler', figure: us(empty) }));
tell(lineText({ what: 'CPU for an event, stored and acknowledged', figure: us(stored) }));
const first = atMost('stored and acknowledged against bare Bolt', stored / empty, MOST, times);
tell(lineText(first));
const [bare, whole] = [await measure('say', 'note'), await ours('note')];
tell(lineText({ what: 'CPU for a message with its answer, bare Bolt and say()', figure: us(bare) }));
tell(lineText({ what: 'CPU for a message with its answer, understood, committed and applied', figure: us(whole) }));
const second = atMost('a whole message against Bolt and say()', whole / bare, MOST, times);
tell(lineText(second));
if (first.pass === false || second.pass === false) process.exitCode = 1;
slack.close();
slack.closeAllConnections();

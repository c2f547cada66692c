import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readAll } from './read-all.ts';

export const HOOK_KEY = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa';

/**
 * How a post goes wrong (or `fine`): an errcode, 502, led elsewhere, cut before it is done, done and its answer lost or
 * cut short, or hanging. */
export type HookFault = number | 'fine' | 'busy' | 'broken' | 'moved' | 'cut' | 'lost' | 'truncated' | 'hanging';

/** One post that a group was shown. */
export interface HookPost {
  key: string;
  content: string;
  mentioned_list?: string[];
}

/** WeCom's webhooks on loopback: a group for each key, 20 posts a minute, texts within their bytes. */
export interface FakeWecomHook {
  /** The address of the group behind a key that begins with `HOOK_KEY`. */
  urlOf(key: string): string;
  posts: HookPost[];
  /** All posts that were tried, and when (monotonic milliseconds). */
  tries: { key: string; content: string; at: number }[];
  failNext(...faults: HookFault[]): void;
  /** From now on every post asks this how it goes wrong. */
  fail(how: (key: string) => HookFault | undefined): void;
  close(): Promise<void>;
}

/** `minuteMs`: how long WeCom's minute lasts. */
export async function openFakeWecomHook(minuteMs = 60_000): Promise<FakeWecomHook> {
  const faults: HookFault[] = [];
  const posts: FakeWecomHook['posts'] = [];
  const tries: FakeWecomHook['tries'] = [];
  let always: (key: string) => HookFault | undefined = () => undefined;

  async function front(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await readAll(request);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const key = searchParams.get('key') ?? '';
    const json = (errcode: number, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ errcode, errmsg: 'x' }));
    if (pathname !== '/cgi-bin/webhook/send' || !key.startsWith(HOOK_KEY)) return void json(93_000);
    const { msgtype, text } = JSON.parse(raw);
    tries.push({ key, content: text.content, at: performance.now() });
    const fault = faults.shift() ?? always(key);
    if (fault === 'hanging') return;
    if (fault === 'cut') return void response.destroy();
    if (fault === 'broken') return void json(0, 502);
    if (fault === 'moved') return void response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end();
    if (fault === 'busy') return void json(45_009);
    if (typeof fault === 'number') return void json(fault);
    const lately = tries.filter((one) => one.key === key && performance.now() - one.at < minuteMs);
    if (lately.length > 20) return void json(45_009);
    if (/\\u[0-9a-f]{4}/i.test(raw)) return void json(40_033);
    if (msgtype !== 'text') return void json(40_008);
    if (text.content === '' || Buffer.byteLength(text.content) > 2_048) return void json(45_002);
    posts.push({ key, ...text });
    if (fault === 'lost') return void response.destroy();
    if (fault === 'truncated') return void response.end('{"errcode":0,');
    json(0);
  }

  const server = createServer((request, response) => void front(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (key) => `http://127.0.0.1:${port}/cgi-bin/webhook/send?key=${key}`,
    posts,
    tries,
    failNext: (...next) => void faults.push(...next),
    fail: (how) => {
      always = how;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

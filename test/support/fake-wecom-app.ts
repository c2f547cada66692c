import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readAll } from './read-all.ts';
import { cardFault, contentOf, Errcode, textOfCard } from './wecom-app-cards.ts';

export const CORP = 'ww1436e0e65a779aee';
export const AGENT = 1000002;
export const SECRET = 'secret-of-the-app-0123456789abcdef';

/** How a call goes wrong (or `fine`): an errcode, 500, cut before it is done, done and its answer lost or cut short, or hanging. */
export type Fault = number | 'fine' | 'broken' | 'cut' | 'lost' | 'truncated' | 'hanging';
type Faults = (path: string, body: Record<string, unknown>) => Fault | undefined;

export interface WecomCall {
  path: string;
  body: Record<string, unknown>;
  /** Monotonic milliseconds. */
  at: number;
}

/** One message that a member, or a group, was shown. */
export interface WecomShown {
  to: string;
  type: string;
  text: string;
  task?: string;
  /** Ids of what can be pressed. */
  buttons?: string[];
}

/** WeCom's server API on loopback, with its limits, its failures and its memory. */
export interface FakeWecom {
  apiUrl: string;
  calls: WecomCall[];
  shown: WecomShown[];
  files: { name: string; text: string }[];
  /** What members have sent, by its id. */
  media: Map<string, { type: string; bytes: Buffer; afterMs?: number }>;
  /** Groups that the app has made, by their ids. */
  groups: Map<string, { name: string; userlist: string[] }>;
  /** Messages over the limit of a member, which WeCom drops without a word. */
  dropped: number;
  /** Tokens given out so far. */
  tokens: number;
  /** The next calls of a path go wrong like this, one after the other. */
  failNext(path: string, ...faults: Fault[]): void;
  /** From now on every call asks this how it goes wrong. */
  fail(how: Faults): void;
  /** Every token given out so far is forgotten, as WeCom may do early. */
  forgetTokens(errcode?: 40014 | 42001): void;
  /** A code by which a card can be changed once, as each press brings one. */
  newCode(task: string): string;
  /** Time passes for codes and for what counts as said twice. */
  pass(ms: number): void;
  close(): Promise<void>;
}

const MEMBERS = new Set(['lin', 'zhang', 'emma', 'chen', 'li', 'stranger']);
const PER_MINUTE = 30;
const CODE_MS = 72 * 3_600_000;

export async function openFakeWecom(): Promise<FakeWecom> {
  const faults = new Map<string, Fault[]>();
  const good = new Set<string>();
  const codes = new Map<string, { task: string; at: number }>();
  const said = new Map<string, number>();
  const sentTo = new Map<string, number[]>();
  const uploaded = new Set<string>();
  let always: Faults = () => undefined;
  let badToken: 40014 | 42001 = 42001;
  let count = 0;
  let passed = 0;
  const now = () => performance.now() + passed;

  async function front(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://wecom');
    const path = url.pathname.replace('/cgi-bin/', '');
    const raw = await readAll(request);
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const body: Record<string, unknown> = (request.headers['content-type'] ?? '').startsWith('multipart/')
      ? { file: raw }
      : raw === ''
        ? {}
        : JSON.parse(raw);
    fake.calls.push({ path, body, at: performance.now() });
    const fault = faults.get(path)?.shift() ?? always(path, body);
    if (fault === 'broken') return void json({}, 500);
    if (fault === 'hanging') return;
    if (fault === 'cut') return void response.destroy();
    try {
      if (typeof fault === 'number') throw new Errcode(fault);
      if (/\\u[0-9a-f]{4}/i.test(raw)) throw new Errcode(40033);
      if (path !== 'gettoken' && !good.has(url.searchParams.get('access_token') ?? '')) throw new Errcode(badToken);
      if (path === 'media/get') return void (await serveMedia(url.searchParams.get('media_id') ?? '', response));
      const answer = handle(path, url.searchParams, body);
      if (fault === 'lost') return void response.destroy();
      if (fault === 'truncated') return void response.end('{"errcode":0,');
      json({ errcode: 0, errmsg: 'ok', ...answer });
    } catch (error) {
      if (!(error instanceof Errcode)) throw error;
      json({ errcode: error.errcode, errmsg: `hint, from ip: 203.0.113.9` });
    }
  }

  function handle(path: string, query: URLSearchParams, body: Record<string, unknown>): Record<string, unknown> {
    switch (path) {
      case 'gettoken':
        return giveToken(query);
      case 'message/send':
        return send(body);
      case 'message/update_template_card':
        return update(body);
      case 'media/upload':
        return upload(body);
      case 'appchat/create':
        return createGroup(body);
      case 'appchat/send':
        if (!fake.groups.has(String(body.chatid))) throw new Errcode(86_003);
        show(String(body.chatid), body);
        return {};
      case 'appchat/get':
        if (!fake.groups.has(query.get('chatid') ?? '')) throw new Errcode(86_003);
        return { chat_info: fake.groups.get(query.get('chatid') ?? '') };
      case 'agent/get':
        if (query.get('agentid') !== String(AGENT)) throw new Errcode(301_002);
        return { name: 'Genjin' };
      case 'externalcontact/get':
        if (query.get('external_userid') !== 'wmLu') throw new Errcode(84_061);
        return { external_contact: { name: '陆青', corp_name: '澄海机械' } };
      case 'user/get':
        if (!MEMBERS.has(query.get('userid') ?? '')) throw new Errcode(60_111);
        return { userid: query.get('userid'), name: query.get('userid') === 'lin' ? '林悦' : query.get('userid') };
      default:
        throw new Errcode(404);
    }
  }

  function giveToken(query: URLSearchParams): Record<string, unknown> {
    if (query.get('corpid') !== CORP) throw new Errcode(40_013);
    if (query.get('corpsecret') !== SECRET) throw new Errcode(40_001);
    // Asked again within its life, WeCom gives the same one.
    const [living] = good;
    if (living !== undefined) return { access_token: living, expires_in: 7200 };
    fake.tokens += 1;
    const access_token = `token-${fake.tokens}-${'x'.repeat(200)}`;
    good.add(access_token);
    return { access_token, expires_in: 7200 };
  }

  function send(body: Record<string, unknown>): Record<string, unknown> {
    const { touser, agentid, enable_duplicate_check: check, duplicate_check_interval: interval } = body;
    if (agentid !== AGENT) throw new Errcode(40_056);
    if (typeof touser !== 'string' || touser.includes('|') || !MEMBERS.has(touser)) throw new Errcode(81_013);
    const key = JSON.stringify(body);
    const before = said.get(key);
    if (check === 1 && before !== undefined && now() - before < Number(interval) * 1000) return { msgid: 'same' };
    const card = body.template_card as Record<string, unknown> | undefined;
    const task = card === undefined ? undefined : String(card.task_id);
    if (task !== undefined && fake.shown.some((one) => one.task === task)) throw new Errcode(40_058);
    const shown = contentOf(body, uploaded);
    count += 1;
    const lately = (sentTo.get(touser) ?? []).filter((at) => now() - at < 60_000);
    sentTo.set(touser, [...lately, now()]);
    if (lately.length >= PER_MINUTE) {
      fake.dropped += 1;
      return { msgid: `m${count}` };
    }
    said.set(key, now());
    fake.shown.push({ to: touser, ...shown });
    return { msgid: `m${count}`, ...(task === undefined ? {} : { response_code: fake.newCode(task) }) };
  }

  function update(body: Record<string, unknown>): Record<string, unknown> {
    const code = codes.get(String(body.response_code));
    if (code === undefined || now() - code.at > CODE_MS) throw new Errcode(41_066);
    const card = body.template_card as Record<string, unknown>;
    if (cardFault(card) !== null || 'task_id' in card) throw new Errcode(40_058);
    codes.delete(String(body.response_code));
    const one = fake.shown.find(({ task }) => task === code.task);
    if (one !== undefined) one.text = textOfCard(card);
    return {};
  }

  async function serveMedia(id: string, response: ServerResponse): Promise<void> {
    const one = fake.media.get(id);
    if (one === undefined) throw new Errcode(40_007);
    if (one.afterMs !== undefined) await sleep(one.afterMs, undefined, { ref: false });
    const name = { 'content-disposition': `attachment; filename="${id}"` };
    response.writeHead(200, { 'content-type': one.type, ...name }).end(one.bytes);
  }

  function upload({ file }: Record<string, unknown>): Record<string, unknown> {
    const text = String(file);
    const name = /filename="([^"]*)"/.exec(text)?.[1] ?? '';
    if (name === '' || text.length < 5) throw new Errcode(40_006);
    fake.files.push({ name, text: text.slice(text.indexOf('\r\n\r\n') + 4, text.lastIndexOf('\r\n--')) });
    count += 1;
    uploaded.add(`media-${count}`);
    return { media_id: `media-${count}` };
  }

  function createGroup({ name, userlist, owner }: Record<string, unknown>): Record<string, unknown> {
    if (!Array.isArray(userlist) || userlist.length < 2 || !userlist.includes(owner)) throw new Errcode(86_001);
    if (userlist.some((user) => !MEMBERS.has(user))) throw new Errcode(60_111);
    const chatid = `chat${fake.groups.size + 1}`;
    fake.groups.set(chatid, { name: String(name), userlist });
    return { chatid };
  }

  function show(to: string, body: Record<string, unknown>): void {
    fake.shown.push({ to, ...contentOf(body, uploaded) });
  }

  const server = createServer((request, response) => void front(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeWecom = {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    shown: [],
    files: [],
    media: new Map(),
    groups: new Map(),
    dropped: 0,
    tokens: 0,
    failNext: (path, ...next) => void faults.set(path, [...(faults.get(path) ?? []), ...next]),
    fail: (how) => {
      always = how;
    },
    forgetTokens(errcode = 42001) {
      badToken = errcode;
      good.clear();
    },
    newCode(task) {
      count += 1;
      codes.set(`code-${count}`, { task, at: now() });
      return `code-${count}`;
    },
    pass: (ms) => {
      passed += ms;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

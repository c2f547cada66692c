import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Body, CODES, cardRefusal, cardText, contentRefusal, minuteLimit, rendered } from './wecom-bot-rules.ts';

export const BOT_ID = 'aibtest0001';
export const BOT_SECRET = 'secret-of-the-long-connection';

/**
 * How a command goes wrong (or `fine`): not done, and answered with this code, never answered, or the connection lost (`reset`); or
 * done, and its answer or the connection lost (`cut`). */
export type BotFault = number | 'fine' | 'lost' | 'cut' | 'hanging' | 'reset';
type BotFaults = (cmd: string, body: Body) => BotFault | undefined;

/** One thing that a chat shows. */
export interface Shown {
  text: string;
  card?: Body;
  stream?: string;
  finished: boolean;
}

export interface Command {
  cmd: string;
  body: Body;
}

/** WeCom's side of a 智能机器人 on loopback: one connection a bot, and all that WeCom refuses. */
export interface FakeWecomBot {
  url: string;
  /** Commands that were not refused. */
  commands: Command[];
  /** All commands of a bot that is connected, and when they came (monotonic milliseconds). */
  tries: (Command & { at: number })[];
  subscriptions: number;
  shown(chat: string): Shown[];
  failNext(cmd: string, ...faults: BotFault[]): void;
  /** From now on every command asks this how it goes wrong. */
  fail(how: BotFaults): void;
  /** The bot may write to a chat in which somebody has written. */
  know(chat: string): void;
  /** A callback; resolves with its request's id. Null where no bot is connected: nothing is ever sent again. */
  calls(body: Body): string | null;
  event(user: string, event: Body, rest?: Body): string | null;
  /** Frames as they are. */
  raw(text: string): void;
  /** Time passes for what WeCom limits. */
  pass(ms: number): void;
  secret: string;
  drop(): void;
  connected(): boolean;
  close(): Promise<void>;
}

interface Request {
  kind: 'message' | 'enter' | 'press';
  chat: string;
  at: number;
  task?: string;
  used: boolean;
}

const ANSWERED_MS = 5_000;
const STREAM_MS = 360_000;
const DAY_MS = 86_400_000;

export async function openFakeWecomBot(): Promise<FakeWecomBot> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const chats = new Map<string, Shown[]>();
  const known = new Set<string>();
  const tasks = new Set<string>();
  const requests = new Map<string, Request>();
  const streams = new Map<string, { at: number; shown: Shown }>();
  const faults = new Map<string, BotFault[]>();
  let always: BotFaults = () => undefined;
  let current: WebSocket | null = null;
  let offset = 0;
  let count = 0;
  const now = () => performance.now() + offset;
  const overPace = minuteLimit(now);
  const shown = (chat: string) => {
    const here = chats.get(chat) ?? [];
    chats.set(chat, here);
    return here;
  };

  function show(chat: string, body: Body): number {
    if (overPace(chat)) return CODES.pace;
    if (body.msgtype === 'template_card') {
      const card = body.template_card as Body;
      tasks.add(String(card.task_id));
      shown(chat).push({ text: cardText(card), card, finished: true });
    } else {
      const { content } = (body.markdown ?? body.text) as { content: string };
      shown(chat).push({ text: rendered(content), finished: true });
    }
    return 0;
  }

  function stream({ chat }: Request, key: string, { id, content, finish }: Body): number {
    const name = `${key}/${id}`;
    const begun = streams.get(name);
    if (begun === undefined) {
      if (overPace(chat)) return CODES.pace;
      const one = { text: rendered(String(content)), stream: String(id), finished: finish === true };
      shown(chat).push(one);
      streams.set(name, { at: now(), shown: one });
      return 0;
    }
    if (begun.shown.finished || now() - begun.at > STREAM_MS) return CODES.expired;
    begun.shown.text = rendered(String(content));
    begun.shown.finished = finish === true;
    return 0;
  }

  function perform(cmd: string, key: string, body: Body): number {
    if (cmd === 'aibot_send_msg') {
      const chat = String(body.chatid);
      if (!known.has(chat)) return CODES.chat;
      return contentRefusal(body, ['markdown', 'template_card'], tasks) ?? show(chat, body);
    }
    const request = requests.get(key);
    const wanted = {
      aibot_respond_msg: 'message',
      aibot_respond_welcome_msg: 'enter',
      aibot_respond_update_msg: 'press',
    };
    if (request === undefined || wanted[cmd as keyof typeof wanted] !== request.kind) return CODES.request;
    const age = now() - request.at;
    if (age > (request.kind === 'message' ? DAY_MS : ANSWERED_MS)) return CODES.request;
    if (request.kind === 'message') {
      const refused = contentRefusal(body, ['markdown', 'template_card', 'stream'], tasks);
      if (refused !== null) return refused;
      return body.msgtype === 'stream' ? stream(request, key, body.stream as Body) : show(request.chat, body);
    }
    if (request.used) return CODES.request;
    request.used = true;
    if (request.kind === 'enter') return contentRefusal(body, ['text'], tasks) ?? show(request.chat, body);
    const card = body.template_card as Body;
    if (body.response_type !== 'update_template_card' || card.task_id !== request.task) return CODES.parameter;
    const refused = cardRefusal(card);
    const there = shown(request.chat).findLast((one) => one.card?.task_id === request.task);
    if (refused !== null || there === undefined) return refused ?? CODES.parameter;
    Object.assign(there, { card, text: cardText(card) });
    return 0;
  }

  server.on('connection', (socket) => {
    let subscribed = false;
    socket.on('close', () => {
      if (current === socket) current = null;
    });
    socket.on('message', (data) => {
      // What had arrived when the connection fell was not read any more.
      if (socket.readyState !== socket.OPEN) return;
      const { cmd, headers, body = {} } = JSON.parse(String(data)) as { cmd: string; headers: Body; body?: Body };
      const answer = (errcode: number) =>
        socket.send(JSON.stringify({ headers, errcode, errmsg: errcode === 0 ? 'ok' : 'refused' }));
      if (cmd === 'ping') return answer(0);
      if (cmd === 'aibot_subscribe') {
        fake.subscriptions += 1;
        if (body.bot_id !== BOT_ID || body.secret !== fake.secret) return answer(40_001);
        if (current !== null && current !== socket) {
          current.send(
            callback('aibot_event_callback', 'x', {
              ...envelope('', 'event'),
              event: { eventtype: 'disconnected_event' },
            }),
          );
          current.close();
        }
        // What came by another connection can be answered by this one no more.
        requests.clear();
        current = socket;
        subscribed = true;
        return answer(0);
      }
      if (!subscribed || current !== socket) return answer(CODES.subscribed);
      fake.tries.push({ cmd, body, at: performance.now() });
      const fault = faults.get(cmd)?.shift() ?? always(cmd, body);
      if (fault === 'hanging') return;
      if (fault === 'reset') return socket.terminate();
      if (typeof fault === 'number') return answer(fault);
      const code = perform(cmd, String(headers.req_id), body);
      if (code === 0) fake.commands.push({ cmd, body });
      if (fault === 'cut') return socket.terminate();
      if (fault !== 'lost') answer(code);
    });
  });

  const envelope = (user: string, msgtype: string): Body => ({
    msgid: `msg-${count}`,
    aibotid: BOT_ID,
    create_time: 1_795_400_000 + count,
    from: { userid: user },
    msgtype,
  });
  const callback = (cmd: string, key: string, body: Body) => JSON.stringify({ cmd, headers: { req_id: key }, body });

  function bring(cmd: string, body: Body, request: Omit<Request, 'at' | 'used'>): string | null {
    if (current === null) return null;
    const key = `req-${count}`;
    requests.set(key, { ...request, at: now(), used: false });
    current.send(callback(cmd, key, body));
    return key;
  }

  const fake: FakeWecomBot = {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    commands: [],
    tries: [],
    subscriptions: 0,
    secret: BOT_SECRET,
    shown,
    failNext: (cmd, ...next) => void faults.set(cmd, [...(faults.get(cmd) ?? []), ...next]),
    fail: (how) => {
      always = how;
    },
    know: (chat) => void known.add(chat),
    calls(body) {
      count += 1;
      const user = String((body.from as Body | undefined)?.userid ?? 'lin');
      const whole: Body = { ...envelope(user, 'text'), chattype: 'single', ...body };
      const chat = whole.chattype === 'group' ? String(whole.chatid) : user;
      known.add(chat);
      return bring('aibot_msg_callback', whole, { kind: 'message', chat });
    },
    event(user, event, rest = {}) {
      count += 1;
      const whole: Body = { ...envelope(user, 'event'), chattype: 'single', event, ...rest };
      const press = event.template_card_event as Body | undefined;
      const chat = whole.chattype === 'group' ? String(whole.chatid) : user;
      if (press === undefined) return bring('aibot_event_callback', whole, { kind: 'enter', chat });
      return bring('aibot_event_callback', whole, { kind: 'press', chat, task: String(press.task_id) });
    },
    raw: (text) => current?.send(text),
    pass(ms) {
      offset += ms;
    },
    drop: () => current?.terminate(),
    connected: () => current !== null,
    async close() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

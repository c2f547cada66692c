import { setTimeout as sleep } from 'node:timers/promises';
import {
  type TemplateCard,
  WSAuthFailureError,
  WSClient,
  type WsFrame,
  type WsFrameHeaders,
} from '@wecom/aibot-node-sdk';
import { ServiceError } from '../../src/errors.ts';
import type { WecomBotSettings } from './wecom-bot-config.ts';
import type { BotContent } from './wecom-bot-encode.ts';
import { reachWecom } from './wecom-bot-errors.ts';

/** WeCom guards how often a bot subscribes; a secret that was refused six times is tried again this much later. */
const REFUSED_MS = 300_000;
const HANDSHAKE_MS = 10_000;
const LARGEST_FRAME = 4 * 1024 * 1024;
/** An answer that takes longer is not waited for at the end. */
const FAREWELL_MS = 1_000;

/** What the SDK would log quotes messages and the secret, and what matters reaches us as events. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** What may be said over the connection; each throws WecomRefusal (final) or ServiceError (may be tried again). */
export interface BotLink {
  /** Into a conversation, by itself. */
  send(chat: string, content: BotContent): Promise<void>;
  /** As the answer to a message's callback. */
  answer(to: WsFrameHeaders, content: BotContent): Promise<void>;
  /** As an answer that still grows: the same `id` until `finish`. */
  stream(to: WsFrameHeaders, id: string, markdown: string, finish: boolean): Promise<void>;
  /** A pressed card becomes another, within five seconds of the press. */
  update(to: WsFrameHeaders, card: TemplateCard): Promise<void>;
  /** The answer to somebody who came in, within five seconds. */
  welcome(to: WsFrameHeaders, text: string): Promise<void>;
}

export interface ConnectionParts {
  settings: WecomBotSettings;
  heard(frame: WsFrame<unknown>): void;
  connected(): void;
  disconnected(): void;
  /** Another connection of this bot has taken the place of this one, which stays closed. */
  kicked(): void;
  failed(code: string): void;
  /** Milliseconds, shorter in tests. */
  pauses?: { connect?: number; beat?: number; refused?: number };
}

/** The one connection of a bot, by the SDK, which connects again by itself for as long as it is open. */
export function createConnection({ settings, pauses = {}, ...parts }: ConnectionParts) {
  let client: WSClient | null = null;
  let subscribed = false;
  let waiting: NodeJS.Timeout | undefined;
  let ending = false;
  const underWay = new Set<Promise<unknown>>();

  function open(): void {
    if (client !== null) return;
    const own = new WSClient({
      botId: settings.bot,
      secret: settings.secret,
      wsUrl: settings.url,
      wsOptions: { handshakeTimeout: HANDSHAKE_MS, maxPayload: LARGEST_FRAME },
      maxReconnectAttempts: -1,
      logger: silent,
      ...(pauses.connect === undefined ? {} : { reconnectInterval: pauses.connect }),
      ...(pauses.beat === undefined ? {} : { heartbeatInterval: pauses.beat }),
    });
    const down = () => {
      if (!subscribed) return;
      subscribed = false;
      parts.disconnected();
    };
    const isOwn = () => client === own;
    own.on('authenticated', () => {
      subscribed = isOwn();
      if (subscribed) parts.connected();
    });
    own.on('disconnected', () => isOwn() && down());
    own.on('error', (error) => {
      if (!isOwn()) return;
      parts.failed(failureOf(error));
      if (error instanceof WSAuthFailureError) later();
    });
    own.on('message', (frame) => isOwn() && parts.heard(frame));
    own.on('event', (frame) => {
      if (!isOwn()) return;
      if (frame.body?.event.eventtype !== 'disconnected_event') return parts.heard(frame);
      client = null;
      subscribed = false;
      parts.kicked();
    });
    client = own;
    own.connect();
  }

  /** The SDK has given up: a secret may be mended where bots are managed, so it is tried again much later. */
  function later(): void {
    close();
    waiting = setTimeout(open, pauses.refused ?? REFUSED_MS).unref();
  }

  function close(): void {
    clearTimeout(waiting);
    const own = client;
    client = null;
    if (subscribed) parts.disconnected();
    subscribed = false;
    own?.disconnect();
  }

  /** Nothing more is said; what is on its way is waited for, since without its answer nobody would know whether it was said. */
  async function end(): Promise<void> {
    ending = true;
    await Promise.race([Promise.allSettled(underWay), sleep(FAREWELL_MS, undefined, { ref: false })]);
  }

  const say = (command: (own: WSClient) => Promise<unknown>): Promise<void> => {
    const own = client;
    if (own === null || !subscribed || ending) throw new ServiceError('wecom: not connected');
    const said = reachWecom(() => command(own)).finally(() => underWay.delete(said));
    underWay.add(said);
    return said;
  };

  const link: BotLink = {
    send: async (chat, content) => say((own) => own.sendMessage(chat, bodyOf(content))),
    answer: async (to, content) => say((own) => own.reply(to, bodyOf(content))),
    stream: async (to, id, markdown, finish) => say((own) => own.replyStream(to, id, markdown, finish)),
    update: async (to, card) => say((own) => own.updateTemplateCard(to, card)),
    welcome: async (to, content) => say((own) => own.replyWelcome(to, { msgtype: 'text', text: { content } })),
  };

  return { link, open, end, close, subscribed: () => subscribed };
}

const bodyOf = (content: BotContent) =>
  content.kind === 'markdown'
    ? { msgtype: 'markdown' as const, markdown: { content: content.markdown } }
    : { msgtype: 'template_card' as const, template_card: content.card };

/** The SDK tells a refused subscription by its words alone, which end in the errcode. */
function failureOf(error: Error): string {
  if (error instanceof WSAuthFailureError) return 'auth';
  const code = /^Authentication failed: .*\(code: (-?\d+)\)$/s.exec(error.message)?.[1];
  return code === undefined ? 'unreachable' : `auth_${code}`;
}

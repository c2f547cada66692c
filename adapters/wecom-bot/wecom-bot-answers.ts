import type { WsFrameHeaders } from '@wecom/aibot-node-sdk';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import type { BotLink } from './wecom-bot-connection.ts';
import type { BotContent } from './wecom-bot-encode.ts';
import { isStale } from './wecom-bot-errors.ts';

/** After so long without an answer the person sees that it is being worked on. */
const THINKING_MS = 2_000;
/** WeCom ends a stream six minutes after its first frame. */
const STREAM_MS = 330_000;
const HELD = 2_000;

interface Waiting {
  chat: string;
  to: WsFrameHeaders;
  /** The id of the stream that has begun. */
  stream: string | null;
  timer: NodeJS.Timeout | undefined;
}

export interface AnswersParts {
  link: BotLink;
  texts(): Promise<{ thinking: string; below: string; later: string; directly: string }>;
  thinkingMs?: number;
}

/**
 * Callbacks of messages that may still be answered in place, by the message's cause. The first thing said goes there, the
 * rest goes into the conversation by itself, as does everything once the connection is another one.
 */
export function createAnswers({ link, texts, thinkingMs = THINKING_MS }: AnswersParts) {
  const waiting = new Map<string, Waiting>();

  function forget(cause: string): Waiting | null {
    const one = waiting.get(cause) ?? null;
    clearTimeout(one?.timer);
    waiting.delete(cause);
    return one;
  }

  async function begin(cause: string, one: Waiting): Promise<void> {
    const { thinking } = await texts();
    if (waiting.get(cause) !== one) return;
    one.stream = `stream-${cause}`.slice(-64);
    one.timer = setTimeout(() => void end(cause, 'later'), STREAM_MS).unref();
    await link.stream(one.to, one.stream, thinking, false).catch(() => {});
  }

  /** Ends a stream that brings no answer. */
  async function end(cause: string, how: 'later' | 'directly' | 'silent'): Promise<void> {
    const one = forget(cause);
    if (one === null) return;
    const words = how === 'silent' ? '✓' : (await texts())[how];
    const said: BotContent = { kind: 'markdown', markdown: words, words };
    if (one.stream !== null) await link.stream(one.to, one.stream, words, true).catch(() => {});
    else if (how === 'directly') await link.answer(one.to, said).catch(() => {});
  }

  return {
    /** A message has been stored; `handled` resolves with what is said because of it. */
    expect(cause: string, chat: string, to: WsFrameHeaders, handled: Promise<Reply[]>): void {
      const one: Waiting = { chat, to, stream: null, timer: undefined };
      one.timer = setTimeout(() => void begin(cause, one), thinkingMs).unref();
      const [oldest] = waiting.keys();
      if (waiting.size >= HELD && oldest !== undefined) forget(oldest);
      waiting.set(cause, one);
      handled.then(
        (replies) => {
          if (waiting.get(cause) !== one) return;
          if (one.stream === null) clearTimeout(one.timer);
          const here = replies.some((reply) => !reply.private);
          if (!here) void end(cause, replies.length > 0 ? 'directly' : 'silent');
        },
        () => void end(cause, 'later'),
      );
    },

    /** Says something as the answer to a message; false where it must be sent by itself. */
    async answer(cause: string, chat: string, content: BotContent): Promise<boolean> {
      if (waiting.get(cause)?.chat !== chat) return false;
      const one = forget(cause);
      if (one === null) return false;
      try {
        if (one.stream === null) await link.answer(one.to, content);
        else if (content.kind === 'markdown') await link.stream(one.to, one.stream, content.markdown, true);
        else await link.stream(one.to, one.stream, (await texts()).below, true);
        return one.stream === null || content.kind === 'markdown';
      } catch (error) {
        if (isStale(error)) return false;
        throw error;
      }
    },

    /** What came by a connection that is gone cannot be answered by another. */
    clear(): void {
      for (const cause of [...waiting.keys()]) forget(cause);
    },
  };
}

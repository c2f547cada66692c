import type { TemplateCard, WsFrameHeaders } from '@wecom/aibot-node-sdk';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import type { BotLink } from './wecom-bot-connection.ts';
import { withPressed } from './wecom-bot-encode.ts';

/** A press is delivered once, and its card changes within five seconds or not at all. */
const OPEN_MS = 4_500;
const SHOWN = 2_000;

/** Cards whose button was pressed a moment ago, by their task: they may still change. */
export function createPresses(link: BotLink) {
  const open = new Map<string, { to: WsFrameHeaders; until: number }>();
  /** Cards as they are, of this process; one of an earlier process stays as it is when it is pressed. */
  const shown = new Map<string, TemplateCard>();

  function take(task: string): WsFrameHeaders | null {
    const one = open.get(task);
    open.delete(task);
    return one === undefined || one.until < performance.now() ? null : one.to;
  }

  return {
    shows(task: string, card: TemplateCard): void {
      const [oldest] = shown.keys();
      if (shown.size >= SHOWN && oldest !== undefined) shown.delete(oldest);
      shown.set(task, card);
    },

    /** A press has been stored. Where nothing takes the card's place, its button is marked. */
    expect(task: string, key: string, to: WsFrameHeaders, handled: Promise<Reply[]>): void {
      for (const [known, { until }] of open) if (until < performance.now()) open.delete(known);
      open.set(task, { to, until: performance.now() + OPEN_MS });
      handled.then(
        (replies) => {
          if (replies.some(({ replaces }) => replaces !== undefined)) return;
          const card = shown.get(task);
          const still = card === undefined ? null : take(task);
          if (card === undefined || still === null) return;
          const marked = withPressed(card, key);
          shown.set(task, marked);
          link.update(still, marked).catch(() => {});
        },
        () => void open.delete(task),
      );
    },

    take,
    clear: () => open.clear(),
  };
}

import type { IncomingEvent } from '../../src/chat/chat-adapter.ts';
import type { Place } from '../../src/chat/platform-posts.ts';

/** What came from Slack, in our terms; `ignored`: nothing for us. */
export type Heard =
  | {
      kind: 'event';
      event: IncomingEvent;
      place: Place;
      /** Said in a thread without naming the bot: for us only where the bot has spoken in that thread. */
      onlyIfAnswering: boolean;
    }
  | { kind: 'emptyCommand' }
  /** Somebody came to a channel or left it, or it became another kind of channel. */
  | { kind: 'membership'; channel: string }
  | { kind: 'ignored' };

export const IGNORED: Heard = { kind: 'ignored' };

/** Slack's stamps are seconds with a fraction that makes them unique. */
export const instant = (ts: string): Date => new Date(Math.floor(Number.parseFloat(ts) * 1000) || 0);

import type { IncomingEvent, Thing } from '../../src/chat/chat-adapter.ts';
import type { Place } from '../../src/chat/platform-posts.ts';
import type { SlackFile } from './slack-message.ts';

export type FileEvent = Omit<IncomingEvent & { kind: 'thing' }, keyof Thing>;

export type PressEvent = IncomingEvent & { kind: 'action' };

export interface Asker {
  room: string;
  user: string;
}

/** What came from Slack, in our terms; `ignored`: nothing for us. */
export type Heard =
  | {
      kind: 'event';
      event: IncomingEvent;
      place: Place;
      /** Said in a thread without naming the bot: for us only where the bot has spoken in that thread. */
      onlyIfAnswering: boolean;
    }
  /** Files, with or without words; `event` is what one of them is, but for what it is and whether it can be had. */
  | {
      kind: 'files';
      said: (Heard & { kind: 'event' }) | null;
      files: { event: FileEvent; file: SlackFile }[];
      place: Place;
      onlyIfAnswering: boolean;
    }
  /** A press that may open a form; `trigger` opens one, once, within three seconds. */
  | { kind: 'press'; event: PressEvent; place: Place; trigger: string; givesFile: boolean }
  /** A form was sent. */
  | { kind: 'submission'; event: IncomingEvent & { kind: 'submit' }; place: Place }
  /** A searched choice asks what to offer. */
  | { kind: 'options'; asked: Asker & { action: string; field: string; typed: string } }
  /** Somebody opened the app's home. */
  | { kind: 'home'; user: string }
  /** Somebody posted links to pages of ours. */
  | { kind: 'links'; asker: Asker; urls: string[]; channel: string; ts: string }
  | { kind: 'emptyCommand' }
  /** "Log this" of a message in which there is nothing to log. */
  | { kind: 'nothingToLog'; user: string }
  /** Somebody came to a channel or left it, or it became another kind of channel. */
  | { kind: 'membership'; channel: string }
  | { kind: 'ignored' };

export const IGNORED: Heard = { kind: 'ignored' };

/** Slack's stamps are seconds with a fraction that makes them unique. */
export const instant = (ts: string): Date => new Date(Math.floor(Number.parseFloat(ts) * 1000) || 0);

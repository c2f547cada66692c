import type { Place } from './slack-heard.ts';

/** One of our outbox rows at Slack. `ts`: its messages, in order; empty while it is not known whether they were posted. */
export interface Post {
  channel: string;
  thread?: string;
  ts: string[];
  at: Date;
}

/** What must be known of Slack's side after a restart: which message carries which row, and where answers belong. */
export interface SlackPosts {
  prepare(): Promise<void>;
  /** Notes that a row is about to be posted; gives what is there of an earlier try, else null. */
  begin(row: string, place: Place, at: Date): Promise<Post | null>;
  /** The row is at Slack: `post.ts` shows it. */
  posted(row: string, post: Post): Promise<void>;
  find(row: string): Promise<Post | null>;
  /** Our row that a message shows; the latest, where it was changed. */
  rowAt(channel: string, ts: string): Promise<string | null>;
  /** Whether the bot has spoken in a thread, or began it. */
  spokeIn(channel: string, thread: string): Promise<boolean>;
  /** Notes where the answers to a cause belong. */
  setPlace(cause: string, place: Place, at: Date): Promise<void>;
  placeOf(cause: string): Promise<Place | null>;
}

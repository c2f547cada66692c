/** Where something was said: the platform's channel (or room), and the thread that the answer belongs to. */
export interface Place {
  channel: string;
  thread?: string;
}

/** One of our outbox rows at a platform. `messages`: their ids, in order; empty while it is not known whether they are there. */
export interface Post extends Place {
  messages: string[];
  at: Date;
}

/** What an adapter must know of the platform's side after a restart: which message carries which row, and where answers belong. */
export interface PlatformPosts {
  prepare(): Promise<void>;
  /** Notes that a row is about to be posted; gives what is there of an earlier try, else null. */
  begin(row: string, place: Place, at: Date): Promise<Post | null>;
  /** The row is at the platform: `post.messages` show it. */
  posted(row: string, post: Post): Promise<void>;
  find(row: string): Promise<Post | null>;
  /** Our row that a message shows; the latest, where it was changed. */
  rowAt(channel: string, message: string): Promise<string | null>;
  /** Whether the bot has spoken in a thread, or began it. */
  spokeIn(channel: string, thread: string): Promise<boolean>;
  /** Notes where the answers to a cause belong; without a thread that is what holds anyway, and nothing is written. */
  setPlace(cause: string, place: Place, at: Date): Promise<void>;
  placeOf(cause: string): Promise<Place | null>;
}

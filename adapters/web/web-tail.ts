import type { LogEntry, WebLogStore } from './web-log.ts';

/** Follows the logs of the people whose pages are open in this process. */
export interface WebTail {
  /**
   * Shows a person's lines after `seq` as they come, in order, each once. `show` resolves when the line is on its way.
   * Returns what ends it.
   */
  follow(person: string, seq: number, show: (entry: LogEntry) => Promise<void>): () => void;
  /** How many pages this person follows by. */
  followers(person: string): number;
  /** This process wrote a line: whoever is up to date is shown it without a look at the store. */
  written(entry: LogEntry): void;
  stop(): void;
}

interface Follower {
  person: string;
  /** The last line shown. */
  seq: number;
  show(entry: LogEntry): Promise<void>;
  busy: boolean;
  /** There may be more than was read. */
  more: boolean;
  /** It waited once already for a number that is missing. */
  waited: boolean;
}

const PAGE = 100;
const ASK_AT_ONCE = 500;

/**
 * Lines written by this process are shown at once; those of other processes are found by asking every `pollMs`
 * milliseconds, in one command for all, whether anybody's next number exists.
 */
export function createWebTail(store: WebLogStore, pollMs: number): WebTail {
  const followers = new Map<string, Set<Follower>>();
  const timer = setInterval(() => void poll(), pollMs);
  timer.unref();
  let polling = false;

  async function poll(): Promise<void> {
    if (polling || followers.size === 0) return;
    polling = true;
    const all = [...followers.values()].flatMap((set) => [...set]);
    for (let from = 0; from < all.length; from += ASK_AT_ONCE) {
      const lines = all.slice(from, from + ASK_AT_ONCE).map(({ person, seq }) => ({ person, seq: seq + 1 }));
      const people = await store.present(lines).catch(() => []);
      for (const person of new Set(people)) for (const follower of followers.get(person) ?? []) void readOn(follower);
    }
    polling = false;
  }

  async function readOn(follower: Follower): Promise<void> {
    follower.more = true;
    if (follower.busy) return;
    follower.busy = true;
    while (follower.more && isFollowing(follower)) {
      follower.more = false;
      // A store that does not answer is asked again by the next poll.
      const entries = await store.after(follower.person, follower.seq, PAGE).catch(() => []);
      await showAll(follower, entries);
      if (entries.length === PAGE) follower.more = true;
    }
    follower.busy = false;
  }

  /** A number that is missing is about to be written, and worth waiting for once; after that it never will be. */
  async function showAll(follower: Follower, entries: readonly LogEntry[]): Promise<void> {
    for (const entry of entries) {
      if (entry.seq <= follower.seq) continue;
      if (entry.seq > follower.seq + 1 && !follower.waited) {
        follower.waited = true;
        setTimeout(() => void readOn(follower), pollMs).unref();
        return;
      }
      follower.waited = false;
      follower.seq = entry.seq;
      await follower.show(entry);
      if (!isFollowing(follower)) return;
    }
  }

  const isFollowing = (follower: Follower): boolean => followers.get(follower.person)?.has(follower) ?? false;

  async function showNow(follower: Follower, entry: LogEntry): Promise<void> {
    if (follower.busy || entry.seq !== follower.seq + 1) return readOn(follower);
    follower.busy = true;
    await showAll(follower, [entry]);
    follower.busy = false;
    if (follower.more) await readOn(follower);
  }

  return {
    follow(person, seq, show) {
      const follower: Follower = { person, seq, show, busy: false, more: false, waited: false };
      const set = followers.get(person) ?? new Set();
      followers.set(person, set.add(follower));
      void readOn(follower);
      return () => {
        set.delete(follower);
        if (set.size === 0 && followers.get(person) === set) followers.delete(person);
      };
    },
    followers: (person) => followers.get(person)?.size ?? 0,
    written(entry) {
      for (const follower of followers.get(entry.person) ?? []) void showNow(follower, entry);
    },
    stop() {
      clearInterval(timer);
      followers.clear();
    },
  };
}

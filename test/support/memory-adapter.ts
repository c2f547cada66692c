import type { AdapterState, AdapterStates } from '../../src/chat/adapter-health.ts';
import type { Place, PlatformPosts, Post } from '../../src/chat/platform-posts.ts';
import type { Blob, BlobStore } from '../../src/ports/blob-store.ts';

/** Blobs by a number. */
export function memoryBlobs(): BlobStore & { kept: Blob[] } {
  const kept: Blob[] = [];
  return {
    kept,
    put: async (blob) => `blob-${kept.push(blob)}`,
    get: async (id) => kept[Number(id.slice(5)) - 1] ?? null,
    keepUntil: async () => undefined,
    keptUntil: async () => [],
    erase: async (id) => void delete kept[Number(id.slice(5)) - 1],
  };
}

/** What an adapter keeps of its platform, without a store behind it; it outlives an adapter that is stopped. */
export function memoryPosts(): PlatformPosts {
  const posts = new Map<string, Post>();
  const places = new Map<string, Place>();
  const newest = () => [...posts].toSorted(([, a], [, b]) => b.at.getTime() - a.at.getTime());
  return {
    async prepare() {},
    async begin(row, place, at) {
      const known = posts.get(row);
      if (known !== undefined) return known;
      posts.set(row, { ...place, messages: [], at });
      return null;
    },
    posted: async (row, post) => void posts.set(row, post),
    find: async (row) => posts.get(row) ?? null,
    rowAt: async (channel, message) =>
      newest().find(([, post]) => post.channel === channel && post.messages.includes(message))?.[0] ?? null,
    spokeIn: async (channel, thread) =>
      newest().some(
        ([, post]) => post.channel === channel && (post.thread === thread || post.messages.includes(thread)),
      ),
    setPlace: async (cause, place) => void places.set(cause, place),
    placeOf: async (cause) => places.get(cause) ?? null,
  };
}

/** The state of the one adapter that writes here. */
export function memoryStates(): AdapterStates & { state: AdapterState | null } {
  const states = {
    state: null as AdapterState | null,
    read: async () => states.state,
    noteDeaf: async () => {},
    write: async (_adapter: string, state: AdapterState) => {
      states.state = state;
    },
  };
  return states;
}

import type { SlackState, SlackStates } from '../../adapters/slack/slack-health.ts';
import type { Place } from '../../adapters/slack/slack-heard.ts';
import type { Post, SlackPosts } from '../../adapters/slack/slack-posts.ts';

/** What the adapter keeps, without a store behind it; it outlives an adapter that is stopped. */
export function memorySlackPosts(): SlackPosts {
  const posts = new Map<string, Post>();
  const places = new Map<string, Place>();
  const newest = () => [...posts].toSorted(([, a], [, b]) => b.at.getTime() - a.at.getTime());
  return {
    async prepare() {},
    async begin(row, place, at) {
      const known = posts.get(row);
      if (known !== undefined) return known;
      posts.set(row, { ...place, ts: [], at });
      return null;
    },
    posted: async (row, post) => void posts.set(row, post),
    find: async (row) => posts.get(row) ?? null,
    rowAt: async (channel, ts) =>
      newest().find(([, post]) => post.channel === channel && post.ts.includes(ts))?.[0] ?? null,
    spokeIn: async (channel, thread) =>
      newest().some(([, post]) => post.channel === channel && (post.thread === thread || post.ts.includes(thread))),
    setPlace: async (cause, place) => void places.set(cause, place),
    placeOf: async (cause) => places.get(cause) ?? null,
  };
}

export function memorySlackStates(): SlackStates & { state: SlackState | null } {
  const states = {
    state: null as SlackState | null,
    read: async () => states.state,
    write: async (state: SlackState) => {
      states.state = state;
    },
  };
  return states;
}

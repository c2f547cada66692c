import type { Connection } from 'mongoose';
import { ServiceError } from '../errors.ts';
import type { Write } from '../ledger/ledger-store.ts';
import type { Place, PlatformPosts, Post } from './platform-posts.ts';

const POSTS = 'platform_posts';
const KEPT_SECONDS = 90 * 86_400;
const DUPLICATE = 11_000;
/** Causes heard by this process whose places it need not ask for. */
const REMEMBERED = 5_000;

type PostRow = Post & { _id: string; adapter: string };
type PlaceRow = Place & { _id: string; at: Date };

/** What notes that a row is at an adapter's platform. */
export const postWrite = (adapter: string, row: string, post: Post): Write => ({
  collection: POSTS,
  filter: { _id: row },
  update: { $set: { adapter, ...post } },
  upsert: true,
});

/** One adapter's rows at its platform, and the places of answers, in MongoDB; both go after 90 days. */
export function createPlatformPostStore(connection: Connection, adapter: string): PlatformPosts {
  const posts = connection.collection<PostRow>(POSTS);
  const places = connection.collection<PlaceRow>('platform_places');

  const lately = new Map<string, Place>();

  function remember(cause: string, place: Place): void {
    const [oldest] = lately.keys();
    if (lately.size >= REMEMBERED && oldest !== undefined) lately.delete(oldest);
    lately.set(cause, place);
  }

  return {
    async prepare() {
      await reach(posts.createIndex({ adapter: 1, channel: 1, messages: 1 }));
      await reach(posts.createIndex({ adapter: 1, channel: 1, thread: 1 }));
      await reach(posts.createIndex({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS }));
      await reach(places.createIndex({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS }));
    },
    begin: (row, place, at) =>
      reach(
        posts.insertOne({ _id: row, adapter, ...place, messages: [], at }).then(
          () => null,
          (error: unknown) => {
            if ((error as { code?: unknown }).code !== DUPLICATE) throw error;
            return posts.findOne({ _id: row });
          },
        ),
      ),
    async posted(row, post) {
      await reach(posts.updateOne({ _id: row }, { $set: { adapter, ...post } }, { upsert: true }));
    },
    find: (row) => reach(posts.findOne({ _id: row })),
    async rowAt(channel, message) {
      const row = await reach(
        posts.findOne({ adapter, channel, messages: message }, { sort: { at: -1 }, projection: { _id: 1 } }),
      );
      return row?._id ?? null;
    },
    async spokeIn(channel, thread) {
      const said = await reach(
        posts.findOne({ adapter, channel, $or: [{ thread }, { messages: thread }] }, { projection: { _id: 1 } }),
      );
      return said !== null;
    },
    async setPlace(cause, { channel, thread }, at) {
      if (thread !== undefined)
        await reach(places.updateOne({ _id: cause }, { $set: { channel, at, thread } }, { upsert: true }));
      remember(cause, { channel, ...(thread === undefined ? {} : { thread }) });
    },
    async placeOf(cause) {
      const known = lately.get(cause);
      if (known !== undefined) return known;
      const place = await reach(places.findOne({ _id: cause }));
      if (place === null) return null;
      return { channel: place.channel, ...(place.thread === undefined ? {} : { thread: place.thread }) };
    },
  };
}

/** Nothing can be known now; whoever wants to may try again. */
async function reach<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new ServiceError('the store did not answer', { cause });
  }
}

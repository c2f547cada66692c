import type { Connection } from 'mongoose';
import { type Clock, machineClock } from '../ports/clock.ts';
import { ERASED_WORDS, type Seals, textsOf } from '../ports/seals.ts';
import { createInboxBatches } from './inbox-batch-store.ts';
import type { InboxRow, Stored } from './inbox-row.ts';

export interface InboxStore {
  prepare(): Promise<void>;
  /**
   * Stores an event. At the head (`open`, claimed by `owner`): `behind` when the conversation has an open message
   * already, and nothing was stored then. Waiting: always stored. `known`: this key was stored before.
   */
  insert(row: Pick<InboxRow, '_id' | 'conversation' | 'event' | 'n'>, owner: string | null): Promise<Stored>;
  /** Makes the oldest waiting message the head and claims it; null when there is none or the head is taken. */
  claimNext(conversation: string, owner: string): Promise<InboxRow | null>;
  /** Claims an open message that nobody works on. */
  claimOrphan(owner: string): Promise<InboxRow | null>;
  /** Keys of the open messages that this owner holds. */
  held(owner: string): Promise<string[]>;
  /** Counts one more attempt; null when the row is no longer this owner's to work on. */
  claimAgain(key: string, owner: string): Promise<InboxRow | null>;
  close(key: string, owner: string, state: 'done' | 'dead' | 'kept'): Promise<void>;
  find(key: string): Promise<InboxRow | null>;
  /** The next conversation after `conversation`, by name, in which something waits. */
  nextWaiting(conversation: string): Promise<string | null>;
  /** The latest telling of a message before the event `key`: what it said until now. */
  earlierTelling(conversation: string, message: string, key: string): Promise<InboxRow | null>;
  owners(): Promise<string[]>;
  release(owner: string): Promise<void>;
  dead(limit: number): Promise<InboxRow[]>;
  /** Back into the queue with its attempts forgotten; null when the key names no dead letter. */
  revive(key: string): Promise<InboxRow | null>;
  /** What is kept of those who have not joined, in the order in which it came. */
  kept(limit: number): Promise<InboxRow[]>;
  /** What was kept of somebody who will not join is done with. */
  dismiss(adapter: string, user: string): Promise<void>;
  /** The kept messages of one who has joined go into the queue; returns their conversations. */
  admit(adapter: string, user: string): Promise<string[]>;
}

const MONTH_SECONDS = 30 * 86_400;
const NEVER = new Date(0);

const duplicate = (error: unknown): boolean => (error as { code?: unknown }).code === 11000;

/** Where the words of an event stand. */
const WORDS = ['text', 'values', 'name'];

export function createInboxStore(connection: Connection, seals: Seals, machine: Clock = machineClock): InboxStore {
  const inbox = connection.collection<InboxRow>('inbox');
  const batches = createInboxBatches(inbox);
  const opened = async (rows: InboxRow[]): Promise<InboxRow[]> =>
    seals.open('inbox', rows, (path) => (path.endsWith('values') ? {} : ERASED_WORDS));
  const openedOne = async (row: InboxRow | null): Promise<InboxRow | null> => row && ((await opened([row]))[0] ?? null);
  const orNullWhenHeadIsTaken = (error: unknown) => {
    if (duplicate(error)) return null;
    throw error;
  };

  return {
    async prepare() {
      await inbox.createIndex({ state: 1, conversation: 1, order: 1, n: 1 });
      await inbox.createIndex(
        { conversation: 1 },
        { name: 'one_head', unique: true, partialFilterExpression: { state: 'open' } },
      );
      await inbox.createIndex(
        { order: 1 },
        { name: 'expiry', expireAfterSeconds: MONTH_SECONDS, partialFilterExpression: { state: 'done' } },
      );
    },

    async insert(row, owner) {
      const subject = textsOf(machine.now());
      const words = WORDS.filter((word) => word in row.event).map((word) => ({ path: `event.${word}`, subject }));
      const { _id, ...rest } = await seals.seal('inbox', row, words);
      const claim =
        owner === null
          ? { state: 'waiting' as const, owner, attempts: 0 }
          : { state: 'open' as const, owner, attempts: 1 };
      // `order` never lies before 1970: the filter matches nothing, so this inserts, or finds the key taken.
      const filter = { _id, order: { $lt: NEVER } };
      return batches.insert(filter, { $setOnInsert: { ...rest, ...claim }, $currentDate: { order: true } });
    },

    claimNext: (conversation, owner) =>
      inbox
        .findOneAndUpdate(
          { state: 'waiting', conversation },
          { $set: { state: 'open', owner }, $inc: { attempts: 1 } },
          { sort: { order: 1, n: 1 }, returnDocument: 'after' },
        )
        .catch(orNullWhenHeadIsTaken)
        .then(openedOne),

    claimOrphan: (owner) =>
      inbox
        .findOneAndUpdate(
          { state: 'open', owner: null },
          { $set: { owner }, $inc: { attempts: 1 } },
          { returnDocument: 'after' },
        )
        .then(openedOne),

    held: async (owner) =>
      (await inbox.find({ state: 'open', owner }, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id),

    claimAgain: (key, owner) =>
      inbox
        .findOneAndUpdate({ _id: key, state: 'open', owner }, { $inc: { attempts: 1 } }, { returnDocument: 'after' })
        .then(openedOne),

    close: batches.close,

    find: (key) => inbox.findOne({ _id: key }).then(openedOne),

    async nextWaiting(conversation) {
      const row = await inbox.findOne(
        { state: 'waiting', conversation: { $gt: conversation } },
        { sort: { conversation: 1, order: 1, n: 1 }, projection: { conversation: 1 } },
      );
      return row?.conversation ?? null;
    },

    earlierTelling: (conversation, message, key) =>
      inbox
        .findOne(
          {
            state: { $in: ['done', 'dead'] },
            conversation,
            'event.message': message,
            'event.kind': { $in: ['message', 'edit'] },
            _id: { $ne: key },
          },
          { sort: { order: -1, n: -1 } },
        )
        .then(openedOne),

    owners: async () =>
      (await inbox.distinct('owner', { state: 'open' })).filter((owner): owner is string => owner !== null),

    async release(owner) {
      await inbox.updateMany({ state: 'open', owner }, { $set: { owner: null } });
    },

    dead: async (limit) =>
      opened(await inbox.find({ state: 'dead' }).sort({ conversation: 1, order: 1, n: 1 }).limit(limit).toArray()),

    revive: (key) =>
      inbox
        .findOneAndUpdate({ _id: key, state: 'dead' }, { $set: { state: 'waiting', owner: null, attempts: 0 } })
        .then(openedOne),

    kept: async (limit) => opened(await inbox.find({ state: 'kept' }).sort({ order: 1, n: 1 }).limit(limit).toArray()),

    async dismiss(adapter, user) {
      await inbox.updateMany(
        { state: 'kept', 'event.adapter': adapter, 'event.user': user },
        { $set: { state: 'done' } },
      );
    },

    async admit(adapter, user) {
      const mine = { state: 'kept' as const, 'event.adapter': adapter, 'event.user': user };
      const conversations = await inbox.distinct('conversation', mine);
      await inbox.updateMany(mine, { $set: { state: 'waiting', attempts: 0 } });
      return conversations;
    },
  };
}

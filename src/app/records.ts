import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { conversationKind, questionKind } from '../chat/conversation.ts';
import { createWorker } from '../chat/worker.ts';
import { createWorkerStore } from '../chat/worker-store.ts';
import { createSignInStore } from '../crm/person/sign-in-store.ts';
import { createStores, crmKinds } from '../crm/stores.ts';
import type { ChangeSet } from '../ledger/change-set.ts';
import { createLedger } from '../ledger/create-ledger.ts';
import { createSeals } from '../ledger/create-seals.ts';
import type { TextPlaces } from '../ledger/erasure/blank-texts.ts';
import { eraseSubject } from '../ledger/erasure/erase-subject.ts';
import { eraseKeptUntil } from '../ledger/erasure/subject-blobs.ts';
import type { AnyKind, Ledger } from '../ledger/ledger.ts';
import { prepareStore } from '../ledger/migrate.ts';
import { mongoLedgerStore } from '../ledger/mongo-ledger-store.ts';
import { sealedStore } from '../ledger/sealed-store.ts';
import { mongoSubjectKeys } from '../ledger/subject-keys.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import { type Clock, machineClock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { ruleKinds } from '../rules/create-rules.ts';

/** Collections beside the records that belong to the business, for backups. */
export const otherCollections: readonly string[] = [
  'web_log',
  'platform_posts',
  'platform_places',
  'blobs',
  'blob_chunks',
];

/** Where texts lie beside the ledger. */
const textPlaces: TextPlaces = {
  inbox: { words: ['event.text', 'event.values', 'event.name'] },
  outbox: { words: ['message'] },
  web_log: {
    words: [
      'item.said.text',
      ...['text', 'card', 'table', 'chart', 'footer', 'buttons'].map((part) => `item.reply.${part}`),
    ],
    names: ['item.said.from.name'],
  },
  model_calls: { words: ['text'] },
};

/** Every kind of record that the product keeps. */
export const allKinds: readonly AnyKind[] = [...crmKinds, conversationKind, questionKind, ...ruleKinds];

export type Records = Awaited<ReturnType<typeof openRecords>>;

/**
 * The book and its readers over one store, made ready for this program; a store of a newer one is refused. `onCommit` is
 * told of every set that this process commits.
 */
export async function openRecords(connection: Connection, parts: { clock: Clock; logger: Logger }) {
  const { db } = connection;
  if (db === undefined) throw new Error('the connection is open');
  const worker = createWorker(createWorkerStore(connection), parts.logger);
  const listeners: ((set: ChangeSet) => void)[] = [];
  const seals = createSeals(mongoSubjectKeys(db, machineClock));
  const store = sealedStore(mongoLedgerStore(db), { seals, kinds: allKinds, machine: machineClock });
  const book = createLedger({
    store,
    kinds: allKinds,
    clock: parts.clock,
    logger: parts.logger,
    worker: worker.id,
  });
  await prepareStore({ db, ledger: book });
  const ledger: Ledger = {
    ...book,
    async record(cause, decide) {
      const recorded = await book.record(cause, decide);
      if (recorded.kind === 'committed') for (const tell of listeners) tell(recorded.set);
      return recorded;
    },
  };
  return {
    connection,
    db,
    seals,
    /** The ledger's store, for whoever looks at the ledger as a whole. */
    ledgerStore: store,
    ledger,
    worker,
    stores: createStores(connection),
    signIns: createSignInStore(connection, machineClock),
    clock: parts.clock,
    logger: parts.logger,
    /** Erases a customer (`account:<id>`) or a colleague (`person:<id>`), in all that is kept here. */
    eraseSubject: (subject: string, blobs: BlobStore, settle: (ms: number) => Promise<unknown> = sleep) =>
      eraseSubject(subject, { db, ledger, seals, kinds: allKinds, places: textPlaces, blobs, settle }),
    /** Erases the files whose time is over: lists that were brought in. */
    expireFiles: (blobs: BlobStore) => eraseKeptUntil(parts.clock.now(), { db, kinds: allKinds, blobs }),
    onCommit: (tell: (set: ChangeSet) => void) => void listeners.push(tell),
  };
}

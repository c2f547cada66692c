import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../../infra/embedded-mongo/start-embedded-mongo.ts';
import { createLedger } from '../../ledger/create-ledger.ts';
import { createSeals } from '../../ledger/create-seals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { ledgerIndexes, mongoLedgerStore } from '../../ledger/mongo-ledger-store.ts';
import { sealedStore } from '../../ledger/sealed-store.ts';
import { mongoSubjectKeys } from '../../ledger/subject-keys.ts';
import { machineClock } from '../../ports/clock.ts';
import { silentLogger } from '../../ports/logger.ts';
import type { RecheckHandler } from '../capability.ts';
import { type Chat, createChat } from '../chat.ts';
import type { ChatAdapter, Pace, Reply } from '../chat-adapter.ts';
import { conversationKind, questionKind } from '../conversation.ts';
import { createInboxStore } from '../inbox-store.ts';
import { createOutboxStore } from '../outbox-store.ts';
import { createWorker } from '../worker.ts';
import { createWorkerStore } from '../worker-store.ts';
import { noJoining } from './no-joining.ts';
import { createToyCapability, noteKind, type ToyViewer, toyReader } from './toy-capability.ts';
import { people } from './toy-talk.ts';

export interface ToyStore {
  /** A bot on a database of that name. */
  bot(database: string, options?: ToyOptions): Promise<ToyBot>;
  stop(): Promise<void>;
}

export async function startToyStore(): Promise<ToyStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'genjin-chat-'));
  const server = await startEmbeddedMongo({ dataDir });
  return {
    bot: (database, options) => startToyBot(server.uri, database, options),
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export interface ToyOptions {
  faults?: { failures: number };
  deliver?: (reply: Reply) => Promise<void>;
  pace?: Pace;
  rechecks?: ReadonlyMap<string, RecheckHandler>;
  /** Hours that this process's clock runs ahead. */
  ahead?: number;
  sole?: boolean;
}

export type ToyBot = Awaited<ReturnType<typeof startToyBot>>;

/** One process of the bot on a store, with an adapter that shows what it is given. */
async function startToyBot(uri: string, dbName: string, options: ToyOptions = {}) {
  const connection = await mongoose
    .createConnection(uri, { dbName, writeConcern: { w: 'majority', journal: true } })
    .asPromise();
  const { db } = connection;
  if (db === undefined) throw new Error('not connected');
  await ledgerIndexes(db);
  const clock = {
    shift: (options.ahead ?? 0) * 3_600_000,
    now: () => new Date(performance.timeOrigin + performance.now() + clock.shift),
  };
  const worker = createWorker(createWorkerStore(connection), silentLogger, { beatMs: 40 });
  const kinds = [conversationKind, questionKind, noteKind];
  const seals = createSeals(mongoSubjectKeys(db, machineClock));
  const book = createLedger({
    store: sealedStore(mongoLedgerStore(db), { seals, kinds, machine: machineClock }),
    kinds,
    clock,
    worker: worker.id,
  });
  const ledger: Ledger = {
    ...book,
    async record(cause, decide) {
      const recorded = await book.record(cause, decide);
      if (recorded.kind === 'committed') chat.committed(recorded.set);
      return recorded;
    },
  };
  const shown: Reply[] = [];
  const adapter: ChatAdapter = {
    name: 'web',
    ...(options.pace === undefined ? {} : { pace: options.pace }),
    async start() {},
    async stop() {},
    async deliver(reply) {
      await options.deliver?.(reply);
      shown.push(reply);
    },
  };
  const inboxStore = createInboxStore(connection, seals);
  const outboxStore = createOutboxStore(connection, seals);
  const chat: Chat = createChat<ToyViewer>({
    ledger,
    capabilities: [createToyCapability(options.faults)],
    reader: toyReader,
    resolvePerson: async (_, user) => people[user] ?? { id: user, name: user, locale: 'en', zone: 'UTC' },
    viewerFor: async (speaker, room) => ({ person: speaker.id, room }),
    guide: async () => null,
    allowPush: async (_draft, _person, at) => ({ notBefore: at, recheck: { check: 'none', facts: {} } }),
    joining: noJoining,
    houseLocale: () => 'en',
    localeOf: () => 'en',
    hasLeft: async () => false,
    clock,
    machine: machineClock,
    inbox: inboxStore,
    outbox: outboxStore,
    worker,
    adapters: [adapter],
    logger: silentLogger,
    retryMs: 10,
    sweepMs: 200,
    ...(options.rechecks === undefined ? {} : { rechecks: options.rechecks }),
    sole: options.sole ?? false,
  });
  await chat.start();
  let count = 0;
  return {
    chat,
    clock,
    ledger,
    worker,
    connection,
    inboxStore,
    outboxStore,
    shown,
    shownTexts: () => shown.map(({ message }) => message.text),
    notes: async () =>
      (await db.collection('notes').find().sort({ updatedAt: 1 }).toArray()).map((note) => String(note.text)),
    accept: (user: string, text: string, key = `${worker.id()}:${++count}`) =>
      chat.host.accept({
        key,
        adapter: 'web',
        room: `direct:${user}`,
        user,
        sentAt: clock.now(),
        kind: 'message',
        message: `web:${key}`,
        text,
      }),
    async stop() {
      await chat.stop();
      await ledger.close();
      await connection.close();
    },
    /** Dies without a word: its rows stay claimed and its heart stops. */
    async kill() {
      await connection.close(true);
      void chat.stop().catch(() => {});
    },
  };
}

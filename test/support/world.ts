import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, createApp } from '../../src/app/create-app.ts';
import { openRecords, type Records } from '../../src/app/records.ts';
import type { AskedNow, IncomingEvent, NowAnswers, Profile, Reply } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import type { Stored } from '../../src/ledger/change-set.ts';
import { OUTBOX } from '../../src/ledger/collections.ts';
import type { RecordKind } from '../../src/ledger/ledger.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { JobQueue } from '../../src/ports/job-queue.ts';
import type { LanguageModel } from '../../src/ports/language-model.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { ListedReplies } from './listed-replies.ts';

/** A business clock that a test sets; it never goes back. */
export class TestClock implements Clock {
  #now: Date;
  constructor(start: string) {
    this.#now = new Date(start);
  }
  now(): Date {
    return new Date(this.#now);
  }
  set(at: Date): void {
    if (at > this.#now) this.#now = at;
  }
  pass(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms);
  }
}

/** The ticks, run by hand. */
class HandJobs implements JobQueue {
  readonly jobs = new Map<string, () => Promise<void>>();
  every(name: string, _everyMs: number, work: () => Promise<void>): void {
    this.jobs.set(name, work);
  }
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}

/**
 * A whole bot over a store of its own: everything real but the platform and the clock. Whatever it says is held to the law
 * of words and shape: a world in which a message broke it does not close in peace.
 */
export class World {
  readonly clock: TestClock;
  readonly records: Records;
  readonly app: App;
  readonly #adapter: ListedReplies;
  readonly #close: () => Promise<void>;
  readonly #talkers = new Map<string, Talker>();
  #events = 0;

  private constructor(parts: {
    clock: TestClock;
    records: Records;
    app: App;
    adapter: ListedReplies;
    close: () => Promise<void>;
  }) {
    this.clock = parts.clock;
    this.records = parts.records;
    this.app = parts.app;
    this.#adapter = parts.adapter;
    this.#close = parts.close;
  }

  /** Opens a world at an instant; `fill` writes what is there before anybody speaks. */
  static async open(
    start: string,
    fill: (records: Records, clock: TestClock) => Promise<void>,
    model: (records: Records) => LanguageModel | undefined = () => undefined,
  ): Promise<World> {
    const clock = new TestClock(start);
    const dataDir = mkdtempSync(join(tmpdir(), 'genjin-world-'));
    const server = await startServer({ dataDir, now: () => new Date() });
    const connection = await connectMongo(server.uri);
    const records = await openRecords(connection, { clock, logger: silentLogger });
    await fill(records, clock);
    const adapter = new ListedReplies();
    const app = createApp({
      records,
      adapters: [adapter],
      blobs: createBlobStore(records.db, records.seals),
      jobs: new HandJobs(),
      model: model(records),
      sole: true,
    });
    await app.start();
    const close = async () => {
      await app.stop();
      await connection.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
    return new World({ clock, records, app, adapter, close });
  }

  /** All living records of a kind, by id. */
  async kept<T extends object>(kind: RecordKind<T>): Promise<Stored<T>[]> {
    const rows = this.records.connection
      .collection(kind.collection)
      .find({ deleted: { $ne: true } })
      .sort({ _id: 1 });
    return (await rows.toArray()) as unknown as Stored<T>[];
  }

  /** One and the same talker for a person: their messages are numbered through. */
  person(id: string): Talker {
    const known = this.#talkers.get(id) ?? new Talker(this, id);
    this.#talkers.set(id, known);
    return known;
  }

  /** The platform comes to know a user. */
  knows(user: string, profile: Profile): void {
    this.#adapter.profiles.set(user, profile);
  }

  async close(): Promise<void> {
    await this.#close();
    if (this.#adapter.breaches.length > 0) throw new Error(this.#adapter.breaches.join('\n\n'));
  }

  wrote(words: string): void {
    this.#adapter.typed.push(words);
  }

  async accept(event: (key: string) => IncomingEvent): Promise<Reply[]> {
    this.#events += 1;
    const { host } = this.#adapter;
    if (host === null) throw new Error('the world is closed');
    const accepted = await host.accept(event(`web:test:${this.#events}`));
    return accepted.handled;
  }

  /** What a platform asks for at once. */
  async answerNow<K extends keyof NowAnswers>(asked: AskedNow<K>): Promise<NowAnswers[K]['answer'] | null> {
    return (await this.#adapter.host?.answerNow(asked, 10_000)) ?? null;
  }

  /** Lets time pass to an instant: everything due on the way happens in order. Returns what was pushed meanwhile. */
  async until(at: string): Promise<Reply[]> {
    const from = this.#adapter.delivered.length;
    await this.#deliveries();
    const end = new Date(at);
    for (let next = await this.app.rules.nextInstant(this.clock.now()); next !== null && next <= end; ) {
      this.clock.set(next);
      await this.app.runDue();
      next = await this.app.rules.nextInstant(this.clock.now());
    }
    this.clock.set(end);
    await this.app.runDue();
    await this.#deliveries();
    return this.#adapter.delivered.slice(from);
  }

  /** Until what is to leave has left; what is held back by more than its time is not waited for. */
  async #deliveries(): Promise<void> {
    const open = { state: 'open', due: { $lte: this.clock.now() } };
    for (let tries = 0; tries < 250; tries++) {
      if ((await this.records.db.collection(OUTBOX).countDocuments(open)) === 0) return;
      await sleep(20);
    }
  }

  /** Everything shown to a person so far, oldest first. */
  shownTo(person: string): Reply[] {
    return this.#adapter.delivered.filter(({ to }) => to.onlyFor === person || to.room === directRoom(person));
  }

  delivered(): readonly Reply[] {
    return this.#adapter.delivered;
  }
}

/** One person at the chat. */
export class Talker {
  readonly #world: World;
  readonly id: string;
  #count = 0;

  constructor(world: World, id: string) {
    this.#world = world;
    this.id = id;
  }

  /** Types a message; returns what the bot says to it. */
  says(text: string, options: { room?: string; replyTo?: string; message?: string } = {}): Promise<Reply[]> {
    this.#count += 1;
    this.#world.wrote(text);
    const message = options.message ?? `web:${this.id}:${this.#world.clock.now().getTime()}-${this.#count}`;
    return this.#world.accept((key) => ({
      ...this.#base(key, options.room),
      kind: 'message',
      message,
      text,
      ...(options.replyTo === undefined ? {} : { replyTo: options.replyTo }),
    }));
  }

  /** Presses the button of that label on a reply. */
  presses(reply: Reply | undefined, label: string): Promise<Reply[]> {
    const button = reply?.message.buttons?.find((one) => one.label === label);
    if (button === undefined) throw new Error(`no button ${label} among ${JSON.stringify(reply?.message.buttons)}`);
    this.#world.wrote(label);
    return this.#world.accept((key) => ({ ...this.#base(key, reply?.to.room), kind: 'action', action: button.id }));
  }

  edits(message: string, text: string): Promise<Reply[]> {
    this.#world.wrote(text);
    return this.#world.accept((key) => ({ ...this.#base(key), kind: 'edit', message, text }));
  }

  deletes(message: string): Promise<Reply[]> {
    return this.#world.accept((key) => ({ ...this.#base(key), kind: 'delete', message }));
  }

  #base(key: string, room = directRoom(this.id)) {
    return { key, adapter: 'web', room, user: this.id, sentAt: this.#world.clock.now() };
  }
}

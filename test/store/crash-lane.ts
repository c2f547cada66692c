import { type Collection, type Db, MongoError, MongoServerError } from 'mongodb';
import type { Random } from '../../src/infra/embedded-mongo/testing/random-documents.ts';

export interface Item {
  _id: string;
  lane: number;
  /** Raised by every write to the item. */
  n: number;
  tags: string[];
  code?: string;
  due?: Date;
}

export type Stored = ReadonlyMap<string, Item>;

/** What is known of an item: its `n`, or null when it is gone. */
type State = number | null;

const KEPT = 150;

/** Indexes of all kinds; one comes and goes, so that kills hit builds and drops as well. */
export async function prepare(db: Db): Promise<void> {
  const items = db.collection<Item>('items');
  await items.createIndexes([
    { key: { lane: 1, n: -1 } },
    { key: { tags: 1 } },
    { key: { code: 1 }, unique: true, sparse: true },
    { key: { n: 1 }, partialFilterExpression: { n: { $gt: 5 } } },
    { key: { due: 1 }, expireAfterSeconds: 1_000_000_000 },
  ]);
}

/** One writer with items of its own, one command at a time, and a model of what must be stored. */
export class Lane {
  readonly #lane: number;
  readonly #random: Random;
  readonly #known = new Map<string, State>();
  /** The command under way: the states that it would leave. */
  #doubt = new Map<string, State>();
  #made = 0;
  acknowledged = 0;

  constructor(lane: number, random: Random) {
    this.#lane = lane;
    this.#random = random;
  }

  /** Writes until the connection is lost. A refusal by the server is an error of this run. */
  async writeUntilItFails(db: Db): Promise<void> {
    try {
      for (;;) await this.#writeOne(db);
    } catch (error) {
      const refused = error instanceof MongoServerError && typeof error.code === 'number';
      // A socket's own error sometimes comes through the driver as it is.
      const lost = error instanceof MongoError || (error instanceof Error && 'syscall' in error);
      if (refused || !lost) throw error;
    }
  }

  async #writeOne(db: Db): Promise<void> {
    const items = db.collection<Item>('items');
    const id = this.#random.pick([...this.#present(), this.#fresh()]);
    switch (this.#random.below(9)) {
      case 0:
      case 1:
        return this.#change([[this.#fresh(), 0]], (after) => items.insertMany(after.map(([made]) => this.#item(made))));
      case 2: {
        const many = Array.from({ length: 20 }, (): [string, State] => [this.#fresh(), 0]);
        return this.#change(many, () => items.insertMany(many.map(([made]) => this.#item(made))));
      }
      case 3:
        return this.#change([this.#raised(id)], () =>
          items.findOneAndUpdate({ _id: id }, { $inc: { n: 1 }, $push: { tags: 'more' } }),
        );
      case 4: {
        const some = this.#present().slice(0, 10);
        return this.#change(
          some.map((one) => this.#raised(one)),
          () => items.updateMany({ _id: { $in: some } }, { $inc: { n: 1 }, $set: { tags: ['x', String(this.#made)] } }),
        );
      }
      case 5:
        return this.#bulk(items, id);
      case 6:
        return this.#remove(items);
      case 7:
        return this.#index(items);
      default:
        return this.#change([this.#raised(id)], () =>
          items.updateOne({ _id: id }, { $inc: { n: 1 }, $unset: { due: 1 } }),
        );
    }
  }

  /** Notes what a command would leave, sends it, and takes it as done once it is acknowledged. */
  async #change(after: [string, State][], send: (after: [string, State][]) => Promise<unknown>): Promise<void> {
    this.#doubt = new Map(after.filter(([id, state]) => state !== null || this.#known.has(id)));
    await send(after);
    for (const [id, state] of this.#doubt) this.#known.set(id, state);
    this.#doubt.clear();
    this.acknowledged++;
  }

  #bulk(items: Collection<Item>, id: string): Promise<void> {
    const made = this.#fresh();
    return this.#change([[made, 0], this.#raised(id)], () =>
      items.bulkWrite([
        { insertOne: { document: this.#item(made) } },
        { updateOne: { filter: { _id: id }, update: { $inc: { n: 1 } } } },
      ]),
    );
  }

  #remove(items: Collection<Item>): Promise<void> {
    const present = this.#present();
    const gone = present.slice(0, Math.max(1, present.length - KEPT));
    return this.#change(
      gone.map((id) => [id, null]),
      () => items.deleteMany({ _id: { $in: gone } }),
    );
  }

  /** An index of this lane alone: builds and drops of several lanes run into each other. */
  async #index(items: Collection<Item>): Promise<void> {
    const name = `lane-${this.#lane}`;
    await items.createIndex({ tags: 1, [`lane${this.#lane}`]: 1 }, { name });
    if (this.#random.below(2) === 0) await items.dropIndex(name);
  }

  /** What was acknowledged and is not there; the model goes on from what is there. */
  compareWith(stored: Stored): { lost: string[]; torn: number } {
    const lost: string[] = [];
    let torn = 0;
    for (const id of new Set([...this.#known.keys(), ...this.#doubt.keys()])) {
      const found = stored.get(id)?.n ?? null;
      const known = this.#known.get(id) ?? null;
      if (found !== known) {
        if (this.#doubt.get(id) === found) torn++;
        else lost.push(`${id}: ${known} was acknowledged, ${found} is stored`);
      }
      if (found === null) this.#known.delete(id);
      else this.#known.set(id, found);
    }
    for (const item of stored.values())
      if (item.lane === this.#lane && !this.#known.has(item._id))
        lost.push(`${item._id} is stored and nobody wrote it`);
    this.#doubt.clear();
    return { lost, torn };
  }

  #present(): string[] {
    return [...this.#known].filter(([, state]) => state !== null).map(([id]) => id);
  }

  #fresh(): string {
    return `${this.#lane}-${this.#made++}`;
  }

  #raised(id: string): [string, State] {
    const state = this.#known.get(id) ?? null;
    return [id, state === null ? null : state + 1];
  }

  #item(_id: string): Item {
    const due = new Date(Date.UTC(2030, 0, 1 + (this.#made % 28)));
    return { _id, lane: this.#lane, n: 0, tags: ['a', `t${this.#made % 7}`], code: `c${_id}`, due };
  }
}

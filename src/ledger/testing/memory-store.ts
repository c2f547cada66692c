import { deserialize, serialize } from 'bson';
import type { ChangeSet } from '../change-set.ts';
import { LEDGER, OUTBOX } from '../collections.ts';
import type { LedgerStore, StoredDocument, Write } from '../ledger-store.ts';

type Row = { readonly _id: string } & Readonly<Record<string, unknown>>;

/** A copy as it would come back from the wire: undefined fields gone, no object shared. */
const copy = <T extends object>(value: T): T => deserialize(serialize(value, { ignoreUndefined: true })) as T;

/**
 * The store's promises and nothing else, in memory: what the simulated ledgers share, and what is compared at the end.
 * Rows are never changed in place, so that whoever read one keeps what was read.
 */
export class MemoryStore implements LedgerStore {
  readonly collections = new Map<string, Map<string, Row>>();

  collection(name: string): Map<string, Row> {
    const rows = this.collections.get(name) ?? new Map<string, Row>();
    this.collections.set(name, rows);
    return rows;
  }

  sets(which: (set: ChangeSet) => boolean = () => true): ChangeSet[] {
    return ([...this.collection(LEDGER).values()] as unknown as ChangeSet[]).filter(which);
  }

  async insert(set: ChangeSet): Promise<'inserted' | 'clash'> {
    const clash = this.sets((other) => other._id === set._id || set.guards.some((one) => other.guards.includes(one)));
    if (clash.length > 0) return 'clash';
    this.collection(LEDGER).set(set._id, copy(set) as unknown as Row);
    return 'inserted';
  }

  setsById = async (ids: readonly string[]) => this.sets((set) => ids.includes(set._id));
  setsGuarding = async (guards: readonly string[]) =>
    this.sets((set) => set.guards.some((guard) => guards.includes(guard)));
  setsTouching = async (ids: readonly string[]) =>
    this.sets((set) => set.changes.some((change) => ids.includes(change.id)));
  setsFollowing = async (ids: readonly string[]) =>
    this.sets((set) => set.follows?.some((id) => ids.includes(id)) ?? false);
  async *everySet(): AsyncGenerator<ChangeSet> {
    yield* this.sets();
  }
  unapplied = async (limit: number) => this.sets((set) => set.applied === undefined).slice(0, limit);

  async read(collection: string, ids: readonly string[]): Promise<StoredDocument[]> {
    return ids.flatMap((id) => (this.collection(collection).get(id) as unknown as StoredDocument) ?? []);
  }

  async write(writes: readonly Write[]): Promise<number> {
    return writes.filter((write) => this.#writeOne(write)).length;
  }

  #writeOne({ collection, filter, update, upsert }: Write): boolean {
    const rows = this.collection(collection);
    const row = rows.get(filter._id);
    if (row === undefined) {
      if (upsert) rows.set(filter._id, copy({ _id: filter._id, ...update.$setOnInsert, ...update.$set }));
      return upsert === true;
    }
    if (Object.entries(filter).some(([field, value]) => (row[field] ?? null) !== value)) return false;
    rows.set(filter._id, updated(row, copy(update.$set ?? {}), Object.keys(update.$unset ?? {})));
    return true;
  }

  async sent(rows: readonly string[]): Promise<Set<string>> {
    const left = rows.filter((id) => {
      const row = this.collection(OUTBOX).get(id);
      return row?.state === 'done' || (row?.state === 'open' && row.owner != null);
    });
    return new Set(left);
  }

  async markApplied(ids: readonly string[], applied: Date): Promise<void> {
    await this.write(ids.map((_id) => ({ collection: LEDGER, filter: { _id }, update: { $set: { applied } } })));
  }
}

function updated(row: Row, set: Record<string, unknown>, unset: readonly string[]): Row {
  const next: Record<string, unknown> = { ...row };
  const owner = (path: string): [Record<string, unknown>, string] => {
    const [first = '', second] = path.split('.');
    if (second === undefined) return [next, first];
    const inner = { ...(next[first] as Record<string, unknown>) };
    next[first] = inner;
    return [inner, second];
  };
  for (const [path, value] of Object.entries(set)) {
    const [within, key] = owner(path);
    within[key] = value;
  }
  for (const path of unset) {
    const [within, key] = owner(path);
    delete within[key];
  }
  return next as Row;
}

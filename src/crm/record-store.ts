import type { Filter } from 'mongodb';
import { type Connection, type IndexDefinition, type IndexOptions, type QueryFilter, Schema } from 'mongoose';
import { ownedBy, type Viewer } from '../access/viewer.ts';
import type { Stored } from '../ledger/change-set.ts';
import type { RecordKind } from '../ledger/ledger.ts';
import { breather } from '../ports/breather.ts';

/** Records that come from the store at a time where there may be very many. */
const BATCH = 500;

export interface ListOptions {
  sort?: Record<string, 1 | -1>;
  limit?: number;
}

export interface Changed {
  id: string;
  v: number;
  value: string;
}

/** Reads of one kind of record. Writing goes by the ledger alone. */
export interface RecordStore<T extends object> {
  /** Within the viewer's scope, by the field `owner`. */
  list(viewer: Viewer, filter: QueryFilter<Stored<T>>, options?: ListOptions): Promise<Stored<T>[]>;
  byId(viewer: Viewer, id: string): Promise<Stored<T> | null>;
  /** Without a scope: for ticks (ids and due facts), for records that have no owner, and where the caller cuts itself. */
  all(filter: QueryFilter<Stored<T>>, options?: ListOptions): Promise<Stored<T>[]>;
  get(id: string): Promise<Stored<T> | null>;
  /** Some fields of everything within the viewer's scope, one record after another: for what is too much to have at once. */
  each<K extends keyof T & string>(
    viewer: Viewer,
    filter: QueryFilter<Stored<T>>,
    fields: readonly K[],
  ): AsyncIterable<Pick<T, K> & { _id: string }>;
  /** The same without a scope, where the caller cuts itself. */
  scan<K extends keyof T & string>(
    filter: QueryFilter<Stored<T>>,
    fields: readonly K[],
  ): AsyncIterable<Pick<T, K> & { _id: string }>;
  /** What changed since, tombstones included, each with its version and one text field. */
  changedSince(at: Date, field: (keyof T & string) | '_id'): Promise<Changed[]>;
}

/**
 * A store over one collection, with its indexes. It reads past mongoose: what the ledger has written needs no casting, and
 * a query of mongoose's costs twice the CPU. Hidden and absent read alike: an id out of scope is null.
 */
export function createRecordStore<T extends object>(
  connection: Connection,
  kind: RecordKind<T>,
  indexes: [IndexDefinition, IndexOptions?][] = [],
): RecordStore<T> {
  const schema = new Schema({ _id: String }, { collection: kind.collection, autoIndex: true });
  for (const [keys, options] of indexes) schema.index(keys, options);
  connection.model(kind.kind, schema);
  const records = connection.collection<Stored<T>>(kind.collection);
  const living = (filter: object) => ({ $and: [filter, { deleted: { $ne: true } }] }) as Filter<Stored<T>>;

  const all = async (filter: QueryFilter<Stored<T>>, options: ListOptions = {}): Promise<Stored<T>[]> =>
    (await records.find(living(filter), options).toArray()) as Stored<T>[];
  const first = (records: Stored<T>[]): Stored<T> | null => records[0] ?? null;
  async function* each(filter: object, fields: readonly string[]): AsyncGenerator<Record<string, unknown>> {
    const breathe = breather();
    const projection = Object.fromEntries(fields.map((field) => [field, 1] as const));
    for await (const record of records.find(filter as Filter<Stored<T>>, { projection, batchSize: BATCH })) {
      yield record as Record<string, unknown>;
      await breathe();
    }
  }
  const changedSince = async (at: Date, field: string): Promise<Changed[]> => {
    const changed: Changed[] = [];
    for await (const record of each({ updatedAt: { $gte: at } }, [field, 'v'])) {
      const { _id, v, [field]: value } = record as Record<string, string & number>;
      if (_id !== undefined && v !== undefined && value != null) changed.push({ id: _id, v, value });
    }
    return changed;
  };
  return {
    all,
    changedSince,
    each: (viewer, filter, fields) => each(living({ $and: [filter, ownedBy(viewer)] }), fields) as AsyncIterable<never>,
    scan: (filter, fields) => each(living(filter), fields) as AsyncIterable<never>,
    get: async (id) => first(await all({ _id: id } as QueryFilter<Stored<T>>, { limit: 1 })),
    list: (viewer, filter, options) => all({ $and: [filter, ownedBy(viewer)] } as QueryFilter<Stored<T>>, options),
    byId: async (viewer, id) =>
      first(await all({ _id: id, ...ownedBy(viewer) } as QueryFilter<Stored<T>>, { limit: 1 })),
  };
}

import { MongoBulkWriteError } from 'mongodb';
import type { Connection } from 'mongoose';
import { ServiceError } from '../../src/errors.ts';
import type { LogEntry, WebLogStore } from './web-log.ts';

const DUPLICATE = 11_000;

/** `_id`: person and number, so that a log is one stretch of the primary index and a number exists once. */
type Row = LogEntry & { _id: string };

const LAST_SEQ = 9_999_999_999;

const rowId = (person: string, seq: number): string => `${person}:${String(Math.min(seq, LAST_SEQ)).padStart(10, '0')}`;

const entryOf = ({ _id, ...entry }: Row): LogEntry => entry;

/** The logs in MongoDB. Lines are never removed: numbers go on from the last one that is there. */
export function createWebLogStore(connection: Connection): WebLogStore {
  const rows = connection.collection<Row>('web_log');

  const stretch = (person: string, from: number, below?: number) => ({
    person,
    _id: {
      $gte: rowId(person, from),
      ...(below === undefined ? { $lte: rowId(person, LAST_SEQ) } : { $lt: rowId(person, below) }),
    },
  });

  return {
    async prepare() {
      await rows.createIndex({ person: 1, id: 1 }, { unique: true });
    },

    async insert(entries) {
      const fresh = entries.map((entry): Row => ({ _id: rowId(entry.person, entry.seq), ...entry }));
      const outcomes: ('written' | 'repeat' | 'taken')[] = entries.map(() => 'written');
      await reach(
        rows.insertMany(fresh, { ordered: false }).catch((error: unknown) => {
          for (const { index, outcome } of duplicates(error)) outcomes[index] = outcome;
        }),
      );
      return outcomes;
    },

    async last(person) {
      const [newest] = await reach(rows.find(stretch(person, 0)).sort({ _id: -1 }).limit(1).toArray());
      return newest?.seq ?? 0;
    },

    async after(person, seq, limit) {
      const found = rows
        .find(stretch(person, seq + 1))
        .sort({ _id: 1 })
        .limit(limit);
      return (await reach(found.toArray())).map(entryOf);
    },

    async before(person, seq, limit) {
      const found = rows
        .find(stretch(person, 0, seq))
        .sort({ _id: -1 })
        .limit(limit);
      return (await reach(found.toArray())).map(entryOf).reverse();
    },

    async find(person, id) {
      const row = await reach(rows.findOne({ person, id }));
      return row && entryOf(row);
    },

    async present(lines) {
      const ids = lines.map(({ person, seq }) => rowId(person, seq));
      const found = rows.find({ _id: { $in: ids } }, { projection: { person: 1 } });
      return (await reach(found.toArray())).map((row) => row.person);
    },
  };
}

/** What the store refused, line by line; throws what is no duplicate. A taken number comes from the primary index. */
function duplicates(error: unknown): { index: number; outcome: 'repeat' | 'taken' }[] {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const refused = [error.writeErrors].flat();
  if (refused.length === 0 || refused.some(({ code }) => code !== DUPLICATE)) throw error;
  return refused.map(({ index, errmsg }) => ({
    index,
    outcome: / index: _id_ /.test(errmsg ?? '') ? 'taken' : 'repeat',
  }));
}

/** The log cannot be read or written now; whoever wants to may try again. */
async function reach<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new ServiceError('web log: the store did not answer', { cause });
  }
}

import { MongoBulkWriteError } from 'mongodb';
import type { Connection } from 'mongoose';
import { ServiceError } from '../../src/errors.ts';
import { ERASED_WORDS, type Mark, personSubject, type Seals } from '../../src/ports/seals.ts';
import type { LogEntry, WebLogStore } from './web-log.ts';

const DUPLICATE = 11_000;

/** `_id`: person and number, so that a log is one stretch of the primary index and a number exists once. */
type Row = LogEntry & { _id: string };

const LAST_SEQ = 9_999_999_999;

const rowId = (person: string, seq: number): string => `${person}:${String(Math.min(seq, LAST_SEQ)).padStart(10, '0')}`;

const entryOf = ({ _id, ...entry }: Row): LogEntry => entry;

/** What a line says of itself; everything else in it is words. */
const BARE = new Set(['id', 'conversation', 'private', 'replaces', 'edited', 'replyTo', 'from']);

/** A line's words lie sealed under the person whose log it is, for as long as the log lasts. */
function wordsOf({ person, item }: LogEntry): Mark[] {
  const [kind, line] = 'said' in item ? (['said', item.said] as const) : (['reply', item.reply] as const);
  const words = Object.entries(line).filter(([part, value]) => !BARE.has(part) && value != null);
  const paths = [...words.map(([part]) => part), ...('from' in line ? ['from.name'] : [])];
  return paths.map((path) => ({ path: `item.${kind}.${path}`, subject: personSubject(person) }));
}

/** The logs in MongoDB. Lines are never removed: numbers go on from the last one that is there. */
export function createWebLogStore(connection: Connection, seals: Seals): WebLogStore {
  const rows = connection.collection<Row>('web_log');
  const opened = async (found: Promise<Row[]>): Promise<LogEntry[]> => {
    const blank = (path: string) => (/text$|name$/.test(path) ? ERASED_WORDS : undefined);
    return (await seals.open('web_log', await found, blank)).map(entryOf);
  };

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
      const fresh = await reach(
        Promise.all(
          entries.map((entry) =>
            seals.seal<Row>('web_log', { _id: rowId(entry.person, entry.seq), ...entry }, wordsOf(entry)),
          ),
        ),
      );
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
      return reach(opened(found.toArray()));
    },

    async before(person, seq, limit) {
      const found = rows
        .find(stretch(person, 0, seq))
        .sort({ _id: -1 })
        .limit(limit);
      return (await reach(opened(found.toArray()))).reverse();
    },

    async find(person, id) {
      const [row] = await reach(opened(rows.find({ person, id }).limit(1).toArray()));
      return row ?? null;
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

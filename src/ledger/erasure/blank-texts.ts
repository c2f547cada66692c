import type { Db } from 'mongodb';
import { personSubject, type Seals } from '../../ports/seals.ts';
import { buttonKind } from '../button.ts';
import type { ChangeSet } from '../change-set.ts';
import { LEDGER, OUTBOX } from '../collections.ts';
import type { AnyKind } from '../ledger.ts';
import type { StoredDocument } from '../ledger-store.ts';
import { recordKey } from '../names.ts';
import { blanksOf, markedFields } from '../personal-fields.ts';
import { fieldsOf } from '../record-draft.ts';
import { sealedFields, valueAt } from '../sealed-fields.ts';
import { sealedValue, subjectOfSealed } from '../sealed-value.ts';
import type { Mentions } from './mentions.ts';

/** Where texts stand in a collection's rows. `names`: paths that hold a name alone. */
export type TextPlaces = Readonly<Record<string, { words: readonly string[]; names?: readonly string[] }>>;

export interface Blanking {
  db: Db;
  seals: Seals;
  kinds: readonly AnyKind[];
  subject: string;
  /** Records of the subject, by key. */
  own: ReadonlySet<string>;
  mentions: Mentions;
}

type Row = { _id: string } & Record<string, unknown>;

/**
 * Blanks in the ledger, in place, what the subject's key does not cover: values of its records that were sealed under
 * another key, or not at all; messages of the sets that touched its records; and what talks and colleagues' own records
 * say of it by name. Other customers' records keep theirs. Returns how many sets changed, and the keys by
 * which rows elsewhere are known to be about it.
 */
export async function blankLedger(blanking: Blanking): Promise<{ links: Set<string>; sets: number }> {
  const { db, seals, subject, own } = blanking;
  const ledger = db.collection<ChangeSet>(LEDGER);
  const links = new Set<string>();
  let sets = 0;
  for await (const set of ledger.find({})) {
    // What lies under the subject's own key goes with it.
    const covered = new Set(
      sealedFields(set)
        .filter(({ sealed }) => subjectOfSealed(sealed) === subject)
        .map(({ path }) => path),
    );
    await seals.open(LEDGER, [set], () => null);
    const touched = set.changes.some(({ kind, id }) => own.has(recordKey(kind, id)));
    if (touched)
      for (const id of [set._id, set.cause.event ?? set._id, ...set.messages.map((one) => one.id)]) links.add(id);
    const paths = [...messagePaths(set, touched, blanking), ...changePaths(set, touched, blanking)].filter(
      (path) => !covered.has(path),
    );
    if (paths.length === 0) continue;
    const nothing = sealedValue(null, subject, null, '');
    await ledger.updateOne({ _id: set._id }, { $set: Object.fromEntries(paths.map((path) => [path, nothing])) });
    sets++;
  }
  return { links, sets };
}

const messagePaths = (set: ChangeSet, touched: boolean, { mentions }: Blanking): string[] =>
  set.messages.flatMap(({ message }, at) =>
    message !== null && (touched || mentions(message)) ? [`messages.${at}.message`] : [],
  );

function changePaths(set: ChangeSet, touched: boolean, { kinds, own, subject, mentions }: Blanking): string[] {
  return set.changes.flatMap((change, at) => {
    const kind = kinds.find((one) => one.kind === change.kind);
    const ours = own.has(recordKey(change.kind, change.id));
    // A change from before there were keys does not tell whose it is: if not ours, then somebody else's.
    const someoneElses =
      change.subject === undefined ? kind?.subjectOf !== undefined : isTheirs(change.subject, subject);
    if (!ours && someoneElses) return [];
    const whole = ours || (touched && goesWithItsSet(kind));
    return (['set', 'before'] as const).flatMap((part) =>
      markedFields(kind, change[part])
        .filter((field) => whole || mentions(change[part][field]))
        .map((field) => `changes.${at}.${part}.${field}`),
    );
  });
}

const isPerson = (subject: string): boolean => subject.startsWith(personSubject(''));

/** Another subject's values stay as they are, but for what colleagues keep of an erased customer. */
const isTheirs = (holder: string | null, subject: string): boolean =>
  holder !== null && (isPerson(subject) || !isPerson(holder));

/** A button's arguments are ids, which it needs; only a name among them goes. */
const goesWithItsSet = (kind: AnyKind | undefined): boolean => kind?.kind !== buttonKind.kind;

/**
 * Blanks what talks and colleagues' own records hold of the subject as they stand now: fields that were last written by
 * a set of its records, or that speak of it by name.
 */
export async function blankTalk(
  links: ReadonlySet<string>,
  { db, kinds, subject, own, mentions }: Blanking,
): Promise<void> {
  for (const kind of kinds) {
    const records = db.collection<StoredDocument>(kind.collection);
    for await (const record of records.find({})) {
      if (own.has(recordKey(kind.kind, record._id))) continue;
      if (isTheirs(kind.subjectOf?.(record._id, fieldsOf(record)) ?? null, subject)) continue;
      const linked = (field: string) => goesWithItsSet(kind) && links.has(record.writers[field] ?? '');
      const fields = markedFields(kind, record).filter((field) => linked(field) || mentions(record[field]));
      if (fields.length === 0) continue;
      const blanks = Object.fromEntries(fields.map((field) => [field, blanksOf(kind)[field]]));
      await records.updateOne({ _id: record._id, v: record.v }, { $set: blanks });
    }
  }
}

/** Fields by which a row names the set, the event or the message that it belongs to. */
const LINKS = ['_id', 'id', 'set', 'about'];

/** Blanks the texts of rows that belong to the subject's sets or speak of it by name; what has not left stays here. */
export async function blankRows(
  places: TextPlaces,
  links: ReadonlySet<string>,
  { db, seals, subject, mentions }: Blanking,
): Promise<number> {
  const nothing = sealedValue(null, subject, null, '');
  let rows = 0;
  for (const [name, { words, names = [] }] of Object.entries(places)) {
    const collection = db.collection<Row>(name);
    for await (const row of collection.find({})) {
      await seals.open(name, [row], () => null);
      const linked = LINKS.some((field) => links.has(String(row[field])));
      const paths = [
        ...words.filter((path) => valueAt(row, path) != null && (linked || mentions(valueAt(row, path)))),
        ...names.filter((path) => mentions(valueAt(row, path))),
      ];
      if (paths.length === 0) continue;
      rows++;
      await collection.updateOne({ _id: row._id }, { $set: Object.fromEntries(paths.map((path) => [path, nothing])) });
      if (name === OUTBOX) await collection.updateOne({ _id: row._id, state: 'open' }, { $set: DROPPED });
    }
  }
  return rows;
}

const DROPPED = { state: 'dropped', owner: null };

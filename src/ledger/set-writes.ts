import type { Address } from '../chat/message.ts';
import type { Change, ChangeSet, Outgoing } from './change-set.ts';
import { INBOX, OUTBOX } from './collections.ts';
import type { AnyKind } from './ledger.ts';
import type { Write } from './ledger-store.ts';

/** Rows of one lane leave in order. */
const laneOf = (to: Address): string => `${to.adapter}/${to.room}`;

/**
 * Everything that a set does to the store, in the order in which it must happen: records (what the talk remembers comes
 * last among them), withdrawals, rows of the outbox, and the inbox row that the set answers. Each write may be repeated
 * at any time and by anyone: a record moves only from the version that the set was decided on, a row is made only once.
 * `worker`: the process that will deliver what need not wait.
 */
export function writesOf(set: ChangeSet, kinds: ReadonlyMap<string, AnyKind>, worker: string): Write[] {
  return [
    ...set.changes.map((change) => recordWrite(set, change, collectionOf(change, kinds))),
    ...(set.withdraws ?? []).map((row) => withdrawal(row, set.at)),
    ...set.messages.map((message) => outboxRow(set, message, worker)),
    ...(set.cause.event === undefined ? [] : [closing(set.cause.event)]),
  ];
}

export function collectionOf(change: Change, kinds: ReadonlyMap<string, AnyKind>): string {
  const kind = kinds.get(change.kind);
  if (kind === undefined) throw new Error(`a change set names the unknown kind ${change.kind}`);
  return kind.collection;
}

/** The writer that a field of a change has after it. */
export function writerAfter(setId: string, change: Change, field: string): string | null {
  const given = change.writersAfter?.[field];
  return given === undefined ? setId : given;
}

function recordWrite(set: ChangeSet, change: Change, collection: string): Write {
  const carried = { v: change.base + 1, updatedAt: set.at };
  const life = lifeWriter(set._id, change);
  if (change.base === 0) {
    const writers = Object.fromEntries(
      Object.keys(change.set).map((field) => [field, writerAfter(set._id, change, field)]),
    );
    const $setOnInsert = { ...change.set, ...carried, writers: { ...writers, deleted: set._id } };
    return { collection, filter: { _id: change.id }, update: { $setOnInsert }, upsert: true };
  }
  const $set: Record<string, unknown> = { ...change.set, ...carried };
  const $unset: Record<string, true> = {};
  for (const field of Object.keys(change.set)) $set[`writers.${field}`] = writerAfter(set._id, change, field);
  for (const field of change.unset ?? []) {
    $unset[field] = true;
    $unset[`writers.${field}`] = true;
  }
  if (life === null) $unset['writers.deleted'] = true;
  else if (life !== undefined) $set['writers.deleted'] = life;
  if (change.deleted === true) $set.deleted = true;
  if (change.deleted === false) $unset.deleted = true;
  const update = Object.keys($unset).length > 0 ? { $set, $unset } : { $set };
  return { collection, filter: { _id: change.id, v: change.base }, update };
}

function lifeWriter(setId: string, change: Change): string | null | undefined {
  return change.deleted === undefined ? undefined : writerAfter(setId, change, 'deleted');
}

/** A row that a process has taken up is as good as sent; only one that waits can be withdrawn. */
function withdrawal(row: string, at: Date): Write {
  return {
    collection: OUTBOX,
    filter: { _id: row, state: 'open', owner: null },
    update: { $set: { state: 'withdrawn', closedAt: at } },
  };
}

/** Leaves whenever it is looked at: not the set's own time, which may come from a fast clock. */
const ANY_TIME = new Date(0);

function outboxRow(set: ChangeSet, message: Outgoing, worker: string): Write {
  const { id, notBefore, ...said } = message;
  const leavesNow = notBefore === undefined && message.corrects === undefined;
  const row = {
    ...said,
    set: set._id,
    ...(set.cause.event === undefined ? {} : { event: set.cause.event }),
    by: set.cause.by,
    lane: laneOf(message.to),
    state: 'open',
    owner: leavesNow ? worker : null,
    ...(leavesNow && set.begun !== undefined ? { begun: set.begun } : {}),
    due: notBefore ?? ANY_TIME,
    at: set.at,
    attempts: 0,
  };
  return { collection: OUTBOX, filter: { _id: id }, update: { $setOnInsert: row }, upsert: true };
}

function closing(event: string): Write {
  return { collection: INBOX, filter: { _id: event }, update: { $set: { state: 'done' } } };
}

import { isDeepStrictEqual } from 'node:util';
import type { ChangeSet } from '../change-set.ts';
import { INBOX, OUTBOX } from '../collections.ts';
import { fieldsOf } from '../record-draft.ts';
import { SEATS } from './company.ts';
import { PlainModel } from './plain-model.ts';
import { kinds, type Run } from './world.ts';

/** Everything about a run that a plain sequential company would not have done; empty when the ledger kept its word. */
export function complaintsOf(run: Run): string[] {
  const sets = run.memory.sets();
  const checks = [
    () => causes(run, sets),
    () => sameRecords(run, sets),
    () => names(run),
    () => messages(run, sets),
    () => times(sets),
  ];
  return [...run.complaints, ...checks.flatMap(attempt)];
}

function attempt(check: () => string[]): string[] {
  try {
    return check();
  } catch (error) {
    return [String(error)];
  }
}

/** Each cause once, told truly, in effect, and its event closed. */
function causes(run: Run, sets: readonly ChangeSet[]): string[] {
  const wrong: string[] = [];
  for (const cause of run.commands.keys()) {
    const committed = sets.filter((set) => set.cause.id === cause).length;
    if (committed === 0 && run.abandoned.has(cause)) continue;
    if (committed !== (run.refused.has(cause) ? 0 : 1)) wrong.push(`${cause} committed ${committed} times`);
    if (run.memory.collection(INBOX).get(`event-${cause}`)?.state !== 'done')
      wrong.push(`${cause} left its event open`);
  }
  for (const set of sets) if (set.applied === undefined) wrong.push(`${set._id} is not applied`);
  return wrong;
}

/** One person, doing the same in the order of the commits, gets the same outcomes and the same records. */
function sameRecords(run: Run, sets: readonly ChangeSet[]): string[] {
  const wrong: string[] = [];
  const model = new PlainModel();
  for (const seat of SEATS) model.seat(seat);
  for (const set of sets) {
    const command = run.commands.get(set.cause.id);
    const outcome = run.outcomes.get(set.cause.id) ?? toldBy(set);
    // What met something absent holds no guard, so its place among the others is open.
    if (outcome === 'nothing' || outcome === 'conflict') model.idle(set.cause.id);
    else if (command === undefined) continue;
    else wrong.push(...told(set, outcome, model.run(set.cause.id, command, set)));
  }
  const expected = model.records();
  const actual = living(run);
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)]))
    if (!isDeepStrictEqual(expected[key], actual[key]))
      wrong.push(`${key} is ${JSON.stringify(actual[key])}, not ${JSON.stringify(expected[key])}`);
  return wrong;
}

const told = (set: ChangeSet, outcome: string, plain: string): string[] =>
  outcome === plain ? [] : [`${set._id} came to ${outcome}, alone it comes to ${plain}`];

/** The outcome as the reply tells it, where the process that decided it did not live to say. */
const toldBy = (set: ChangeSet): string => set.messages[1]?.message.text ?? 'done';

function living(run: Run): ReturnType<PlainModel['records']> {
  const business = kinds.filter((kind) => !kind.bookkeeping);
  return Object.fromEntries(
    business.flatMap(({ kind, collection }) =>
      [...run.memory.collection(collection).values()]
        .filter((row) => row.deleted !== true)
        .map((row) => [
          `${kind}:${row._id}`,
          { fields: fieldsOf(row), writers: row.writers as Record<string, string> },
        ]),
    ),
  );
}

/** A living account holds its name and nothing else; no name is held by who does not bear it. */
function names(run: Run): string[] {
  const records = living(run);
  const of = (kind: string) => Object.entries(records).filter(([key]) => key.startsWith(`${kind}:`));
  const borne = of('account').map(([key, { fields }]) => `${fields.name} = ${key.slice('account:'.length)}`);
  const held = of('account-name').map(([key, { fields }]) => `${key.slice('account-name:'.length)} = ${fields.holder}`);
  return isDeepStrictEqual(borne.sort(), held.sort()) ? [] : [`names borne: ${borne}; held: ${held}`];
}

/** Every message reaches its reader once, but for those that an undo withdrew. */
function messages(run: Run, sets: readonly ChangeSet[]): string[] {
  const withdrawn = new Set(sets.flatMap((set) => set.withdraws ?? []));
  const wrong: string[] = [];
  for (const { id } of sets.flatMap((set) => set.messages)) {
    const times = run.delivered.filter((row) => row === id).length;
    if (times > 1 || (times === 0 && !withdrawn.has(id))) wrong.push(`${id} was delivered ${times} times`);
  }
  for (const set of sets.filter((one) => one.undoes))
    for (const other of sets.filter((one) => set.undoes?.includes(one._id)))
      for (const { id, to } of other.messages)
        if (to.room === 'group' && run.memory.collection(OUTBOX).get(id)?.state === 'done' && !withdrawn.has(id))
          if (!set.withdraws) wrong.push(`${id} was not withdrawn`);
  return wrong;
}

/** A version is later than the one before it, however wrong the clocks. */
function times(sets: readonly ChangeSet[]): string[] {
  const at = new Map<string, Date>();
  for (const set of sets) for (const { kind, id, base } of set.changes) at.set(`${kind}:${id}@${base + 1}`, set.at);
  return sets.flatMap((set) =>
    set.changes
      .filter(({ kind, id, base }) => base > 0 && (at.get(`${kind}:${id}@${base}`) ?? set.at) >= set.at)
      .map(({ kind, id }) => `${kind}:${id} goes back in time`),
  );
}

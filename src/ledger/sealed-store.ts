import type { Clock } from '../ports/clock.ts';
import { ERASED_WORDS, type Mark, type Seals, textsOf } from '../ports/seals.ts';
import { buttonKind } from './button.ts';
import type { ChangeSet } from './change-set.ts';
import { LEDGER, OUTBOX } from './collections.ts';
import type { AnyKind } from './ledger.ts';
import type { LedgerStore, Write } from './ledger-store.ts';
import { blanksOf, markedFields } from './personal-fields.ts';

interface SealedStoreParts {
  seals: Seals;
  kinds: readonly AnyKind[];
  machine: Clock;
}

/**
 * A ledger's store in which personal values and message texts are sealed: on their way in and opened on their way out, so
 * that nobody above it sees a sealed one. Records themselves lie open in their collections, where they are searched.
 */
export function sealedStore(store: LedgerStore, { seals, kinds, machine }: SealedStoreParts): LedgerStore {
  const known = new Map([...kinds, buttonKind].map((kind) => [kind.kind, kind as AnyKind]));

  function marksOf(set: ChangeSet): Mark[] {
    const texts = textsOf(machine.now());
    const changes = set.changes.flatMap((change, at) => {
      const fields = (part: 'set' | 'before') => markedFields(known.get(change.kind), change[part]);
      const paths = [
        ...fields('set').map((field) => `set.${field}`),
        ...fields('before').map((one) => `before.${one}`),
      ];
      return paths.map((path) => ({ path: `changes.${at}.${path}`, subject: change.subject ?? texts }));
    });
    const messages = set.messages.map((_, at) => ({ path: `messages.${at}.message`, subject: texts }));
    const facts = set.reason?.personal?.map(({ path, subject }) => ({ path: `reason.facts.${path}`, subject })) ?? [];
    return [...changes, ...messages, ...facts];
  }

  /** What takes an erased value's place in a set; notes which of a change's fields are none of what was written. */
  function blank(path: string, set: ChangeSet): unknown {
    const [part, at = '', side, field = ''] = path.split('.');
    if (part === 'messages') return { text: ERASED_WORDS };
    const change = part === 'changes' ? set.changes[Number(at)] : undefined;
    if (change === undefined) return null;
    if (side === 'set') change.erased = [...(change.erased ?? []), field];
    return blanksOf(known.get(change.kind))[field] ?? null;
  }

  const opened = async (sets: Promise<ChangeSet[]>) => seals.open(LEDGER, await sets, blank);

  async function sealedWrite(write: Write): Promise<Write> {
    const { collection, filter, update } = write;
    if (collection !== OUTBOX || update.$setOnInsert === undefined) return write;
    const mark = { path: 'message', subject: textsOf(machine.now()) };
    const { _id, ...row } = await seals.seal(OUTBOX, { ...update.$setOnInsert, _id: filter._id }, [mark]);
    return { ...write, update: { ...update, $setOnInsert: row } };
  }

  const sealedWrites = (writes: readonly Write[]) => Promise.all(writes.map(sealedWrite));

  return {
    insert: async (set, effects) =>
      store.insert(await seals.seal(LEDGER, set, marksOf(set)), effects && (async () => sealedWrites(await effects()))),
    setsById: (ids) => opened(store.setsById(ids)),
    setsGuarding: (guards) => opened(store.setsGuarding(guards)),
    setsTouching: (ids) => opened(store.setsTouching(ids)),
    setsFollowing: (ids) => opened(store.setsFollowing(ids)),
    async *everySet() {
      for await (const set of store.everySet()) yield* await seals.open(LEDGER, [set], blank);
    },
    unapplied: (limit) => opened(store.unapplied(limit)),
    write: async (writes) => store.write(await sealedWrites(writes)),
    read: (collection, ids) => store.read(collection, ids),
    sent: (rows) => store.sent(rows),
    markApplied: (ids, at) => store.markApplied(ids, at),
  };
}

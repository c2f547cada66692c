import { directRoom } from '../chat/message.ts';
import { breather } from '../ports/breather.ts';
import type { Apply } from './apply.ts';
import type { ChangeSet, Outgoing } from './change-set.ts';
import { DraftBuilder } from './draft-builder.ts';
import { historiesOf } from './history.ts';
import type { AnyKind, Draft, UndoOutcome } from './ledger.ts';
import type { LedgerStore } from './ledger-store.ts';
import { recordKey } from './names.ts';
import type { RecordDraft } from './record-draft.ts';
import { SetGraph } from './set-graph.ts';
import { type TouchedRecord, UndoPlanner, writtenBy } from './undo-plan.ts';

interface UndoTools {
  store: LedgerStore;
  kinds: ReadonlyMap<string, AnyKind>;
  apply: Apply;
}

/** Takes back a set and its tree; see `Ledger.undo`. */
export function createUndo({ store, kinds, apply }: UndoTools) {
  return async function undo(
    given: Draft,
    setId: string,
    options: { keepConflicting?: boolean } = {},
  ): Promise<UndoOutcome> {
    if (!(given instanceof DraftBuilder)) throw new Error('undo needs the draft that `record` gave');
    const draft: DraftBuilder = given;
    const [root] = await store.setsById([setId]);
    if (root === undefined) return { kind: 'nothing' };
    const { graph, undid, reached, drafts } = await standing(root, draft);
    // Their rows must be there before they can be withdrawn.
    for (const set of undid) if (set.applied === undefined) await apply(set);
    const breathe = breather();
    // Read after the records: a record that a set of the history has not reached yet makes the commit clash.
    const records = await withHistory(drafts, graph);
    const undoes = undid.map((set) => set._id);
    const planner = new UndoPlanner({
      graph,
      undoes,
      turned: new Set(reached.filter(isOrdinary).map((set) => set._id)),
      records,
    });
    const { reverts, conflicts, keeps, undoable } = planner.plan();
    await breathe();
    const others = undid.flatMap(toOthers);
    if (reverts.length === 0 && others.length === 0) return { kind: 'nothing' };
    if (conflicts.length > 0 && options.keepConflicting !== true) return { kind: 'conflict', conflicts, undoable };

    // Also a record that stays as it is gets taken: what stands in it was decided on.
    for (const { record, to } of reverts) record.draft.revert(to);
    const sent = await store.sent(others.map((message) => message.id));
    const withdrawn = others.filter((message) => !sent.has(message.id));
    const trees = new Map(reached.map((set) => [set._id, graph.followers(set._id)]));
    draft.undoing({ undoes, keeps, withdraws: withdrawn.map((message) => message.id) }, trees);
    return {
      kind: 'undone',
      undid,
      kept: conflicts,
      sent: others.filter((message) => sent.has(message.id)),
      withdrawn,
    };
  };

  /** The tree and the records it changed, read so that nothing joined the tree while the records were read. */
  async function standing(root: ChangeSet, draft: DraftBuilder) {
    for (let before: string | undefined; ; ) {
      const graph = new SetGraph(store);
      await graph.grow([root]);
      const undid = graph.tree(root);
      const reached = await reachedFrom(undid, graph);
      const drafts = await changedRecords(reached, draft);
      const now = JSON.stringify(undid.map((set) => set._id));
      if (now === before) return { graph, undid, reached, drafts };
      before = now;
    }
  }

  /** Every set whose standing changes: an undo carries along the sets that it took back, and so on. */
  async function reachedFrom(sets: readonly ChangeSet[], graph: SetGraph): Promise<ChangeSet[]> {
    const found = new Map<string, ChangeSet>();
    let level = sets;
    while (level.length > 0) {
      for (const set of level) found.set(set._id, set);
      const taken = level.flatMap((set) => set.undoes ?? []).filter((id) => !found.has(id));
      level = taken.length === 0 ? [] : await store.setsById(taken);
    }
    await graph.grow([...found.values()]);
    return [...found.values()];
  }

  async function changedRecords(sets: readonly ChangeSet[], draft: DraftBuilder): Promise<RecordDraft[]> {
    const wanted = new Map<string, { kind: AnyKind; id: string }>();
    for (const change of sets.filter(isOrdinary).flatMap((set) => set.changes.toReversed())) {
      const kind = kinds.get(change.kind);
      if (kind === undefined) throw new Error(`a change set names the unknown kind ${change.kind}`);
      if (kind.bookkeeping === true || writtenBy(change).length === 0) continue;
      wanted.set(recordKey(change.kind, change.id), { kind, id: change.id });
    }
    return draft.load([...wanted.values()]);
  }

  async function withHistory(drafts: readonly RecordDraft[], graph: SetGraph): Promise<TouchedRecord[]> {
    if (drafts.length === 0) return [];
    const sets = await store.setsTouching([...new Set(drafts.map((draft) => draft.id))]);
    await graph.grow(sets);
    const histories = historiesOf(sets);
    return drafts.map((draft) => ({ draft, history: histories.get(recordKey(draft.kind.kind, draft.id)) ?? [] }));
  }
}

/** Whether a set changes records by itself; an undo only makes others stand or fall. */
const isOrdinary = (set: ChangeSet): boolean => set.undoes === undefined;

/** What a set said to others than its author. */
function toOthers(set: ChangeSet): Outgoing[] {
  const { by, room } = set.cause;
  return set.messages.filter(({ to }) => to.room !== room && to.room !== directRoom(by) && to.onlyFor !== by);
}

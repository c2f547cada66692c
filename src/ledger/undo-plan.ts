import type { Change, ChangeSet } from './change-set.ts';
import { folded, type Version } from './history.ts';
import type { AnyKind, UndoConflict } from './ledger.ts';
import type { StoredDocument } from './ledger-store.ts';
import { atomKey, isErasure, LIFE } from './names.ts';
import type { RecordDraft, Revert } from './record-draft.ts';
import type { SetGraph } from './set-graph.ts';
import { writerAfter } from './set-writes.ts';

/** A record that the sets taken back had changed: as it is, and every set that ever touched it. */
export interface TouchedRecord {
  draft: RecordDraft;
  history: Version[];
}

/** A field of a record, or the record's life. */
interface Atom {
  key: string;
  field: string;
  record: TouchedRecord;
}

interface UndoPlan {
  reverts: { record: TouchedRecord; to: Revert }[];
  conflicts: UndoConflict[];
  keeps: string[];
  /** Whether anything goes once the conflicts stay. */
  undoable: boolean;
}

/**
 * Works out what taking back some sets does. After it, every field is as if they had never been: it has the value, and
 * the writer, of the last set that wrote it and still stands. Taking back an undo makes its sets stand again by the
 * same rule.
 */
export class UndoPlanner {
  readonly #graph: SetGraph;
  readonly #kinds: ReadonlyMap<string, AnyKind>;
  readonly #undoes: readonly string[];
  /** Ordinary sets that the undo makes fall or stand again. */
  readonly #turned: ReadonlySet<string>;
  readonly #records: readonly TouchedRecord[];
  readonly #atoms: readonly Atom[];

  constructor(tools: {
    graph: SetGraph;
    kinds: ReadonlyMap<string, AnyKind>;
    undoes: readonly string[];
    turned: ReadonlySet<string>;
    records: readonly TouchedRecord[];
  }) {
    this.#graph = tools.graph;
    this.#kinds = tools.kinds;
    this.#undoes = tools.undoes;
    this.#turned = tools.turned;
    this.#records = tools.records;
    this.#atoms = tools.records.flatMap((record) => this.#atomsOf(record));
  }

  plan(): UndoPlan {
    const conflicts = this.#atoms.flatMap((atom) => this.#conflict(atom) ?? []);
    const keeps = this.#spread(new Set(conflicts.map(({ kind, id, field }) => atomKey(kind, id, field))));
    const reverts = this.#records.map((record) => ({ record, to: this.#revert(record, keeps) }));
    return { reverts, conflicts, keeps: [...keeps], undoable: this.#atoms.some((atom) => !keeps.has(atom.key)) };
  }

  #atomsOf(record: TouchedRecord): Atom[] {
    const { kind, id } = record.draft;
    const changes = record.history.filter(({ set }) => this.#turned.has(set._id));
    const fields = new Set(changes.flatMap(({ change }) => writtenBy(change)));
    return [...fields].map((field) => ({ key: atomKey(kind.kind, id, field), field, record }));
  }

  /** The last set that wrote an atom and stands, once the undo is done. */
  #lastWrite(atom: Atom, keeps: ReadonlySet<string> = new Set()) {
    const planned = { undoes: [...this.#undoes], keeps: [...keeps] };
    return this.#writes(atom).findLast(({ set }) => !this.#graph.undone(set._id, atom.key, planned));
  }

  #writes(atom: Atom) {
    return atom.record.history.filter(({ set, change }) => !set.undoes && writtenBy(change).includes(atom.field));
  }

  /** Who stands in the way: the last set to write the atom after the ones taken back, or to use the record at all. */
  #conflict(atom: Atom): UndoConflict | undefined {
    const { kind, id } = atom.record.draft;
    if (kind.yields?.includes(atom.field)) return undefined;
    const turned = this.#writes(atom).filter(({ set }) => this.#turned.has(set._id) && this.#turns(set, atom));
    const last = turned.at(-1);
    if (last === undefined) return undefined;
    const against = this.#overwriter(atom, last.change) ?? this.#intruder(atom) ?? this.#user(atom, turned[0]);
    return against && { kind: kind.kind, id, field: atom.field, set: against._id, by: against.cause.by };
  }

  /** The set that wrote the atom after the last of those that turn, and stands. */
  #overwriter(atom: Atom, last: Change): ChangeSet | undefined {
    const write = this.#lastWrite(atom);
    if (write === undefined || isErasure(write.set._id)) return undefined;
    return write.change.base > last.base && !this.#turned.has(write.set._id) ? write.set : undefined;
  }

  /** An undo is taken back only where things are as it left them: who changed the atom since then. */
  #intruder({ record, field }: Atom): ChangeSet | undefined {
    const changes = record.history.filter(({ change }) => writtenBy(change).includes(field));
    const left = changes.findLast(({ set }) => this.#undoes.includes(set._id));
    if (left?.set.undoes === undefined || leaves(left, field) === writerOf(record.draft.base, field)) return undefined;
    return changes.at(-1)?.set;
  }

  /** Whether this undo changes a set's standing for an atom: an earlier one may have kept it. */
  #turns(set: ChangeSet, atom: Atom): boolean {
    const after = this.#graph.undone(set._id, atom.key, { undoes: [...this.#undoes], keeps: [] });
    return after !== this.#graph.undone(set._id, atom.key);
  }

  /** The last standing set outside the undo that used a record which the undo would take away. */
  #user(atom: Atom, since: Version | undefined): ChangeSet | undefined {
    if (atom.field !== LIFE || since === undefined) return undefined;
    if (!atom.record.draft.living || lives(this.#lastWrite(atom)?.change)) return undefined;
    return atom.record.history.findLast(
      ({ set, change }) =>
        change.base > since.change.base &&
        !set.undoes &&
        !isErasure(set._id) &&
        !this.#turned.has(set._id) &&
        !this.#graph.undone(set._id),
    )?.set;
  }

  /** What a conflict holds with it: the whole of a record whose life is kept; a name with the field it stands for. */
  #spread(conflicts: ReadonlySet<string>): Set<string> {
    const keeps = new Set(conflicts);
    const links = this.#atoms.flatMap((atom) => this.#links(atom));
    for (let before = -1; before < keeps.size; ) {
      before = keeps.size;
      for (const [a, b] of links) {
        if (keeps.has(a)) keeps.add(b);
        if (keeps.has(b)) keeps.add(a);
      }
    }
    const own = new Set(this.#atoms.map((atom) => atom.key));
    return new Set([...keeps].filter((key) => own.has(key)));
  }

  #links(atom: Atom): [string, string][] {
    const { kind, id } = atom.record.draft;
    const links: [string, string][] = [];
    if (this.#comesOrGoes(kind.kind, id)) links.push([atom.key, atomKey(kind.kind, id, LIFE)]);
    if (kind.keyOf === undefined) return links;
    links.push([atom.key, atomKey(kind.kind, id, LIFE)]);
    for (const holder of this.#holders(atom.record)) {
      links.push([atom.key, atomKey(kind.keyOf.kind, holder, kind.keyOf.field)]);
      links.push([atom.key, atomKey(kind.keyOf.kind, holder, LIFE)]);
    }
    return links;
  }

  /** Whether a record would be taken away or brought back. */
  #comesOrGoes(kind: string, id: string): boolean {
    const life = this.#atoms.find((atom) => atom.key === atomKey(kind, id, LIFE));
    return life !== undefined && lives(this.#lastWrite(life)?.change) !== life.record.draft.living;
  }

  /** Whom the value belonged to before and after each of the sets that turn. */
  #holders(record: TouchedRecord): Set<string> {
    const holders = new Set<unknown>();
    let state: StoredDocument | null = null;
    for (const { set, change } of record.history) {
      const before: StoredDocument | null = state;
      state = folded(before, set, change);
      if (this.#turned.has(set._id)) holders.add(before?.holder).add(state.holder);
    }
    return new Set([...holders].filter((holder) => typeof holder === 'string'));
  }

  #revert(record: TouchedRecord, keeps: ReadonlySet<string>): Revert {
    const to: Revert = { set: {}, unset: [], writers: {} };
    const writers = record.draft.base?.writers ?? {};
    for (const atom of this.#atoms.filter((one) => one.record === record && !keeps.has(one.key))) {
      const write = this.#lastWrite(atom, keeps);
      if (atom.field === LIFE) {
        const writer = write?.set._id ?? null;
        if (lives(write?.change) !== record.draft.living) to.deleted = record.draft.living;
        if (to.deleted !== undefined) to.writers.deleted = writer;
      } else if (write === undefined || !(atom.field in write.change.set)) {
        if (atom.field in writers) to.unset.push(atom.field);
      } else if (writers[atom.field] !== write.set._id) {
        to.set[atom.field] = write.change.set[atom.field];
        to.writers[atom.field] = write.set._id;
      }
    }
    return to;
  }
}

/** The writer that a change leaves behind it. */
function leaves({ set, change }: Version, field: string): string | null {
  if (change.unset?.includes(field)) return null;
  return writerAfter(set._id, change, field === LIFE ? 'deleted' : field);
}

const writerOf = (record: StoredDocument | null | undefined, field: string): string | null =>
  record?.writers[field === LIFE ? 'deleted' : field] ?? null;

const lives = (change: Change | undefined): boolean => change !== undefined && change.deleted !== true;

/** Fields that a change writes; LIFE where it creates, removes or revives the record. */
export function writtenBy(change: Change): string[] {
  const fields = [...Object.keys(change.set), ...(change.unset ?? [])];
  return change.base === 0 || change.deleted !== undefined ? [...fields, LIFE] : fields;
}

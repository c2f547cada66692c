import type { Change, ChangeSet } from './change-set.ts';
import { folded, type Version } from './history.ts';
import type { UndoConflict } from './ledger.ts';
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
  /** What ordinary sets wrote there, oldest first. */
  writes: Version[];
}

interface UndoPlan {
  reverts: { record: TouchedRecord; to: Revert }[];
  conflicts: UndoConflict[];
  keeps: string[];
  /** Whether anything goes once the conflicts stay. */
  undoable: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Works out what taking back some sets does. After it, every field is as if they had never been: it has the value, and
 * the writer, of the last set that wrote it and still stands. Taking back an undo makes its sets stand again by the
 * same rule. The work grows with the changes, never with their square: sets may hold hundreds of records.
 */
export class UndoPlanner {
  readonly #graph: SetGraph;
  readonly #undoes: ReadonlySet<string>;
  /** Ordinary sets that the undo makes fall or stand again. */
  readonly #turned: ReadonlySet<string>;
  readonly #atomsOf: ReadonlyMap<TouchedRecord, readonly Atom[]>;
  readonly #atoms: ReadonlyMap<string, Atom>;

  constructor(tools: {
    graph: SetGraph;
    undoes: readonly string[];
    turned: ReadonlySet<string>;
    records: readonly TouchedRecord[];
  }) {
    this.#graph = tools.graph;
    this.#undoes = new Set(tools.undoes);
    this.#turned = tools.turned;
    this.#atomsOf = new Map(tools.records.map((record) => [record, this.#turnedIn(record)]));
    this.#atoms = new Map([...this.#atomsOf.values()].flat().map((atom) => [atom.key, atom]));
  }

  plan(): UndoPlan {
    const atoms = [...this.#atoms.values()];
    const conflicts = atoms.flatMap((atom) => this.#conflict(atom) ?? []);
    const keeps = this.#spread(conflicts.map(({ kind, id, field }) => atomKey(kind, id, field)));
    const reverts = [...this.#atomsOf].map(([record, its]) => ({ record, to: this.#revert(record, its, keeps) }));
    return { reverts, conflicts, keeps: [...keeps], undoable: atoms.some((atom) => !keeps.has(atom.key)) };
  }

  /** The atoms of a record that the sets which turn had written. */
  #turnedIn(record: TouchedRecord): Atom[] {
    const { kind, id } = record.draft;
    const atoms = new Map<string, Atom>();
    for (const { set, change } of record.history) {
      if (!this.#turned.has(set._id)) continue;
      for (const field of writtenBy(change))
        if (!atoms.has(field)) atoms.set(field, { key: atomKey(kind.kind, id, field), field, record, writes: [] });
    }
    for (const version of record.history.filter(({ set }) => !set.undoes))
      for (const field of writtenBy(version.change)) atoms.get(field)?.writes.push(version);
    return [...atoms.values()];
  }

  /** The last set that wrote an atom and stands, once the undo is done. */
  #lastWrite({ key, writes }: Atom, keeps: ReadonlySet<string> = NOTHING) {
    const planned = { undoes: this.#undoes, keeps };
    return writes.findLast(({ set }) => !this.#graph.undone(set._id, key, planned));
  }

  /** Who stands in the way: the last set to write the atom after the ones taken back, or to use the record at all. */
  #conflict(atom: Atom): UndoConflict | undefined {
    const { kind, id } = atom.record.draft;
    if (kind.yields?.includes(atom.field)) return undefined;
    const turned = atom.writes.filter(({ set }) => this.#turned.has(set._id) && this.#turns(set, atom));
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
    const left = changes.findLast(({ set }) => this.#undoes.has(set._id));
    if (left?.set.undoes === undefined || leaves(left, field) === writerOf(record.draft.base, field)) return undefined;
    return changes.at(-1)?.set;
  }

  /** Whether this undo changes a set's standing for an atom: an earlier one may have kept it. */
  #turns(set: ChangeSet, atom: Atom): boolean {
    const after = this.#graph.undone(set._id, atom.key, { undoes: this.#undoes, keeps: NOTHING });
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
  #spread(conflicts: readonly string[]): Set<string> {
    const keeps = new Set(conflicts);
    if (keeps.size === 0) return keeps;
    const linked = this.#links();
    // A set gives what is added while it is walked, too.
    for (const key of keeps) for (const other of linked.get(key) ?? []) keeps.add(other);
    return new Set([...keeps].filter((key) => this.#atoms.has(key)));
  }

  /** What stays or goes together, both ways. */
  #links(): ReadonlyMap<string, readonly string[]> {
    const links = new Map<string, string[]>();
    const add = (from: string, to: string) => {
      const known = links.get(from);
      if (known === undefined) links.set(from, [to]);
      else known.push(to);
    };
    for (const [record, atoms] of this.#atomsOf) {
      const ends = this.#linkedTo(record);
      for (const { key } of atoms)
        for (const end of ends) {
          add(key, end);
          add(end, key);
        }
    }
    return links;
  }

  /** What each atom of a record is linked to. */
  #linkedTo(record: TouchedRecord): string[] {
    const { kind, id } = record.draft;
    const life = atomKey(kind.kind, id, LIFE);
    const { keyOf } = kind;
    if (keyOf === undefined) return this.#comesOrGoes(life) ? [life] : [];
    const holders = [...this.#holders(record)];
    return [life, ...holders.flatMap((one) => [atomKey(keyOf.kind, one, keyOf.field), atomKey(keyOf.kind, one, LIFE)])];
  }

  /** Whether a record would be taken away or brought back. */
  #comesOrGoes(life: string): boolean {
    const atom = this.#atoms.get(life);
    return atom !== undefined && lives(this.#lastWrite(atom)?.change) !== atom.record.draft.living;
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

  #revert(record: TouchedRecord, atoms: readonly Atom[], keeps: ReadonlySet<string>): Revert {
    const to: Revert = { set: {}, unset: [], writers: {} };
    const writers = record.draft.base?.writers ?? {};
    for (const atom of atoms.filter(({ key }) => !keeps.has(key))) {
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

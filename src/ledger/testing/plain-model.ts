import type { ChangeSet } from '../change-set.ts';
import { LIFE, recordKey } from '../names.ts';
import type { Command, Outcome } from './company.ts';

interface PlainWrite {
  record: string;
  field: string;
  /** Undefined: absent from here on. For a record's life: whether it lives. */
  value: unknown;
}

/** Something that was done, as anyone would note it down. */
interface Deed {
  id: string;
  writes: PlainWrite[];
  uses: Set<string>;
  amends?: string;
  triggeredBy?: string;
  undoes?: string[];
  keeps?: string[];
}

const YIELDING = 'seen';

/**
 * The company with one person at work and no machine that fails: a list of deeds, each of which stands until it is taken
 * back. A field has the value of the last deed that wrote it and stands; there is nothing else to it.
 */
export class PlainModel {
  readonly #deeds: Deed[] = [];

  /** Runs a command after all the others. From the set: what it used and followed, and what its undo left standing. */
  run(id: string, command: Command, set: ChangeSet): Outcome {
    const { amends, triggeredBy, keeps = [] } = set;
    const uses = new Set(set.undoes ? [] : set.changes.map((change) => recordKey(change.kind, change.id)));
    const deed: Deed = { id, writes: [], uses, amends, triggeredBy };
    const outcome = command.do === 'undo' ? this.#undo(deed, command, keeps) : this.#act(deed, command);
    this.#deeds.push(outcome === 'conflict' || outcome === 'nothing' ? { id, writes: [], uses: new Set() } : deed);
    return outcome;
  }

  /** A deed that came to nothing; it can still be taken back. */
  idle(id: string): void {
    this.#deeds.push({ id, writes: [], uses: new Set() });
  }

  /** The records that live, with their fields and each field's writer. */
  records(): Record<string, { fields: Record<string, unknown>; writers: Record<string, string> }> {
    const all = new Set(this.#deeds.flatMap((deed) => deed.writes.map((write) => write.record)));
    const living = [...all].filter((record) => this.#lives(record));
    return Object.fromEntries(
      living.map((record) => {
        const writers: Record<string, string> = {};
        for (const field of [...Object.keys(this.#fields(record)), LIFE])
          writers[field === LIFE ? 'deleted' : field] = this.#last(record, field)?.deed.id ?? '';
        return [record, { fields: this.#fields(record), writers }];
      }),
    );
  }

  #stands(deed: Deed, atom?: string): boolean {
    return !this.#deeds.some(
      (undo) => undo.undoes?.includes(deed.id) && !(atom && undo.keeps?.includes(atom)) && this.#stands(undo, atom),
    );
  }

  #writes(record: string, field: string) {
    const atom = `${record}/${field}`;
    return this.#deeds.flatMap((deed, place) =>
      deed.writes
        .filter((write) => write.record === record && write.field === field)
        .map(({ value }) => ({ deed, place, value, stands: this.#stands(deed, atom) })),
    );
  }

  #last = (record: string, field: string) => this.#writes(record, field).findLast(({ stands }) => stands);
  #lives = (record: string): boolean => this.#last(record, LIFE)?.value === true;

  #fields(record: string): Record<string, unknown> {
    const names = this.#deeds.flatMap((deed) => deed.writes.filter((write) => write.record === record));
    const fields: Record<string, unknown> = {};
    for (const { field } of names) {
      const value = field === LIFE ? undefined : this.#last(record, field)?.value;
      if (value !== undefined) fields[field] = value;
    }
    return fields;
  }

  #write(deed: Deed, record: string, fields: Record<string, unknown>): void {
    for (const [field, value] of Object.entries(fields)) deed.writes.push({ record, field, value });
  }

  #create(deed: Deed, record: string, fields: Record<string, unknown>): void {
    const former = Object.fromEntries(Object.keys(this.#fields(record)).map((field) => [field, undefined]));
    this.#write(deed, record, { ...former, ...fields, [LIFE]: true });
  }

  #act(deed: Deed, command: Exclude<Command, { do: 'undo' }>): Outcome {
    if ('seat' in command) return this.#seat(deed, command);
    const account = `account:${command.account}`;
    const lives = this.#lives(account);
    if (command.do === 'create') {
      if (lives || !this.#takeName(deed, command.name, command.account)) return 'taken';
      this.#create(deed, account, { name: command.name });
      return 'done';
    }
    if (!lives) return 'nothing';
    const { name } = this.#fields(account);
    const free = () => this.#write(deed, `account-name:${name}`, { [LIFE]: false });
    if (command.do === 'edit') {
      this.#write(deed, account, { [command.field]: command.value });
    } else if (command.do === 'note') {
      this.#create(deed, `note:note-${deed.id}`, { account: command.account, text: 'called' });
    } else if (command.do === 'remove') {
      this.#write(deed, account, { [LIFE]: false });
      free();
    } else if (name !== command.name) {
      if (!this.#takeName(deed, command.name, command.account)) return 'taken';
      free();
      this.#write(deed, account, { name: command.name });
    }
    return 'done';
  }

  #seat(deed: Deed, command: Extract<Command, { do: 'promote' | 'demote' }>): Outcome {
    if (command.do === 'demote' && this.#fields(`seat:${command.other}`).admin !== true) return 'refused';
    this.#write(deed, `seat:${command.seat}`, { admin: command.do === 'promote' });
    return 'done';
  }

  /** A seat that has always been there. */
  seat(id: string): void {
    const deed: Deed = { id: `seat-${id}`, writes: [], uses: new Set() };
    this.#create(deed, `seat:${id}`, { admin: true });
    this.#deeds.push(deed);
  }

  #takeName(deed: Deed, name: string, holder: string): boolean {
    const record = `account-name:${name}`;
    if (this.#lives(record)) return false;
    this.#create(deed, record, { holder });
    return true;
  }

  #undo(deed: Deed, command: Extract<Command, { do: 'undo' }>, keeps: string[]): Outcome {
    const tree = this.#tree(command.set);
    if (tree.length === 0) return 'nothing';
    deed.undoes = tree.map(({ id }) => id);
    const conflicts = this.#conflicts(deed, this.#turned(tree));
    if (conflicts.length > 0 && !command.keepConflicting) return 'conflict';
    for (const atom of conflicts) if (!keeps.includes(atom)) throw new Error(`undo overwrote a later ${atom}`);
    deed.keeps = keeps;
    return 'done';
  }

  #tree(root: string): Deed[] {
    const found = new Set<Deed>();
    const visit = (deed: Deed) => {
      if (found.has(deed) || !this.#stands(deed)) return;
      found.add(deed);
      for (const other of this.#deeds) if (other.amends === deed.id || other.triggeredBy === deed.id) visit(other);
    };
    for (const deed of this.#deeds) if (deed.id === root) visit(deed);
    return [...found];
  }

  #turned(tree: readonly Deed[]): Set<Deed> {
    const inner = tree.flatMap((deed) => this.#deeds.filter((other) => deed.undoes?.includes(other.id)));
    const ordinary = tree.filter((deed) => deed.undoes === undefined);
    return inner.length === 0 ? new Set(ordinary) : new Set([...ordinary, ...this.#turned(inner)]);
  }

  /** Whether an undo that is to be taken back left the field otherwise than it is now. */
  #sinceUndone(undo: Deed, record: string, field: string): boolean {
    const upTo = (end: number) => {
      const past = new PlainModel();
      past.#deeds.push(...this.#deeds.slice(0, end));
      return past.#last(record, field)?.deed;
    };
    const now = upTo(this.#deeds.length - 1);
    const inner = this.#deeds.findLastIndex(
      (deed) =>
        undo.undoes?.includes(deed.id) &&
        (deed.undoes || deed.writes.some((write) => write.record === record && write.field === field)),
    );
    if (!this.#deeds[inner]?.undoes) return false;
    return inner >= 0 && upTo(inner + 1) !== now;
  }

  #conflicts(undo: Deed, turned: ReadonlySet<Deed>): string[] {
    const written = [...turned].flatMap((deed) => deed.writes);
    const atoms = new Map(written.map((write) => [`${write.record}/${write.field}`, write]));
    const before = [...atoms.values()].map((atom) => ({
      ...atom,
      was: this.#writes(atom.record, atom.field),
      lived: this.#lives(atom.record),
    }));
    this.#deeds.push(undo);
    const conflicts = before.filter(({ record, field, was, lived }) => {
      if (field === YIELDING) return false;
      const now = this.#writes(record, field);
      const changed = now.filter(({ deed, stands }, i) => turned.has(deed) && stands !== was[i]?.stands);
      if (changed.length === 0) return false;
      const again = changed.some(({ stands }) => stands);
      if (again && this.#sinceUndone(undo, record, field)) return true;
      const last = changed.at(-1)?.place ?? 0;
      if (now.some(({ deed, place, stands }) => place > last && stands && !turned.has(deed))) return true;
      if (field !== LIFE || !lived || this.#lives(record)) return false;
      const first = changed[0]?.place ?? 0;
      return this.#deeds.some(
        (deed, i) => i > first && deed.uses.has(record) && !turned.has(deed) && this.#stands(deed),
      );
    });
    this.#deeds.pop();
    return conflicts.map(({ record, field }) => `${record}/${field}`);
  }
}

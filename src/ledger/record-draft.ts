import type { Change } from './change-set.ts';
import type { AnyKind } from './ledger.ts';
import type { StoredDocument } from './ledger-store.ts';
import { blanksOf } from './personal-fields.ts';

/** What a revert writes: values with their former writers, absent fields, and whether the record lives. */
export interface Revert {
  set: Record<string, unknown>;
  unset: string[];
  writers: Record<string, string | null>;
  deleted?: boolean;
}

const VERSIONED = new Set(['_id', 'v', 'updatedAt', 'writers', 'deleted']);

/** The record's own fields, without what every record carries. */
export const fieldsOf = (document: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(document).filter(([field]) => !VERSIONED.has(field)));

function checkedField(field: string): string {
  if (VERSIONED.has(field) || field === '' || field.startsWith('$') || field.includes('.') || field.includes('/'))
    throw new Error(`not a name for a field of a record: ${field}`);
  return field;
}

/** One record in a draft: as it was read, and what the draft does to it. Several changes become one. */
export class RecordDraft {
  readonly kind: AnyKind;
  readonly id: string;
  /** As it lies in the store; null: it never existed. Undefined: not looked yet. */
  base: StoredDocument | null | undefined;
  #taken = false;
  #set: Record<string, unknown> = {};
  #unset = new Set<string>();
  #writers: Record<string, string | null> = {};
  #deleted: boolean | undefined;

  constructor(kind: AnyKind, id: string, base: StoredDocument | null | undefined) {
    this.kind = kind;
    this.id = id;
    this.base = base;
  }

  get taken(): boolean {
    return this.#taken;
  }

  get living(): boolean {
    if (this.#deleted !== undefined) return !this.#deleted;
    return this.base != null && this.base.deleted !== true;
  }

  /** Whether it was absent before and is there after. */
  get appears(): boolean {
    return this.living && (this.base == null || this.base.deleted === true);
  }

  /** The record as it would be; null when absent or deleted. */
  view(): StoredDocument | null {
    if (!this.living) return null;
    const { _id = this.id, v = 0, updatedAt = new Date(0), writers = {} } = this.base ?? {};
    const kept = Object.entries(fieldsOf(this.base ?? {})).filter(([field]) => !this.#unset.has(field));
    return { ...Object.fromEntries(kept), ...this.#set, _id, v, updatedAt, writers };
  }

  take(): void {
    this.#taken = true;
  }

  create(fields: object): void {
    if (this.living) throw new Error(`${this.kind.kind} ${this.id} exists already`);
    this.#taken = true;
    this.#deleted = false;
    this.#set = {};
    this.write(fields);
    this.#clearFormerLife();
  }

  /** Only now is it known whether a tombstone lies under a created id; false when a living record does. */
  foundUnder(base: StoredDocument | null): boolean {
    this.base = base;
    this.#clearFormerLife();
    return base === null || base.deleted === true;
  }

  write(patch: object): void {
    if (!this.living) throw new Error(`${this.kind.kind} ${this.id} is deleted`);
    this.#taken = true;
    for (const [field, value] of Object.entries(patch)) {
      if (value === undefined) continue;
      this.#set[checkedField(field)] = value;
      this.#unset.delete(field);
      delete this.#writers[field];
    }
  }

  /** A record that this draft created is forgotten again; any other becomes a tombstone. */
  remove(): void {
    this.#taken = this.base != null;
    this.#set = {};
    this.#unset.clear();
    this.#writers = {};
    this.#deleted = this.base != null && this.base.deleted !== true ? true : undefined;
  }

  revert(to: Revert): void {
    this.#taken = true;
    Object.assign(this.#set, to.set);
    Object.assign(this.#writers, to.writers);
    for (const field of to.unset) {
      this.#unset.add(field);
      delete this.#set[field];
      delete this.#writers[field];
    }
    if (to.deleted !== undefined) this.#deleted = to.deleted;
  }

  change(): Change {
    const before: Record<string, unknown> = {};
    const writersBefore: Record<string, string | null> = {};
    const unset = [...this.#unset];
    for (const field of [...Object.keys(this.#set), ...unset]) {
      if (this.base != null && field in this.base) before[field] = this.base[field];
      writersBefore[field] = this.base?.writers[field] ?? null;
    }
    const base = this.base?.v ?? 0;
    const subject = this.#subjectOf([...Object.keys(this.#set), ...unset]);
    if (this.#deleted !== undefined) writersBefore.deleted = this.base?.writers.deleted ?? null;
    return {
      kind: this.kind.kind,
      id: this.id,
      base,
      set: this.#set,
      ...(unset.length > 0 ? { unset } : {}),
      before,
      writersBefore,
      ...(Object.keys(this.#writers).length > 0 ? { writersAfter: this.#writers } : {}),
      ...(subject == null ? {} : { subject }),
      ...(this.#deleted !== undefined && base > 0 ? { deleted: this.#deleted } : {}),
    };
  }

  /** Whose the personal ones among these fields are. */
  #subjectOf(fields: readonly string[]): string | null | undefined {
    const whole = this.view() ?? this.base;
    const blanks = blanksOf(this.kind);
    if (whole == null || !fields.some((field) => field in blanks)) return null;
    return this.kind.subjectOf?.(this.id, fieldsOf(whole));
  }

  #clearFormerLife(): void {
    this.#unset = new Set(Object.keys(fieldsOf(this.base ?? {})).filter((field) => !(field in this.#set)));
  }
}

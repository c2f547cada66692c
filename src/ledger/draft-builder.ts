import { type Address, directRoom, isDirect, type MessageDraft } from '../chat/message.ts';
import { breather } from '../ports/breather.ts';
import { buttonFields, buttonKind } from './button.ts';
import type { Cause, Change, ChangeSet, Outgoing, RuleReason, Stored, Versioned } from './change-set.ts';
import type { AnyKind, Draft, RecordKind, SendOptions } from './ledger.ts';
import type { LedgerStore, StoredDocument } from './ledger-store.ts';
import { ownGuard, recordGuard, recordKey, treeGuard } from './names.ts';
import { randomTwelve } from './random-twelve.ts';
import { fieldsOf, RecordDraft } from './record-draft.ts';
import { SCHEMA } from './schema.ts';

/** What an undo writes into its draft beside the records. */
type Undoing = Required<Pick<ChangeSet, 'undoes' | 'keeps' | 'withdraws'>>;

const newToken = (): string => randomTwelve().toString('base64url');

/** Gathers one decision into one change set. */
export class DraftBuilder implements Draft {
  readonly cause: Cause;
  readonly #store: LedgerStore;
  readonly #now: Date;
  readonly #begun: Date;
  readonly #records = new Map<string, RecordDraft>();
  readonly #fresh = new Set<string>();
  readonly #messages: Outgoing[] = [];
  readonly #links: Partial<Pick<ChangeSet, 'amends' | 'triggeredBy' | 'reason' | 'undoes' | 'keeps' | 'withdraws'>> =
    {};
  readonly #trees = new Map<string, number>();
  #stale = false;

  constructor(cause: Cause, store: LedgerStore, now: Date, begun: Date) {
    this.cause = cause;
    this.#store = store;
    this.#now = now;
    this.#begun = begun;
  }

  get setId(): string {
    return this.cause.id;
  }

  newId(kind: string): string {
    const id = newToken();
    this.#fresh.add(recordKey(kind, id));
    return id;
  }

  async read<T extends object>(kind: RecordKind<T>, id: string): Promise<Stored<T> | null> {
    const [record] = await this.readAll(kind, [id]);
    return record ?? null;
  }

  async readAll<T extends object>(kind: RecordKind<T>, ids: readonly string[]): Promise<(Stored<T> | null)[]> {
    const records = await this.load(ids.map((id) => ({ kind, id })));
    return records.map((record) => record.view() as Stored<T> | null);
  }

  /** Records as this draft has them, tombstones included, in the order asked for; each read once, one read a collection. */
  async load(wanted: readonly { kind: AnyKind; id: string }[]): Promise<RecordDraft[]> {
    const unread = wanted.filter(({ kind, id }) => this.#records.get(recordKey(kind.kind, id)) === undefined);
    const found = await this.#found(unread);
    return wanted.map(({ kind, id }) => this.#record(kind, id, found.get(recordKey(kind.kind, id)) ?? null));
  }

  create<T extends object>(kind: RecordKind<T>, id: string, fields: T): void {
    this.#record(kind, id, this.#fresh.has(recordKey(kind.kind, id)) ? null : undefined).create(fields);
  }

  change<T extends object>(kind: RecordKind<T>, record: Stored<T>, patch: Partial<{ [K in keyof T]: T[K] | null }>) {
    this.#asRead(kind, record).write(patch);
  }

  remove<T extends object>(kind: RecordKind<T>, record: Stored<T>): void {
    this.#asRead(kind, record).remove();
  }

  rely(kind: AnyKind, record: Versioned): void {
    this.#asRead(kind, record).take();
  }

  send(to: Address, message: MessageDraft, options: SendOptions = {}): string {
    const { pressers = defaultPressers(to, this.cause), ...how } = options;
    const id = `${this.setId}/${String(this.#messages.length + 1).padStart(2, '0')}`;
    const { buttons: drafts, ...words } = message;
    const buttons = drafts?.map((button) => {
      const buttonId = this.newId(buttonKind.kind);
      this.create(buttonKind, buttonId, buttonFields(button, { cause: this.cause, pressers, now: this.#now }));
      return { id: buttonId, label: button.label, ...(button.file === undefined ? {} : { file: button.file }) };
    });
    this.#messages.push({ id, to, message: buttons === undefined ? words : { ...words, buttons }, ...how });
    return id;
  }

  amends(setId: string): void {
    this.#links.amends = setId;
  }

  triggeredBy(setId: string): void {
    this.#links.triggeredBy = setId;
  }

  because(reason: RuleReason): void {
    this.#links.reason = reason;
  }

  /** `trees`: every set whose standing changes, with how many sets follow it already. */
  undoing(undoing: Undoing, trees: ReadonlyMap<string, number>): void {
    Object.assign(this.#links, undoing);
    for (const [id, followers] of trees) this.#trees.set(id, followers);
  }

  /** The change set of what was gathered; null when what was read does not agree, so that it must be decided again. Throws what a kind's check throws. */
  async build(kinds: ReadonlyMap<string, AnyKind>): Promise<ChangeSet | null> {
    await this.#lookUnderCreated();
    await this.#joinTrees();
    if (this.#stale) return null;
    const taken = [...this.#records.values()].filter((record) => record.taken);
    for (const { kind } of taken) if (!kinds.has(kind.kind)) throw new Error(`unknown kind ${kind.kind}`);
    const breathe = breather();
    const changes: Change[] = [];
    for (const record of inApplyOrder(taken)) {
      checked(record);
      changes.push(record.change());
      await breathe();
    }
    return {
      _id: this.setId,
      at: this.#laterThan(taken),
      schema: SCHEMA,
      cause: this.cause,
      ...this.#links,
      ...(this.#trees.size > 0 ? { follows: [...this.#trees.keys()] } : {}),
      guards: [
        ownGuard(this.setId),
        ...[...this.#trees].map(([id, followers]) => treeGuard(id, followers)),
        ...changes.map(({ kind, id, base }) => recordGuard(kind, id, base)),
      ],
      changes,
      messages: this.#messages,
      ...(this.cause.event === undefined ? {} : { begun: this.#begun }),
      token: newToken(),
    };
  }

  #record(kind: AnyKind, id: string, base: StoredDocument | null | undefined): RecordDraft {
    const key = recordKey(kind.kind, id);
    const known = this.#records.get(key);
    if (known !== undefined) return known;
    const record = new RecordDraft(kind, id, base);
    this.#records.set(key, record);
    return record;
  }

  #asRead(kind: AnyKind, record: Versioned): RecordDraft {
    if (!readWhole(record)) throw new Error(`a ${kind.kind} must be read whole before it is changed`);
    const draft = this.#record(kind, record._id, record as StoredDocument);
    if ((draft.base?.v ?? 0) !== record.v) this.#stale = true;
    return draft;
  }

  async #lookUnderCreated(): Promise<void> {
    const created = [...this.#records.values()].filter(({ base }) => base === undefined);
    const found = await this.#found(created);
    for (const record of created) {
      const { kind, id } = record;
      if (!record.foundUnder(found.get(recordKey(kind.kind, id)) ?? null))
        throw new Error(`${kind.kind} ${id} exists already`);
    }
  }

  /** What lies in the store, by `recordKey`. */
  async #found(wanted: readonly { kind: AnyKind; id: string }[]): Promise<Map<string, StoredDocument>> {
    const idsOf = new Map<AnyKind, string[]>();
    for (const { kind } of wanted) idsOf.set(kind, []);
    for (const { kind, id } of wanted) idsOf.get(kind)?.push(id);
    const found = new Map<string, StoredDocument>();
    await Promise.all(
      [...idsOf].map(async ([kind, ids]) => {
        for (const document of await this.#store.read(kind.collection, ids))
          found.set(recordKey(kind.kind, document._id), document);
      }),
    );
    return found;
  }

  async #joinTrees(): Promise<void> {
    const { amends, triggeredBy } = this.#links;
    const joined = [amends, triggeredBy].filter((id) => id !== undefined).filter((id) => !this.#trees.has(id));
    if (joined.length === 0) return;
    const followers = await this.#store.setsFollowing(joined);
    for (const id of joined) this.#trees.set(id, followers.filter((set) => set.follows?.includes(id)).length);
  }

  #laterThan(superseded: readonly RecordDraft[]): Date {
    const after = superseded.map((record) => (record.base?.updatedAt.getTime() ?? 0) + 1);
    return new Date(after.reduce((latest, at) => Math.max(latest, at), this.#now.getTime()));
  }
}

/**
 * What comes to life is put into effect before what changes, a key before its holder, and what was made last before what
 * it hangs on: whoever reads a record as this set left it also finds what this set made around it.
 */
function inApplyOrder(taken: readonly RecordDraft[]): RecordDraft[] {
  const rank = ({ kind, appears }: RecordDraft) => {
    if (kind.bookkeeping === true) return 3;
    if (!appears) return 2;
    return kind.keyOf === undefined ? 1 : 0;
  };
  return taken.toReversed().sort((a, b) => rank(a) - rank(b));
}

/** Every field that has a writer is there, so a record read with a projection shows itself. */
function readWhole(record: Partial<Versioned>): boolean {
  if (record.v === undefined || record.updatedAt === undefined || record.writers === undefined) return false;
  return Object.keys(record.writers).every((field) => field === 'deleted' || field in record);
}

function checked(record: RecordDraft): void {
  const view = record.view();
  if (view !== null) record.kind.validate?.(fieldsOf(view));
}

function defaultPressers(to: Address, cause: Cause): string[] | null {
  if (to.onlyFor !== undefined) return [to.onlyFor];
  if (isDirect(to.room)) return [to.room.slice(directRoom('').length)];
  return cause.by === 'system' ? null : [cause.by];
}

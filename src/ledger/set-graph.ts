import type { ChangeSet } from './change-set.ts';
import type { LedgerStore } from './ledger-store.ts';
import { byTime } from './names.ts';

/** What an undo takes back, and what of it stays, for looking up. */
export interface TakesBack {
  undoes: ReadonlySet<string>;
  keeps: ReadonlySet<string>;
}

/** Sets with everything that amends them, follows from them or takes them back, transitively. */
export class SetGraph {
  readonly #store: LedgerStore;
  readonly #sets = new Map<string, ChangeSet>();
  readonly #followers = new Map<string, ChangeSet[]>();
  /** Of every set in the graph that is an undo. */
  readonly #undos = new Map<string, TakesBack>();

  constructor(store: LedgerStore) {
    this.#store = store;
  }

  /** Loads the followers of these sets, and theirs. */
  async grow(sets: readonly ChangeSet[]): Promise<void> {
    let fresh = sets.filter((set) => !this.#followers.has(set._id));
    while (fresh.length > 0) {
      for (const set of fresh) {
        this.#sets.set(set._id, set);
        this.#followers.set(set._id, this.#followers.get(set._id) ?? []);
        if (set.undoes !== undefined)
          this.#undos.set(set._id, { undoes: new Set(set.undoes), keeps: new Set(set.keeps) });
      }
      const followers = await this.#store.setsFollowing(fresh.map((set) => set._id));
      const named = new Set(fresh.map((set) => set._id));
      for (const follower of followers)
        for (const id of follower.follows ?? []) if (named.has(id)) this.#followers.get(id)?.push(follower);
      fresh = followers.filter((set) => !this.#followers.has(set._id));
    }
  }

  get(id: string): ChangeSet | undefined {
    return this.#sets.get(id);
  }

  /** The set, what amends it and what it triggered, transitively, oldest first; what was taken back left out. */
  tree(root: ChangeSet): ChangeSet[] {
    const found = new Set<ChangeSet>();
    const visit = (set: ChangeSet) => {
      if (found.has(set) || this.undone(set._id)) return;
      found.add(set);
      for (const follower of this.#followers.get(set._id) ?? [])
        if (follower.amends === set._id || follower.triggeredBy === set._id) visit(follower);
    };
    visit(root);
    return [...found].sort(byTime);
  }

  followers(id: string): number {
    return this.#followers.get(id)?.length ?? 0;
  }

  /**
   * Whether a set was taken back, by an undo that was not taken back itself. `atom`: asked for one field of one record,
   * which the undo may have kept. `planned`: an undo that is being drafted.
   */
  undone(id: string, atom?: string, planned?: TakesBack): boolean {
    const takesBack = (undo: TakesBack | undefined) =>
      undo?.undoes.has(id) && !(atom !== undefined && undo.keeps.has(atom));
    if (takesBack(planned)) return true;
    const followers = this.#followers.get(id) ?? [];
    return followers.some(({ _id }) => takesBack(this.#undos.get(_id)) && !this.undone(_id, atom, planned));
  }
}

import type { ChangeSet } from '../change-set.ts';
import type { Landed, LedgerStore, Write } from '../ledger-store.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/** The process died: nothing that it does from now on happens. */
class Crash extends Error {}

export interface Perils {
  /** Chance of dying at any step, before or after it took place. */
  crash: number;
  /** Chance that a commit takes place and its answer is lost. */
  lostAnswer: number;
}

/** The store as one process sees it: every step takes its turn, answers get lost, and the process may die at any of them. */
export class ActorStore implements LedgerStore {
  dead = false;
  readonly #store: LedgerStore;
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  readonly #perils: Perils;

  constructor(store: LedgerStore, scheduler: Scheduler, random: Random, perils: Perils) {
    this.#store = store;
    this.#scheduler = scheduler;
    this.#random = random;
    this.#perils = perils;
  }

  async step<T>(act: () => Promise<T>): Promise<T> {
    if (this.dead) throw new Crash();
    await this.#scheduler.turn();
    this.#mayDie();
    const result = await act();
    this.#mayDie();
    return result;
  }

  /** Half of the commits go on with their effects, one after the other, before they answer. */
  async insert(set: ChangeSet, effects?: () => Promise<readonly Write[]>): Promise<Landed> {
    const landed = await this.step(() => this.#store.insert(set));
    const goesOn = landed === 'inserted' && effects !== undefined && this.#random.chance(0.5);
    const result = goesOn ? await this.write(await effects()) : landed;
    if (this.#random.chance(this.#perils.lostAnswer)) throw new Error('the connection was closed');
    return result;
  }

  async write(writes: readonly Write[]): Promise<number> {
    let met = 0;
    for (const write of writes) met += await this.step(() => this.#store.write([write]));
    return met;
  }

  setsById = (ids: readonly string[]) => this.step(() => this.#store.setsById(ids));
  setsGuarding = (guards: readonly string[]) => this.step(() => this.#store.setsGuarding(guards));
  setsTouching = (ids: readonly string[]) => this.step(() => this.#store.setsTouching(ids));
  setsFollowing = (ids: readonly string[]) => this.step(() => this.#store.setsFollowing(ids));
  everySet = () => this.#store.everySet();
  unapplied = (limit: number) => this.step(() => this.#store.unapplied(limit));
  read = (collection: string, ids: readonly string[]) => this.step(() => this.#store.read(collection, ids));
  sent = (rows: readonly string[]) => this.step(() => this.#store.sent(rows));
  markApplied = (ids: readonly string[], at: Date) => this.step(() => this.#store.markApplied(ids, at));

  #mayDie(): void {
    if (!this.#random.chance(this.#perils.crash)) return;
    this.dead = true;
    throw new Crash();
  }
}

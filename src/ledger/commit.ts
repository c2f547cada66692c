import { ServiceError } from '../errors.ts';
import { giveWay } from '../ports/breather.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Apply } from './apply.ts';
import type { Cause, ChangeSet } from './change-set.ts';
import { DraftBuilder } from './draft-builder.ts';
import type { AnyKind, Draft, Recorded } from './ledger.ts';
import { type Landed, type LedgerStore, type Write, WriteRefused } from './ledger-store.ts';
import { checkCause } from './names.ts';

const DECISIONS = 25;
const INSERTS = 5;
/** From so many records on, to decide on a set and to write it each hold the loop long enough to let others in between. */
const LARGE = 100;

interface CommitTools {
  store: LedgerStore;
  kinds: ReadonlyMap<string, AnyKind>;
  apply: Apply;
  /** What a set does to the store. */
  effectsOf: (set: ChangeSet) => Write[];
  /** Sets that are being committed here and put into effect. */
  underWay: Set<string>;
  clock: Clock;
  machine: Clock;
  logger: Logger;
  pause: (ms: number) => Promise<void>;
}

const between = ({ changes }: ChangeSet): Promise<void> | undefined => (changes.length < LARGE ? undefined : giveWay());

/** Decides and commits; see `Ledger.record`. */
export function createCommit(tools: CommitTools) {
  const { store, kinds, apply, effectsOf, underWay, clock, machine, logger, pause } = tools;
  return async function record<T>(cause: Cause, decide: (draft: Draft) => Promise<T>): Promise<Recorded<T>> {
    checkCause(cause.id);
    for (let round = 0; round < DECISIONS; round++) {
      // Each clash means that somebody else got on; only many at once on the same record make waiting worth while.
      if (round > 1) await pause(Math.random() * Math.min(100, 2 ** round));
      const draft = new DraftBuilder(cause, store, clock.now(), machine.now());
      const decided = await attempt(draft, decide);
      if (decided.kind === 'repeated') return decided;
      const { set, outcome } = decided;
      if (set === null) continue;
      await between(set);
      if (await commit(set)) return { kind: 'committed', set, outcome };
      const earlier = await findOne(cause.id);
      if (earlier !== null) return repeated(earlier);
      await settle(set);
    }
    throw new ServiceError(`the same records kept changing: ${DECISIONS} decisions in a row came too late`);
  };

  /** Commits a set and puts it into effect; false when others were faster. */
  async function commit(set: ChangeSet): Promise<boolean> {
    let writes: Write[] = [];
    underWay.add(set._id);
    try {
      const landed = await insert(set, async () => {
        writes = effectsOf(set);
        await between(set);
        return writes;
      });
      if (landed !== 'clash') await applySoon(set, landed, writes);
      return landed !== 'clash';
    } finally {
      underWay.delete(set._id);
    }
  }

  /** A decision that fails after its cause was recorded fails because of its own earlier effect: that one counts. */
  async function attempt<T>(draft: DraftBuilder, decide: (draft: Draft) => Promise<T>) {
    try {
      const outcome = await decide(draft);
      return { kind: 'decided' as const, outcome, set: await draft.build(kinds) };
    } catch (error) {
      const earlier = await findOne(draft.setId);
      if (earlier === null) throw error;
      return repeated(earlier);
    }
  }

  async function repeated(set: ChangeSet) {
    if (set.applied === undefined) await apply(set);
    return { kind: 'repeated' as const, set };
  }

  /** An insert whose outcome is unknown is repeated with the same document; its token tells ours from another's. */
  async function insert(set: ChangeSet, effects: () => Promise<Write[]>): Promise<Landed | 'found'> {
    for (let tries = 1; ; tries++) {
      try {
        if (tries === 1) return await store.insert(set, effects);
        const result = await store.insert(set);
        if (result !== 'clash') return result;
        return (await findOne(set._id))?.token === set.token ? 'found' : 'clash';
      } catch (error) {
        if (error instanceof WriteRefused) throw error;
        if (tries === INSERTS) throw new ServiceError('the store did not answer a commit', { cause: error });
        await pause(2 ** tries * 10);
      }
    }
  }

  /** Once committed, a set takes effect sooner or later: what fails here is done by the sweep. */
  async function applySoon(set: ChangeSet, landed: Landed | 'found', writes: readonly Write[]): Promise<void> {
    try {
      await apply(set, typeof landed === 'number' ? { writes, met: landed } : undefined);
    } catch (error) {
      // Found again after a lost answer: only the durable writes of apply prove that it is durable too.
      if (landed === 'found') throw new ServiceError('the store did not confirm a commit', { cause: error });
      logger.warn({ set: set._id }, 'a committed change set waits for the sweep');
    }
  }

  /** Puts into effect what stood in the way, so that the next reads see it. */
  async function settle(set: ChangeSet): Promise<void> {
    for (const other of await store.setsGuarding(set.guards)) if (other.applied === undefined) await apply(other);
  }

  async function findOne(id: string): Promise<ChangeSet | null> {
    const [set] = await store.setsById([id]);
    return set ?? null;
  }
}

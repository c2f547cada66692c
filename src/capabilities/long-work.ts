import type { Address, MessageDraft } from '../chat/message.ts';
import type { Locale } from '../chat/texts.ts';
import type { LongWork, UnderWay } from '../crm/long-work/long-work.ts';
import type { Person } from '../crm/person/person.ts';
import type { Stores } from '../crm/stores.ts';
import type { Stored } from '../ledger/change-set.ts';
import type { Draft, Ledger, RecordKind } from '../ledger/ledger.ts';
import { type Clock, machineClock } from '../ports/clock.ts';

/** A change set has 500 records at most; one is that of the work itself. */
export const MOST_RECORDS = 499;
/** More than this is not done at once: a turn has records of its own too, the talk, its buttons, whom it relies on. */
export const MOST_AT_ONCE = 480;
/** How often long work tells how far it is, in milliseconds. */
const TOLD_MS = 5_000;

/** One piece of long work under way, and who hears of it. */
export interface WorkUnderWay<T extends LongWork> {
  record: Stored<T>;
  person: Stored<Person>;
  to: Address;
  room: string;
}

/** What one change set of it leaves behind; `message` takes the place of what was said before. */
interface Stepped<T> {
  after: Partial<T>;
  message: MessageDraft | null;
}

/** What a sort of work is done with. */
export interface Hands<T extends LongWork> {
  /**
   * One change set, and with it how far the work is: whoever comes second with the same key changes nothing. False where
   * the work is no longer in the state that it was in.
   */
  step(
    work: WorkUnderWay<T>,
    key: string,
    decide: (draft: Draft, now: Stored<T>) => Promise<Stepped<T>>,
  ): Promise<boolean>;
  /** Asked again and again, whether it is time to tell how far it is. */
  pace(): () => boolean;
  /** Whether to stop after the change set under way. */
  stopping(): boolean;
}

export interface WorkWords {
  undoing(done: number, all: number): string;
  restoring(done: number, all: number): string;
  waits(state: UnderWay): string;
}

/** What tells one sort of long work from another. */
export interface SortOfWork<T extends LongWork> {
  kind: RecordKind<T>;
  words(locale: Locale): WorkWords;
  /** Of how many customers it tells. */
  size(record: T): number;
}

interface DoneBehind<T extends LongWork> extends SortOfWork<T> {
  underWay(): Promise<Stored<T>[]>;
  /** Does what is left, one change set after another; set n has the key `n`. */
  goOn(work: WorkUnderWay<T>, hands: Hands<T>): Promise<void>;
  /** Withdraws what was told to others, before anything is taken back. */
  withdraw?(draft: Draft, now: Stored<T>, work: WorkUnderWay<T>): Promise<void>;
  /** Its last words once it is taken back, or there again. */
  turned(draft: Draft, now: Stored<T>, work: WorkUnderWay<T>): Promise<Stepped<T>>;
}

/**
 * Does long work, takes it back and restores it: one change set after another, each with a cause of its own, so that any
 * process may go on where another one stopped and nothing is done twice.
 */
export function createLongWork<T extends LongWork>(
  sort: DoneBehind<T>,
  { ledger, stores, machine = machineClock }: { ledger: Ledger; stores: Pick<Stores, 'people'>; machine?: Clock },
) {
  const { kind } = sort;
  let stop = false;
  const hands: Hands<T> = { step, pace, stopping: () => stop };

  async function advance(record: Stored<T>): Promise<void> {
    const person = await stores.people.get(record.person);
    const said = await ledger.findSet(record.set);
    const to = said?.messages.find(({ id }) => id.startsWith(`${record.set}/`))?.to;
    if (person === null || said === null || to === undefined) return;
    const work = { record, person, to, room: said.cause.room ?? to.room };
    await (record.state === 'running' ? sort.goOn(work, hands) : turnBack(work));
  }

  /** Takes back what was done, from its end; or the taking back, from the beginning. */
  async function turnBack(work: WorkUnderWay<T>): Promise<void> {
    const { record, person } = work;
    const { chunks, round } = record;
    const size = sort.size(record);
    const back = record.state === 'undoing';
    const words = sort.words(person.locale)[back ? 'undoing' : 'restoring'];
    const due = pace();
    const { withdraw } = sort;
    if (back && withdraw !== undefined)
      await step(work, `told:${round}`, async (draft, now) => {
        await withdraw(draft, now, work);
        return { after: {}, message: null };
      });
    for (let done = record.done; done !== (back ? 0 : chunks); ) {
      if (stop) return;
      const at = back ? done : done + 1;
      done += back ? -1 : 1;
      const through = back ? chunks - done : done;
      const told = due() ? words(Math.round((size * through) / chunks), size) : null;
      const after = { done } as Partial<T>;
      await step(work, `${at}:${round}`, async (draft) => {
        await ledger.undo(draft, causeOf(record, back ? `${at}` : `${at}:${round - 1}`), { keepConflicting: true });
        return { after, message: told === null ? null : { text: told } };
      });
    }
    await step(work, `end:${round}`, async (draft, now) => {
      const { after, message } = await sort.turned(draft, now, work);
      return { after: { ...after, state: back ? 'undone' : 'done' }, message };
    });
  }

  async function step(
    { record, person, to, room }: WorkUnderWay<T>,
    key: string,
    decide: (draft: Draft, now: Stored<T>) => Promise<Stepped<T>>,
  ): Promise<boolean> {
    const id = causeOf(record, key);
    const recorded = await ledger.record({ id, kind: 'import', by: person._id, room }, async (draft) => {
      const now = await draft.read(kind, record._id);
      if (now === null || now.state !== record.state) return false;
      const { after, message } = await decide(draft, now);
      const shown = message === null ? now.shown : draft.send(to, message, { replaces: now.shown });
      draft.change(kind, now, { ...after, shown });
      return true;
    });
    return recorded.kind === 'repeated' || recorded.outcome;
  }

  function pace(): () => boolean {
    let told = machine.now().getTime();
    return () => {
      const now = machine.now().getTime();
      if (now - told < TOLD_MS) return false;
      told = now;
      return true;
    };
  }

  /** The key of one of its change sets. */
  const causeOf = ({ _id }: Stored<T>, key: string): string => `${kind.kind}:${_id}:${key}`;

  return {
    /** Does what is left of all of this sort that is under way. */
    async sweep(): Promise<void> {
      for (const record of await sort.underWay()) if (!stop) await advance(record);
    },
    /** Stops after the change set under way. */
    stop(): void {
      stop = true;
    },
  };
}

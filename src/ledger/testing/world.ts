import { ServiceError } from '../../errors.ts';
import { INBOX, OUTBOX } from '../collections.ts';
import { createLedger } from '../create-ledger.ts';
import type { AnyKind, Ledger } from '../ledger.ts';
import { type LedgerStore, WriteRefused } from '../ledger-store.ts';
import { ActorStore, type Perils } from './actor-store.ts';
import {
  accountKind,
  type Command,
  decide,
  nameKind,
  noteKind,
  type Outcome,
  SEATS,
  seatKind,
  someCommand,
  talkKind,
} from './company.ts';
import { MemoryStore } from './memory-store.ts';
import { Random } from './random.ts';
import { Scheduler } from './scheduler.ts';

export const kinds = [accountKind, nameKind, noteKind, seatKind, talkKind] as const;

/** A clause of the ledger taken out, by standing between a ledger and its store or by changing what it is given. */
export interface Broken {
  store?(store: LedgerStore, memory: MemoryStore, scheduler: Scheduler): LedgerStore;
  kinds?: readonly AnyKind[];
  /** Nobody sweeps while others are at work. */
  noSweep?: boolean;
  /** The deliverer throws away what it has delivered. */
  forgetsDelivered?: boolean;
}

interface Settings {
  seed: number;
  writers: number;
  commands: number;
  perils: Perils;
  broken?: Broken;
}

/** What the people saw, beside what the store holds. */
export interface Run {
  memory: MemoryStore;
  commands: Map<string, Command>;
  outcomes: Map<string, Outcome>;
  /** Causes that somebody was told had failed for good. */
  refused: Set<string>;
  /** Causes whose process died and did not come back: committed or not, nobody knows. */
  abandoned: Set<string>;
  /** Rows as they reached their readers. */
  delivered: string[];
  complaints: string[];
}

const T0 = Date.parse('2026-11-23T02:00:00Z');

/**
 * Lets several processes work at once: writers with commands of their own, each cause said twice by somebody else, a
 * sweep and a deliverer; processes die and start again with the cause they were at. At the end everything is swept and
 * delivered.
 */
export async function runWorld({ seed, writers, commands, perils, broken = {} }: Settings): Promise<Run> {
  const random = new Random(seed);
  const scheduler = new Scheduler(random);
  const memory = new MemoryStore();
  const run: Run = {
    memory,
    commands: new Map(),
    outcomes: new Map(),
    refused: new Set(),
    abandoned: new Set(),
    delivered: [],
    complaints: [],
  };
  let ticks = 0;

  function process(danger: Perils): { actor: ActorStore; ledger: Ledger } {
    const inner = broken.store?.(memory, memory, scheduler) ?? memory;
    const actor = new ActorStore(inner, scheduler, random, danger);
    const skew = (random.below(3) - 1) * 3_600_000;
    const clock = { now: () => new Date(T0 + skew + ticks++) };
    const pause = async () => (actor.dead ? undefined : scheduler.turn());
    const all = [...(broken.kinds ?? kinds)];
    return { actor, ledger: createLedger({ store: actor, kinds: all, clock, machine: clock, markDelayMs: 0, pause }) };
  }

  /** Says one cause until somebody answers; a process that dies is started again. */
  async function say(cause: string, by: string, command: Command): Promise<void> {
    for (let tries = 0; tries < 30; tries++) {
      const { actor, ledger } = process(perils);
      try {
        const event = `event-${cause}`;
        const recorded = await ledger.record({ id: cause, kind: 'message', by, event, room: `direct:${by}` }, (draft) =>
          decide(ledger, draft, command),
        );
        if (!actor.dead && recorded.kind === 'committed') run.outcomes.set(cause, recorded.outcome);
        if (!actor.dead) return;
      } catch (error) {
        if (error instanceof WriteRefused) run.refused.add(cause);
        if (error instanceof WriteRefused) return;
        if (error instanceof ServiceError && !actor.dead && error.message.includes('kept changing')) break;
      }
      if (random.chance(0.2)) run.abandoned.add(cause);
      if (run.abandoned.has(cause)) return;
    }
    run.complaints.push(`${cause} could not be recorded`);
  }

  const safe = { crash: 0, lostAnswer: 0 };
  for (const seat of SEATS) {
    const { ledger } = process(safe);
    await scheduler.run([
      async () => {
        await ledger.record({ id: `seat-${seat}`, kind: 'admin', by: 'system' }, async (draft) =>
          draft.create(seatKind, seat, { admin: true }),
        );
      },
    ]);
  }

  const causes: string[] = [];
  const writer = (name: string) => async () => {
    for (let n = 0; n < commands; n++) {
      const cause = `${name}-${n}`;
      const command = someCommand(random, causes);
      causes.push(cause);
      run.commands.set(cause, command);
      memory.collection(INBOX).set(`event-${cause}`, { _id: `event-${cause}`, state: 'open' });
      await say(cause, name, command);
    }
  };
  let busy = writers;
  const again = async () => {
    while (busy > 0) {
      await scheduler.turn();
      if (!random.chance(0.05) || causes.length === 0) continue;
      const cause = random.pick(causes);
      const command = run.commands.get(cause);
      if (command) await say(cause, cause.split('-')[0] ?? '', command);
    }
  };
  const sweeper = async () => {
    while (busy > 0 && !broken.noSweep) {
      for (let i = 0; i < 10 && busy > 0; i++) await scheduler.turn();
      await process(perils)
        .ledger.sweep()
        .catch(() => 0);
    }
  };
  const deliver = () => {
    const rows = [...memory.collection(OUTBOX).values()].filter((row) => row.state === 'open');
    const row = rows[random.below(rows.length)];
    if (row === undefined) return false;
    const late = memory.sets((set) => set.applied !== undefined && (set.withdraws?.includes(row._id) ?? false));
    if (late.length > 0) run.complaints.push(`${row._id} left after it was withdrawn`);
    run.delivered.push(row._id);
    if (broken.forgetsDelivered) memory.collection(OUTBOX).delete(row._id);
    else memory.collection(OUTBOX).set(row._id, { ...row, state: 'done' });
    return true;
  };
  const deliverer = async () => {
    while (busy > 0) {
      await scheduler.turn();
      if (random.chance(0.05)) deliver();
    }
  };
  const names = Array.from({ length: writers }, (_, i) => `w${i}`);
  const work = names.map((name) => () => writer(name)().finally(() => busy--));
  await scheduler.run([...work, again, sweeper, deliverer]);
  await scheduler.run([async () => void (await process(safe).ledger.sweep())]);
  while (deliver());
  return run;
}

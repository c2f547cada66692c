import { INBOX, LEDGER, OUTBOX } from './collections.ts';
import { createLedger } from './create-ledger.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerStore } from './ledger-store.ts';
import { prepareStore } from './migrate.ts';
import { mongoLedgerStore } from './mongo-ledger-store.ts';
import { compareWithLedger } from './rebuild.ts';
import { type Command, decide, SEATS, seatKind, someCommand } from './testing/company.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { Random } from './testing/random.ts';
import { testDatabase } from './testing/test-database.ts';
import { kinds } from './testing/world.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const businessKinds = [...kinds];

function clocked(store: LedgerStore): Ledger {
  let ticks = Date.parse('2026-11-23T02:00:00Z');
  const clock = { now: () => new Date(ticks++) };
  return createLedger({ store, kinds: businessKinds, clock, machine: clock, markDelayMs: 0 });
}

async function carryOut(ledger: Ledger, commands: readonly Command[]): Promise<string[]> {
  for (const seat of SEATS)
    await ledger.record({ id: `seat-${seat}`, kind: 'admin', by: 'system' }, async (draft) =>
      draft.create(seatKind, seat, { admin: true }),
    );
  const outcomes: string[] = [];
  for (const [n, command] of commands.entries()) {
    const cause = { id: `c${n}`, kind: 'message' as const, by: 'lin', event: `e${n}`, room: 'direct:lin' };
    const recorded = await ledger.record(cause, (draft) => decide(ledger, draft, command));
    outcomes.push(recorded.kind === 'committed' ? recorded.outcome : recorded.kind);
  }
  return outcomes;
}

test('MongoDB does what the simulated store does', async () => {
  for (const seed of [1, 2, 3]) {
    const random = new Random(seed);
    const commands: Command[] = [];
    for (let n = 0; n < 30; n++)
      commands.push(
        someCommand(
          random,
          commands.map((_, i) => `c${i}`),
        ),
      );
    const db = database.db(`same${seed}`);
    const memory = new MemoryStore();
    const ledger = clocked(mongoLedgerStore(db));
    await prepareStore({ db, ledger });
    for (const n of commands.keys()) {
      await db.collection<{ _id: string }>(INBOX).insertOne({ _id: `e${n}` });
      memory.collection(INBOX).set(`e${n}`, { _id: `e${n}` });
    }
    expect(await carryOut(ledger, commands)).toEqual(await carryOut(clocked(memory), commands));
    for (const name of [...businessKinds.map((kind) => kind.collection), LEDGER, INBOX, OUTBOX]) {
      const rows = await db.collection<{ _id: string }>(name).find({}).toArray();
      const without = ({ token: _, applied: __, ...row }: Record<string, unknown>) => row;
      const byId = (row: Record<string, unknown>) => [row._id, without(row)];
      expect([name, Object.fromEntries(rows.map(byId))]).toEqual([
        name,
        Object.fromEntries([...memory.collection(name).values()].map(byId)),
      ]);
    }
    const compared = await compareWithLedger(db, mongoLedgerStore(db), businessKinds);
    expect(compared).toMatchObject({ differences: 0, sets: 32 });
  }
});

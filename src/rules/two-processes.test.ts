import type { ChangeSet } from '../ledger/change-set.ts';
import { replay } from './replay.ts';
import { startStore, startWorld, type World } from './testing/world.ts';

let store: Awaited<ReturnType<typeof startStore>>;
let world: World;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  world = await startWorld(store);
});
afterEach(() => world.stop());

const PEOPLE = 40;
const HOUR_MS = 3_600_000;

async function company() {
  for (let n = 0; n < PEOPLE; n++) {
    await world.person(`p${n}`);
    await world.account(`客户${n}`, `p${n}`);
    await world.deal(`d${n}`, `p${n}`, `客户${n}`);
    await world.task(`t${n}`, `p${n}`, `客户${n}`, '2026-11-25', '15:00');
  }
}

const causes = () => world.told.map(({ set }) => set._id).sort();

test('two processes, one an hour fast: everybody hears once, under one key', async () => {
  await company();
  await world.runAt('2026-11-25T07:30');
  const fast = world.process(HOUR_MS);
  for (const time of ['08:00', '08:30', '09:00', '09:30', '13:30', '14:00', '14:30', '15:00', '15:30']) {
    world.setClock(`2026-11-25T${time}`);
    const now = world.at(`2026-11-25T${time}`);
    await Promise.all([world.rules.runDue(now), fast.rules.runDue(new Date(now.getTime() + HOUR_MS))]);
  }
  const steps = (rule: string) =>
    Array.from({ length: PEOPLE }, (_, n) => `rule:${rule}:t${n}:2026-11-25T07:00:00.000Z:p${n}`);
  expect(causes()).toEqual([...steps('step-brief'), ...steps('step-question')].sort());
  world.told.length = 0;
  for (const time of ['08:00', '09:00', '10:00']) {
    world.setClock(`2026-11-26T${time}`);
    const now = world.at(`2026-11-26T${time}`);
    await Promise.all([world.rules.runDue(now), fast.rules.runDue(new Date(now.getTime() + HOUR_MS))]);
  }
  expect(causes()).toEqual(Array.from({ length: PEOPLE }, (_, n) => `rule:morning:p${n}:2026-11-26`).sort());
});

test('a process that dies midway: the other one tells the rest', async () => {
  await company();
  await world.runAt('2026-11-26T08:00');
  const dying = world.process();
  let left = 15;
  const record = dying.ledger.record.bind(dying.ledger);
  dying.ledger.record = (cause, decide) => {
    if (left-- <= 0) throw new Error('killed');
    return record(cause, decide);
  };
  await expect(dying.rules.runDue(world.at('2026-11-26T09:00'))).rejects.toThrow('killed');
  expect(world.told).toHaveLength(15);
  await world.runAt('2026-11-26T09:00');
  expect(causes()).toEqual(Array.from({ length: PEOPLE }, (_, n) => `rule:morning:p${n}:2026-11-26`).sort());
});

test('replaying the stored facts gives the stored decisions', async () => {
  await company();
  await world.person('li', { role: 'manager' });
  await world.contact('王总', 'p0', '客户0', { calendar: 'solar', month: 11, day: 28, year: null, leap: false });
  await world.runAt('2026-11-25T08:00');
  await world.runAt('2026-11-25T14:30');
  await world.runAt('2026-11-26T09:00');
  const sets = (await Promise.all(world.told.map(({ set }) => world.ledger.findSet(set._id)))) as ChangeSet[];
  expect(sets).toHaveLength(2 * PEOPLE + 1);
  for (const { reason, changes } of sets) {
    const named = changes.filter(({ kind }) => kind === 'nudge').map(({ set }) => set.occurrence);
    expect(named).not.toEqual([]);
    expect(reason === undefined ? [] : replay(reason).map(({ occurrence }) => occurrence)).toEqual(named);
  }
});

import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../errors.ts';
import { machineClock } from '../ports/clock.ts';
import { silentLogger } from '../ports/logger.ts';
import type { ChatAdapter, DeliveryNotes } from './chat-adapter.ts';
import { createDeliverer, type DelivererParts } from './deliverer.ts';
import { noMetrics } from './metrics.ts';
import { laneOf, type OutboxRow } from './outbox-row.ts';

const rowTo = (room: string, rest: Partial<OutboxRow> = {}): OutboxRow => {
  const to = { adapter: 'toy', room };
  const state = { state: 'open', owner: 'me', due: new Date(0), at: new Date(0), attempts: 0 } as const;
  return { _id: `${room}/01`, set: room, to, lane: laneOf(to), message: { text: room }, ...state, ...rest };
};

/** A platform that can be asked, one message every ten milliseconds, and what the store was told in order. */
function setUp(deliver: (id: string, notes?: DeliveryNotes) => Promise<void> | void, mine: (id: string) => boolean) {
  const told: unknown[] = [];
  const store = {
    async begin(ids: readonly string[]) {
      told.push(['begin', ...ids]);
      return ids.every(mine);
    },
    stillHeld: async (ids: readonly string[]) => new Set(ids.filter(mine)),
    close: async (ids: readonly string[], _owner: string, state: string, _at: Date, first: readonly unknown[]) =>
      void told.push([state, ...ids, first.length]),
    failed: async (id: string) => ({ ...rowTo('x'), _id: id, attempts: 1 }),
  } as unknown as DelivererParts['store'];
  const adapter: ChatAdapter = {
    name: 'toy',
    looksUp: true,
    pace: { all: { burst: 1, everyMs: 10 } },
    start: async () => {},
    stop: async () => {},
    async deliver({ id }, _, notes) {
      told.push(['deliver', id, notes?.begun?.getTime() ?? null]);
      await deliver(id, notes);
    },
  };
  const deliverer = createDeliverer(adapter, {
    store,
    worker: { sure: () => true, alone: () => true, id: () => 'me' } as DelivererParts['worker'],
    rechecks: new Map(),
    localeOf: () => 'en',
    hasLeft: async () => false,
    clock: machineClock,
    machine: { now: () => new Date(7) },
    logger: silentLogger,
    metrics: noMetrics,
  });
  const settled = async () => {
    while (deliverer.backlog() > 0) await sleep(5);
    await deliverer.stop();
  };
  return { deliverer, told, settled };
}

test('rows that leave one after the other are noted together before the first, and what shows them with their end', async () => {
  const post = { channel: 'C', messages: ['1'], at: new Date(0) };
  const { deliverer, told, settled } = setUp(
    (id, notes) => (id === 'c/01' ? undefined : notes?.posted(post)),
    (id) => id !== 'b/01',
  );
  deliverer.add(
    ['a', 'b', 'c'].map((room) => rowTo(room)),
    performance.now(),
  );
  await settled();
  expect(told[0]).toEqual(['begin', 'a/01', 'b/01', 'c/01']);
  expect(told.filter((one) => String(one).startsWith('deliver'))).toEqual([
    ['deliver', 'a/01', null],
    ['deliver', 'c/01', null],
  ]);
  expect(told).toContainEqual(['done', 'a/01', 1]);
  expect(told).toContainEqual(['done', 'c/01', 0]);
});

test('what the commit noted leaves without a look of its own, as a first try; once it is stale it is looked at', async () => {
  const { deliverer, told, settled } = setUp(
    () => {},
    () => true,
  );
  deliverer.add([rowTo('a')], performance.now(), true);
  deliverer.add([rowTo('b')], Number.NEGATIVE_INFINITY, true);
  await settled();
  const began = told.filter((one) => /^(begin|deliver)/.test(String(one)));
  expect(began).toEqual([
    ['deliver', 'a/01', null],
    ['begin', 'b/01'],
    ['deliver', 'b/01', null],
  ]);
});

test('a second try knows that one began, here or in a process that is gone', async () => {
  let tries = 0;
  const { deliverer, told, settled } = setUp(
    () => {
      tries += 1;
      if (tries === 1) throw new ServiceError('lost');
    },
    () => true,
  );
  deliverer.add([rowTo('a')], performance.now());
  await settled();
  expect(told.filter((one) => String(one).startsWith('deliver'))).toEqual([
    ['deliver', 'a/01', null],
    ['deliver', 'a/01', 7],
  ]);
  const later = setUp(
    () => {},
    () => true,
  );
  later.deliverer.add([rowTo('a', { begun: new Date(3) })], Number.NEGATIVE_INFINITY);
  await later.settled();
  expect(later.told).toContainEqual(['deliver', 'a/01', 3]);
});

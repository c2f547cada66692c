import type { AdapterState } from '../chat/adapter-health.ts';
import type { Person } from '../crm/person/person.ts';
import type { Stored } from '../ledger/change-set.ts';
import { createLedger } from '../ledger/create-ledger.ts';
import { MemoryStore } from '../ledger/testing/memory-store.ts';
import { createWatchdog } from './watchdog.ts';

const START = new Date('2026-11-23T02:00:00Z');

function open(identities: Person['identities']) {
  const machine = { at: START, now: () => machine.at };
  const store = new MemoryStore();
  const pushed: string[] = [];
  const rows = new Map<string, AdapterState>();
  const known = { lastIn: null, lastOut: null, lastError: null, reconnects: 0 };
  const is = (adapter: string, connection: AdapterState['connection']) =>
    rows.set(adapter, {
      ...known,
      ...rows.get(adapter),
      connection,
      since: machine.at,
      lastError: { code: 'unreachable', at: machine.at },
    });
  const admin = { _id: 'li', name: '李娜', locale: 'zh', role: 'admin', identities } as unknown as Stored<Person>;
  const begin = () =>
    createWatchdog({
      states: {
        read: async (adapter) => rows.get(adapter) ?? null,
        write: async () => {},
        noteDeaf: async (adapter, deafSince) => {
          const row = rows.get(adapter);
          if (row !== undefined) rows.set(adapter, { ...row, deafSince });
        },
      },
      adapters: ['slack', 'web'],
      ledger: createLedger({ store, kinds: [], clock: machine, markDelayMs: 0 }),
      admins: async () => [admin],
      allowPush: async (_draft, person) => {
        pushed.push(person);
        return { notBefore: machine.at, recheck: { check: 'held', facts: {} } };
      },
      clock: machine,
      machine,
    });
  let watchdog = begin();
  const restart = () => {
    watchdog = begin();
  };
  const after = async (minutes: number) => {
    machine.at = new Date(machine.at.getTime() + minutes * 60_000);
    await watchdog.check();
    return store.sets().flatMap(({ messages }) => messages.map(({ to, message }) => `${to.adapter}: ${message.text}`));
  };
  return { is, after, restart, pushed };
}

const everywhere = [
  { adapter: 'slack', user: 'T1:U1' },
  { adapter: 'web', user: 'li' },
];

test('a world that is deaf is told of by another one, once; and once more when it is back, over restarts', async () => {
  const { is, after, restart, pushed } = open(everywhere);
  is('web', 'connected');
  is('slack', 'connecting');
  expect(await after(2)).toEqual([]);
  const told = await after(2);
  expect(told).toEqual([expect.stringMatching(/^web: 连不上 · slack 已 4 分钟[\s\S]*unreachable/)]);
  expect(await after(30)).toEqual(told);
  restart();
  is('slack', 'connecting');
  expect(await after(30)).toEqual(told);
  restart();
  is('slack', 'connected');
  expect(await after(1)).toEqual([...told, expect.stringMatching(/^web: 恢复了 · slack/)]);
  expect(await after(1)).toHaveLength(2);
  expect(pushed).toEqual(['li', 'li']);
});

test('one that was stopped, never started or is connected is not deaf; nobody is told by the deaf one itself', async () => {
  const { is, after } = open([{ adapter: 'slack', user: 'T1:U1' }]);
  is('slack', 'stopped');
  expect(await after(60)).toEqual([]);
  is('slack', 'connected');
  expect(await after(60)).toEqual([]);
  is('slack', 'connecting');
  expect(await after(60)).toEqual([]);
});

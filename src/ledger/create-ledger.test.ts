import { ServiceError } from '../errors.ts';
import type { Cause } from './change-set.ts';
import { LEDGER, OUTBOX } from './collections.ts';
import { createLedger } from './create-ledger.ts';
import type { Draft } from './ledger.ts';
import { accountKind, nameKind, noteKind } from './testing/company.ts';
import { MemoryStore } from './testing/memory-store.ts';

const T0 = new Date('2026-11-23T02:00:00Z');
const cause = (id: string): Cause => ({ id, kind: 'message', by: 'lin', event: `e-${id}`, room: 'direct:lin' });

function setUp(store = new MemoryStore()) {
  let now = T0.getTime();
  const clock = { now: () => new Date(now++) };
  const kinds = [accountKind, nameKind, noteKind];
  const ledger = createLedger({ store, kinds, clock, machine: clock, markDelayMs: 0, pause: async () => undefined });
  const creates = (id: string) =>
    ledger.record(cause(id), async (draft) => draft.create(accountKind, 'a', { name: 'Tengyun' }));
  const edits = (id: string, amount: string) =>
    ledger.record(cause(id), async (draft) => {
      const account = await draft.read(accountKind, 'a');
      if (account !== null) draft.change(accountKind, account, { amount });
    });
  return {
    store,
    ledger,
    creates,
    edits,
    account: () => store.collection('accounts').get('a'),
    set: (ms: number) => (now = ms),
  };
}

test('a record carries its version, its time and the writer of every field', async () => {
  const { creates, edits, account } = setUp();
  await creates('c1');
  const { set } = await edits('c2', '80');
  expect(account()).toEqual({
    _id: 'a',
    name: 'Tengyun',
    amount: '80',
    v: 2,
    updatedAt: set.at,
    writers: { name: 'c1', amount: 'c2', deleted: 'c1' },
  });
  expect(set.guards).toEqual(['set:c2', 'account:a@1']);
  expect(set.changes).toEqual([
    { kind: 'account', id: 'a', base: 1, set: { amount: '80' }, before: {}, writersBefore: { amount: null } },
  ]);
});

test('a cause is decided once; a decision that fails over its own earlier effect counts as repeated', async () => {
  const { ledger, creates, store } = setUp();
  const first = await creates('c1');
  expect(first.kind).toBe('committed');
  expect(await creates('c1')).toEqual({ kind: 'repeated', set: store.sets()[0] });
  const failing = ledger.record(cause('c1'), async () => {
    throw new Error('the button was pressed already');
  });
  expect(await failing).toMatchObject({ kind: 'repeated', set: { _id: 'c1' } });
});

test('what decide throws is thrown, and nothing is committed', async () => {
  const { ledger, store } = setUp();
  const nameless = ledger.record(cause('c1'), async (draft) => draft.create(accountKind, 'a', { name: '' }));
  await expect(nameless).rejects.toThrow('an account has a name');
  expect(store.sets()).toEqual([]);
});

test('several changes of one record are one change; created and removed again is none', async () => {
  const { ledger, creates } = setUp();
  await creates('c1');
  const { set } = await ledger.record(cause('c2'), async (draft) => {
    const account = await draft.read(accountKind, 'a');
    if (account === null) throw new Error('it is there');
    draft.change(accountKind, account, { amount: '80', stage: undefined });
    draft.change(accountKind, account, { amount: '85' });
    expect(await draft.read(accountKind, 'a')).toMatchObject({ name: 'Tengyun', amount: '85' });
    const id = draft.newId('note');
    draft.create(noteKind, id, { account: 'a', text: 'called' });
    const note = await draft.read(noteKind, id);
    if (note !== null) draft.remove(noteKind, note);
    expect(await draft.read(noteKind, id)).toBeNull();
  });
  expect(set.changes).toMatchObject([{ id: 'a', base: 1, set: { amount: '85' } }]);
});

test('misuse of a draft is refused: a living id, a partial read, a bad field, an unknown kind, a key too long', async () => {
  const { ledger, creates, edits } = setUp();
  await creates('c1');
  await edits('c2', '80');
  const attempt = (act: (draft: Draft) => unknown, id = 'c3') =>
    ledger.record(cause(id), async (draft) => void (await act(draft)));
  const account = (draft: Draft) => draft.read(accountKind, 'a').then((found) => found ?? Promise.reject());
  await expect(attempt((draft) => draft.create(accountKind, 'a', { name: 'x' }))).rejects.toThrow('exists already');
  await expect(
    attempt(async (draft) => {
      const { amount: _, ...partly } = await account(draft);
      draft.change(accountKind, partly, { stage: 'won' });
    }),
  ).rejects.toThrow('read whole');
  await expect(
    attempt(async (draft) => draft.change(accountKind, await account(draft), { 'a.b': 1 } as object)),
  ).rejects.toThrow('not a name for a field');
  await expect(
    attempt((draft) => draft.create({ kind: 'alien', collection: 'aliens' }, 'x', { y: 1 })),
  ).rejects.toThrow('unknown kind');
  await expect(attempt(() => 0, 'c'.repeat(200))).rejects.toThrow('200 bytes');
});

test('a message becomes a row with buttons of its own, and the event is closed', async () => {
  const { ledger, store } = setUp();
  store.collection('inbox').set('e-c1', { _id: 'e-c1', state: 'open' });
  await ledger.record(cause('c1'), async (draft) => {
    const buttons = [{ label: '撤销', action: 'undo.record', args: { set: draft.setId } }];
    expect(draft.send({ adapter: 'web', room: 'direct:lin' }, { text: '✓', buttons })).toBe('c1/01');
    draft.send({ adapter: 'web', room: 'group' }, { text: 'won' }, { notBefore: new Date('2026-11-23T02:02:00Z') });
  });
  const [button] = store.collection('buttons').values();
  expect(button).toMatchObject({ action: 'undo.record', args: { set: 'c1' }, pressers: ['lin'], set: 'c1', v: 1 });
  expect(store.collection(OUTBOX).get('c1/01')).toMatchObject({
    lane: 'web/direct:lin',
    event: 'e-c1',
    state: 'open',
    owner: 'ledger',
    begun: expect.any(Date),
    message: { text: '✓', buttons: [{ id: button?._id, label: '撤销' }] },
  });
  const later = store.collection(OUTBOX).get('c1/02');
  expect(later).toMatchObject({ owner: null, due: new Date('2026-11-23T02:02:00Z') });
  expect(later).not.toHaveProperty('begun');
  expect(store.collection('inbox').get('e-c1')).toMatchObject({ state: 'done' });
});

test('a commit whose answer is lost is found again; one that never arrives is an error of the service', async () => {
  const store = new MemoryStore();
  const insert = store.insert.bind(store);
  const { creates, edits, account } = setUp(store);
  store.insert = async (set) => {
    store.insert = insert;
    await insert(set);
    throw new Error('connection closed');
  };
  expect((await creates('c1')).kind).toBe('committed');
  store.insert = async () => {
    throw new Error('connection refused');
  };
  await expect(edits('c2', '80')).rejects.toThrow(ServiceError);
  expect(account()).toMatchObject({ v: 1 });
});

test('what fails after the commit is finished by the sweep', async () => {
  const store = new MemoryStore();
  const { ledger, creates, account } = setUp(store);
  const write = store.write.bind(store);
  store.write = async () => {
    throw new Error('connection closed');
  };
  expect((await creates('c1')).kind).toBe('committed');
  expect(account()).toBeUndefined();
  store.write = write;
  expect(await ledger.sweep()).toBe(1);
  expect(account()).toMatchObject({ v: 1 });
  expect(await ledger.sweep()).toBe(0);
});

test('records behind their ledger catch up by version, whatever is marked applied', async () => {
  const { store, ledger, creates, edits, account } = setUp();
  await creates('c1');
  const copied = account();
  for (const [n, amount] of ['80', '85', '90'].entries()) await edits(`c${n + 2}`, amount);
  const last = account();
  if (copied !== undefined) store.collection('accounts').set('a', copied);
  const set = store.collection(LEDGER).get('c4');
  if (set !== undefined) store.collection(LEDGER).set('c4', { ...set, applied: undefined });
  expect(await ledger.sweep()).toBe(1);
  expect(account()).toEqual(last);
});

test('history, and a record as it was; time goes forward under a clock that goes back', async () => {
  const { ledger, creates, edits, set } = setUp();
  const created = await creates('c1');
  set(T0.getTime() - 3_600_000);
  const edited = await edits('c2', '80');
  expect(edited.set.at.getTime()).toBe(created.set.at.getTime() + 1);
  expect((await ledger.history('account', 'a')).map(({ _id }) => _id)).toEqual(['c1', 'c2']);
  expect(await ledger.recordAt(accountKind, 'a', new Date(T0.getTime() - 1))).toBeNull();
  expect(await ledger.recordAt(accountKind, 'a', created.set.at)).not.toHaveProperty('amount');
  expect(await ledger.recordAt(accountKind, 'a', edited.set.at)).toMatchObject({ amount: '80', v: 2 });
});

test('close waits for marks that are on their way', async () => {
  const store = new MemoryStore();
  const mark = store.markApplied.bind(store);
  let arrive = () => {};
  const marking = new Promise<void>((started) => {
    store.markApplied = async (ids, at) => {
      started();
      await new Promise<void>((resolve) => {
        arrive = resolve;
      });
      await mark(ids, at);
    };
  });
  const ledger = createLedger({ store, kinds: [accountKind], clock: { now: () => T0 }, markDelayMs: 1 });
  await ledger.record(cause('c1'), async (draft) => draft.create(accountKind, 'a', { name: 'Tengyun' }));
  await marking;
  let open = true;
  const closed = ledger.close().then(() => {
    open = false;
  });
  await new Promise(setImmediate);
  expect(open).toBe(true);
  arrive();
  await closed;
  expect(store.sets()[0]).toHaveProperty('applied');
});

import { isDeepStrictEqual } from 'node:util';
import type { ChangeSet } from './change-set.ts';
import { OUTBOX } from './collections.ts';
import { createLedger } from './create-ledger.ts';
import type { Draft, Ledger, UndoOutcome } from './ledger.ts';
import { fieldsOf } from './record-draft.ts';
import {
  type Account,
  accountKind,
  decide,
  nameKind,
  noteKind,
  SEATS,
  seatKind,
  someCommand,
  talkKind,
} from './testing/company.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { Random } from './testing/random.ts';

const kinds = [accountKind, nameKind, noteKind, seatKind, talkKind];

function company() {
  const memory = new MemoryStore();
  let ticks = Date.parse('2026-11-23T02:00:00Z');
  const ledger = createLedger({ store: memory, kinds, clock: { now: () => new Date(ticks++) }, markDelayMs: 0 });
  let causes = 0;
  /** Lin does something in the direct talk; somebody else where `by` says so. */
  const does = async (act: (draft: Draft) => unknown, by = 'lin'): Promise<ChangeSet> => {
    const cause = { id: `c${causes++}`, kind: 'message' as const, by, room: `direct:${by}` };
    return (await ledger.record(cause, async (draft) => void (await act(draft)))).set;
  };
  const undoes = async (set: string, options = {}): Promise<{ set: ChangeSet; outcome: UndoOutcome }> => {
    let outcome: UndoOutcome = { kind: 'nothing' };
    const by = await does(async (draft) => {
      outcome = await ledger.undo(draft, set, options);
    });
    return { set: by, outcome };
  };
  const edits = (patch: Partial<Account>, by?: string, amends?: string) =>
    does(async (draft) => {
      const account = await draft.read(accountKind, 'tengyun');
      if (account === null) throw new Error('the account is there');
      draft.change(accountKind, account, patch);
      if (amends !== undefined) draft.amends(amends);
    }, by);
  const creates = () => does((draft) => draft.create(accountKind, 'tengyun', { name: 'Tengyun' }));
  return { memory, ledger, does, undoes, edits, creates, tengyun: () => memory.collection('accounts').get('tengyun') };
}

/** Every field of every living record of the business, with its writer. */
function fields(memory: MemoryStore): Record<string, unknown> {
  const all = kinds
    .filter((kind) => !kind.bookkeeping)
    .flatMap((kind) => [...memory.collection(kind.collection).values()]);
  const living = all.filter((row) => row.deleted !== true);
  return Object.fromEntries(living.map((row) => [row._id, { ...fieldsOf(row), writers: row.writers }]));
}

test('log and undo leaves every field of every record as before, over random histories', async () => {
  let undone = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const random = new Random(seed);
    const { memory, ledger, does, undoes } = company();
    for (const seat of SEATS) await does((draft) => draft.create(seatKind, seat, { admin: true }));
    const causes: string[] = [];
    const acts = async () => {
      const set = await does((draft) => decide(ledger, draft, someCommand(random, causes)));
      causes.push(set._id);
      return set;
    };
    for (let n = 0; n < 12; n++) await acts();
    for (let n = 0; n < 6; n++) {
      const before = fields(memory);
      const { _id } = await acts();
      const after = fields(memory);
      const { set, outcome } = await undoes(_id);
      if (outcome.kind !== 'undone') continue;
      if (!isDeepStrictEqual(before, after)) undone++;
      expect({ seed, fields: fields(memory) }).toEqual({ seed, fields: before });
      if (random.chance(0.5)) {
        await undoes(set._id);
        expect({ seed, fields: fields(memory) }).toEqual({ seed, fields: after });
      }
    }
  }
  expect(undone).toBeGreaterThan(100);
});

test('an amendment belongs to the record: undone alone it gives back what was said first, with the record it goes too', async () => {
  const { ledger, undoes, edits, creates, tengyun } = company();
  await creates();
  const note = await edits({ amount: '80' });
  const amend = await edits({ amount: '85' }, 'lin', note._id);
  expect((await ledger.tree(note._id)).map((set) => set._id)).toEqual([note._id, amend._id]);
  await undoes(amend._id);
  expect(tengyun()).toMatchObject({ amount: '80', writers: { amount: note._id } });
  await undoes(note._id);
  expect(tengyun()).not.toHaveProperty('amount');
});

test("somebody else's later edit is a conflict; what it did not touch can go", async () => {
  const { undoes, edits, creates, tengyun } = company();
  await creates();
  const note = await edits({ amount: '80', stage: 'quote' });
  const other = await edits({ amount: '90' }, 'chen');
  const conflict = { kind: 'account', id: 'tengyun', field: 'amount', set: other._id, by: 'chen' };
  expect((await undoes(note._id)).outcome).toEqual({ kind: 'conflict', conflicts: [conflict], undoable: true });
  expect(tengyun()).toMatchObject({ amount: '90', stage: 'quote' });
  const { outcome } = await undoes(note._id, { keepConflicting: true });
  expect(outcome).toMatchObject({ kind: 'undone', kept: [conflict] });
  expect(tengyun()).toMatchObject({ amount: '90' });
  expect(tengyun()).not.toHaveProperty('stage');
  // The field stayed as it was, with what lies under it.
  await undoes(other._id);
  expect(tengyun()).toMatchObject({ amount: '80', writers: { amount: note._id } });
});

test('the same value written again by somebody else is theirs', async () => {
  const { undoes, edits, creates } = company();
  await creates();
  const note = await edits({ amount: '80' });
  await edits({ amount: '80' }, 'chen');
  expect((await undoes(note._id)).outcome).toMatchObject({ kind: 'conflict', undoable: false });
});

test('a yielding field is no conflict, and goes back past what was undone before', async () => {
  const { undoes, edits, creates, tengyun } = company();
  await creates();
  const first = await edits({ seen: 'Monday' });
  const second = await edits({ seen: 'Tuesday' });
  expect((await undoes(first._id)).outcome.kind).toBe('undone');
  expect(tengyun()).toMatchObject({ seen: 'Tuesday' });
  await undoes(second._id);
  expect(tengyun()).not.toHaveProperty('seen');
});

test('a record that others rely on stays; otherwise its creation undone is a tombstone, and restored it is whole again', async () => {
  const { ledger, does, undoes, creates, tengyun } = company();
  const created = await creates();
  const relying = await does((draft) => decide(ledger, draft, { do: 'note', account: 'tengyun' }), 'chen');
  const { outcome } = await undoes(created._id);
  expect(outcome).toMatchObject({ kind: 'conflict', conflicts: [{ field: '*', set: relying._id, by: 'chen' }] });
  await undoes(relying._id);
  const { set } = await undoes(created._id);
  expect(tengyun()).toMatchObject({ deleted: true });
  expect((await undoes(created._id)).outcome).toEqual({ kind: 'nothing' });
  await undoes(set._id);
  expect(tengyun()).toMatchObject({ name: 'Tengyun', writers: { name: created._id, deleted: created._id } });
  expect(tengyun()).not.toHaveProperty('deleted');
});

test('what was said to others is withdrawn or named as sent; what was said to the author stays', async () => {
  const { memory, does, undoes } = company();
  const note = await does((draft) => {
    draft.send({ adapter: 'web', room: 'direct:lin' }, { text: 'receipt' });
    draft.send({ adapter: 'web', room: 'group' }, { text: 'won' }, { notBefore: new Date(0) });
    draft.send({ adapter: 'web', room: 'direct:boss' }, { text: 'copy' }, { notBefore: new Date(0) });
  });
  const outbox = memory.collection(OUTBOX);
  const row = (n: string) => outbox.get(`${note._id}/${n}`);
  outbox.set(`${note._id}/02`, { ...row('02'), _id: `${note._id}/02`, state: 'done' });
  const { outcome } = await undoes(note._id);
  expect(outcome).toMatchObject({ sent: [{ message: { text: 'won' } }], withdrawn: [{ message: { text: 'copy' } }] });
  expect([row('01')?.state, row('02')?.state, row('03')?.state]).toEqual(['open', 'done', 'withdrawn']);
});

test('undoing what is not there, or twice at once, does nothing twice', async () => {
  const { ledger, undoes, edits, creates, memory } = company();
  expect((await undoes('nowhere')).outcome).toEqual({ kind: 'nothing' });
  await creates();
  const note = await edits({ amount: '80' });
  const outcomes: string[] = [];
  const press = (id: string, book: Ledger) =>
    book.record({ id, kind: 'action', by: 'lin' }, async (draft) => {
      outcomes.push((await book.undo(draft, note._id)).kind);
    });
  await Promise.all([press('p1', ledger), press('p2', ledger)]);
  expect(outcomes.at(-1)).toBe('nothing');
  expect(memory.sets((set) => set.undoes !== undefined)).toHaveLength(1);
});

import type { Db } from 'mongodb';
import { createLedger } from '../create-ledger.ts';
import { createSeals } from '../create-seals.ts';
import type { RecordKind } from '../ledger.ts';
import { mongoLedgerStore } from '../mongo-ledger-store.ts';
import { sealedStore } from '../sealed-store.ts';
import { mongoSubjectKeys } from '../subject-keys.ts';
import { type Account, nameKind, accountKind as openAccountKind } from './company.ts';

/** Accounts whose names are personal. */
export const accountKind: RecordKind<Account> = {
  ...openAccountKind,
  personal: { name: '***' },
  subjectOf: (id) => `account:${id}`,
};
export const kinds = [accountKind, nameKind];
export const NOW = new Date('2026-11-23T02:00:00Z');
export const sealsOf = (db: Db) => createSeals(mongoSubjectKeys(db, { now: () => NOW }));
export const storeOf = (db: Db) =>
  sealedStore(mongoLedgerStore(db), { seals: sealsOf(db), kinds, machine: { now: () => NOW } });

/** A book of accounts over one database, and the little that a test writes into it. */
export function openLedger(db: Db, machine = NOW) {
  const ledger = createLedger({
    store: storeOf(db),
    kinds,
    clock: { now: () => NOW },
    machine: { now: () => machine },
    markDelayMs: 0,
  });
  const creates = (id: string) =>
    ledger.record({ id: `c-${id}`, kind: 'admin', by: 'lin' }, async (draft) => {
      draft.create(accountKind, id, { name: id });
      draft.send({ adapter: 'web', room: 'group' }, { text: id });
    });
  const edits = (id: string, amount: string, cause: string) =>
    ledger.record({ id: cause, kind: 'admin', by: 'lin' }, async (draft) => {
      const account = await draft.read(accountKind, id);
      if (account !== null) draft.change(accountKind, account, { amount });
    });
  return { ledger, creates, edits };
}

export const rows = (db: Db, name: string) => db.collection<{ _id: string }>(name).find({}).sort({ _id: 1 }).toArray();

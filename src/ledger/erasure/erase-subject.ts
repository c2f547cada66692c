import type { Db } from 'mongodb';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { Seals } from '../../ports/seals.ts';
import { buttonKind } from '../button.ts';
import type { AnyKind, Ledger } from '../ledger.ts';
import { type Blanking, blankLedger, blankRows, blankTalk, type TextPlaces } from './blank-texts.ts';
import { mentionsOf } from './mentions.ts';
import { blobsOf, eraseKeptUntil } from './subject-blobs.ts';
import { blankRecords, keyOfOwn, namesOf, recordsOf } from './subject-records.ts';

interface Erasure {
  db: Db;
  ledger: Pick<Ledger, 'record' | 'history' | 'sweep'>;
  seals: Seals;
  kinds: readonly AnyKind[];
  /** Where texts lie beside the ledger. */
  places: TextPlaces;
  /** Where the records' files are. */
  blobs: Pick<BlobStore, 'keptUntil' | 'keepUntil' | 'erase'>;
  /** Waits until every process has noticed (`SETTLE_MS`); what they wrote meanwhile is looked for once more. */
  settle: (ms: number) => Promise<unknown>;
}

/** Longer than a key is used from memory. */
const SETTLE_MS = 35_000;

/** What was blanked: records of the subject, and sets and rows in place. */
interface Erased {
  records: number;
  sets: number;
  rows: number;
}

/**
 * Erases a customer (`account:<id>`) or a colleague (`person:<id>`): their records are blanked, the key of everything
 * sealed under it is destroyed, and what other texts say of them by name is blanked in place. Sums, stages, days and ids
 * stay. Reads the whole store twice; may be interrupted and run again, best before anything else is blanked.
 */
export async function eraseSubject(subject: string, erasure: Erasure): Promise<Erased> {
  const { db, ledger, seals, places, blobs, settle } = erasure;
  const kinds: AnyKind[] = [...erasure.kinds, buttonKind];
  await ledger.sweep();
  const own = await recordsOf(subject, db, kinds);
  const mentions = mentionsOf(await namesOf(own, ledger));
  const blanking: Blanking = { db, seals, kinds, subject, own: new Set(own.map(keyOfOwn)), mentions };
  const files = await blobsOf(own, { db, ledger, kinds });
  const erased: Erased = { records: own.length, sets: 0, rows: 0 };

  async function blank(): Promise<void> {
    const { links, sets } = await blankLedger(blanking);
    erased.sets += sets;
    await blankTalk(links, blanking);
    erased.rows += await blankRows(places, links, blanking);
  }

  // Texts first: once the records are blank, nobody knows any more what to look for.
  await blank();
  await blankRecords(subject, own, { db, ledger, kinds });
  await seals.erase(subject);
  for (const file of files) await blobs.erase(file);
  await eraseKeptUntil(null, { db, kinds, blobs });
  await settle(SETTLE_MS);
  await blankRecords(subject, await recordsOf(subject, db, kinds), { db, ledger, kinds });
  await blank();
  return erased;
}

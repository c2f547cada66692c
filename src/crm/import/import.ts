import type { RecordKind } from '../../ledger/ledger.ts';

/** Customers being brought in from a source that is too large for one change set. */
export interface Import {
  person: string;
  /** The source, in the blob store. */
  blob: string;
  state: 'running' | 'done' | 'undoing' | 'undone';
  /** Change sets that are committed and stand, and that there will be. */
  done: number;
  chunks: number;
  /** Customers brought in so far. */
  brought: number;
  /** Source rows that turned out to be a colleague's, the first of them, and how many there are. */
  taken: number[];
  takenCount: number;
  /** The message that shows how far it is, and the set that said it first. */
  shown: string;
  set: string;
}

/** What happens to an import is no record of its own: undoing what it brought leaves it as it is. */
export const importKind: RecordKind<Import> = { kind: 'import', collection: 'imports', bookkeeping: true };

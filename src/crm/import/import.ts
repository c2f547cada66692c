import type { RecordKind } from '../../ledger/ledger.ts';
import type { LongWork } from '../long-work/long-work.ts';

/** Customers being brought in from a source that is too large for one change set. */
export interface Import extends LongWork {
  /** The source, in the blob store; its id is the hash of its content, and stays when the file is gone. */
  blob: string;
  /** Customers in the source, and those brought in so far. */
  customers: number;
  brought: number;
}

/** What happens to an import is no record of its own: undoing what it brought leaves it as it is. */
export const importKind: RecordKind<Import> = { kind: 'import', collection: 'imports', bookkeeping: true };

import type { RecordKind } from '../../ledger/ledger.ts';

/** Customers being brought in from a source that is too large for one change set. */
export interface Import {
  person: string;
  /** The source, in the blob store. */
  blob: string;
  /** `done` may be taken back and `undone` restored, as often as one likes. */
  state: 'running' | 'done' | 'undoing' | 'undone' | 'restoring';
  /** How often that was asked for: each time its change sets have keys of their own. */
  round: number;
  /** Change sets that are committed and stand, and that there will be. */
  done: number;
  chunks: number;
  /** Customers in the source, and those brought in so far. */
  customers: number;
  brought: number;
  /** The message that shows how far it is, and the set that said it first. */
  shown: string;
  set: string;
}

/** What happens to an import is no record of its own: undoing what it brought leaves it as it is. */
export const importKind: RecordKind<Import> = { kind: 'import', collection: 'imports', bookkeeping: true };

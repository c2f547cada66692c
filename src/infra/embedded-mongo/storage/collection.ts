import type { Binary } from 'bson';
import type { Doc } from '../values/value.ts';
import type { Index } from './index-definition.ts';

/** A collection as kept in memory. Changed only inside write transactions, reloaded after one was undone. */
export interface Collection {
  readonly id: number;
  database: string;
  name: string;
  readonly uuid: Binary;
  options: Doc;
  indexes: Index[];
  count: number;
  /** Bytes of all documents as BSON. */
  size: number;
  nextRow: number;
  /** Set by drop, so that open cursors learn of it. */
  dropped: boolean;
}

export const namespaceOf = (collection: Collection): string => `${collection.database}.${collection.name}`;

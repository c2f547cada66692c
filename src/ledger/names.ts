import type { ChangeSet } from './change-set.ts';

/** Bytes that a guard may have, so that it fits every store's index key. */
const GUARD_BYTES = 200;

/** Names a record over all kinds; kinds have no colon, so no two records share one. */
export const recordKey = (kind: string, id: string): string => `${kind}:${id}`;

/** Names a field of a record, or the record as a whole (`*`: that it exists). */
export const atomKey = (kind: string, id: string, field: string): string => `${recordKey(kind, id)}/${field}`;

/** The whole record: that it exists. */
export const LIFE = '*';

/** The cause of a set that blanks what was erased; nobody's work, so no undo of an earlier set runs into it. */
export const erasureCause = (hash: string): string => `erase:${hash}`;

export const isErasure = (setId: string): boolean => setId.startsWith('erase:');

export const ownGuard = (setId: string): string => `set:${setId}`;

/**
 * Held by the set that is the n-th to amend, follow from or take back another: so nothing joins a tree while it is being
 * taken back, and nothing is taken back twice at once.
 */
export const treeGuard = (setId: string, n: number): string => withinBytes(`tree:${setId}@${n}`);

/** Throws for a cause whose key leaves no room for the guards that name it. */
export const checkCause = (id: string): string => treeGuard(id, 999_999);

export function recordGuard(kind: string, id: string, base: number): string {
  return withinBytes(`${recordKey(kind, id)}@${base}`);
}

/** Throws for a name that an index key could not hold whole: two such names would pass for one. */
function withinBytes(guard: string): string {
  if (Buffer.byteLength(guard) >= GUARD_BYTES) throw new Error(`a guard of ${GUARD_BYTES} bytes or more: ${guard}`);
  return guard;
}

export const byTime = (a: ChangeSet, b: ChangeSet): number =>
  a.at.getTime() - b.at.getTime() || (a._id < b._id ? -1 : a._id > b._id ? 1 : 0);

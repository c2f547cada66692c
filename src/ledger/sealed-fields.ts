import type { Binary } from 'bson';
import { isSealed } from './sealed-value.ts';

type Holder = Record<string, unknown>;

/** A sealed value where it stands in a document. */
export interface SealedField {
  holder: Holder;
  key: string;
  path: string;
  sealed: Binary;
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !('_bsontype' in value);

/** Every sealed value within a document, at whatever depth. */
export function sealedFields(document: object): SealedField[] {
  const found: SealedField[] = [];
  const visit = (holder: Holder, before: string) => {
    for (const key of Object.keys(holder)) {
      const value = holder[key];
      if (isSealed(value)) found.push({ holder, key, path: `${before}${key}`, sealed: value });
      else if (isHolder(value)) visit(value, `${before}${key}.`);
    }
  };
  visit(document as Holder, '');
  return found;
}

/** A copy of a document with other values at these paths; what lies beside the paths is shared. */
export function withValues<T extends object>(document: T, values: ReadonlyMap<string, unknown>): T {
  const copies = new Map<string, Holder>();
  const root = { ...document } as Holder;
  copies.set('', root);
  for (const [path, value] of values) {
    let holder = root;
    let at = '';
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    for (const key of keys) {
      at = `${at}.${key}`;
      const known = copies.get(at);
      const copy = known ?? (shallow(holder[key]) as Holder);
      copies.set(at, copy);
      holder[key] = copy;
      holder = copy;
    }
    holder[last] = value;
  }
  return root as T;
}

const shallow = (value: unknown): unknown => (Array.isArray(value) ? [...value] : { ...(value as object) });

/** The value at a path; undefined where there is none. */
export const valueAt = (document: object, path: string): unknown =>
  path.split('.').reduce<unknown>((holder, key) => (holder as Holder | null | undefined)?.[key], document);

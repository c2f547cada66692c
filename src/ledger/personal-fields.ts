import type { AnyKind } from './ledger.ts';

/** What stands in the place of a personal field once it is erased, by field. */
export const blanksOf = (kind: AnyKind | undefined): Readonly<Record<string, unknown>> =>
  (kind?.personal ?? {}) as Record<string, unknown>;

/** The personal fields that hold something here. */
export const markedFields = (kind: AnyKind | undefined, fields: object): string[] => {
  const held = fields as Record<string, unknown>;
  return Object.keys(blanksOf(kind)).filter((field) => held[field] != null);
};

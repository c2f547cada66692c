import type { Index } from '../storage/index-definition.ts';
import type { ValueRange } from './key-ranges.ts';

/** How the candidates of a query are found. */
export type Plan = CollectionScan | IndexScan | Union | { readonly kind: 'nothing' };

export interface CollectionScan {
  readonly kind: 'collectionScan';
  readonly reverse: boolean;
}

export interface IndexScan {
  readonly kind: 'indexScan';
  readonly index: Index;
  readonly ranges: readonly ValueRange[];
  /** How many fields the ranges are drawn from, for explain. */
  readonly boundFields: number;
  readonly reverse: boolean;
  /** A document may have several entries in the ranges. */
  readonly repeats: boolean;
  /** The candidates come in the order that the query asks for. */
  readonly sorted: boolean;
  /** Every candidate matches: the filter need not be tested. */
  readonly exact: boolean;
}

/** All documents that any of the plans finds, each once. */
export interface Union {
  readonly kind: 'union';
  readonly plans: readonly Plan[];
}

export const isSorted = (plan: Plan): boolean => plan.kind === 'nothing' || (plan.kind === 'indexScan' && plan.sorted);

import type { Doc, Maybe, Value } from '../values/value.ts';

/** What a match leaves behind: where in the outermost array it was found, for the positional `$`. */
export interface MatchState {
  position: number | undefined;
}

export type Test = (doc: Doc, state: MatchState) => boolean;

/** A test of one value at the end of a path; `undefined` is a missing field. */
export type Predicate = (value: Maybe, state: MatchState) => boolean;

export type Comparison = 'eq' | 'lt' | 'lte' | 'gt' | 'gte';

/**
 * A parsed filter. Every node can test a document; those that name a path, an operator and a value are what a
 * planner turns into index bounds. Bounds only choose candidates: the filter is tested again on each document.
 */
export type QueryNode =
  | { readonly kind: 'and' | 'or' | 'nor'; readonly nodes: readonly QueryNode[]; readonly test: Test }
  | { readonly kind: 'not'; readonly node: QueryNode; readonly test: Test }
  | { readonly kind: Comparison; readonly path: string; readonly value: Value; readonly test: Test }
  | InNode
  | RegexNode
  | { readonly kind: 'exists'; readonly path: string; readonly test: Test }
  | ElemMatchNode
  | ExprNode
  | { readonly kind: 'always' | 'never'; readonly test: Test }
  | { readonly kind: 'other'; readonly path?: string; readonly operator: string; readonly test: Test };

/** `values` without the regexes; with `patterns` no bounds can be drawn from it. */
export interface InNode {
  readonly kind: 'in';
  readonly path: string;
  readonly values: readonly Value[];
  readonly patterns: boolean;
  readonly test: Test;
}

/** `prefix` is what every matching string begins with ('' when nothing is sure); regex values match too. */
export interface RegexNode {
  readonly kind: 'regex';
  readonly path: string;
  readonly prefix: string;
  readonly test: Test;
}

/** `ofValues`: the inner paths are '' (the element itself); otherwise they are relative to the element. */
export interface ElemMatchNode {
  readonly kind: 'elemMatch';
  readonly path: string;
  readonly ofValues: boolean;
  readonly node: QueryNode;
  readonly test: Test;
}

/** `$expr`; `implied` are comparisons that every matching document also passes, for the planner. */
export interface ExprNode {
  readonly kind: 'expr';
  readonly implied: readonly QueryNode[];
  readonly test: Test;
}

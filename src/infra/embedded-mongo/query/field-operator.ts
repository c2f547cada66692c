import type { Doc, Value } from '../values/value.ts';
import type { QueryContext } from './context.ts';
import type { QueryNode } from './node.ts';

/** What an operator may need of the parser and of the operators beside it. */
export interface Siblings {
  readonly operators: Doc;
  readonly depth: number;
  parseFilter(filter: Doc, context: QueryContext, depth: number): QueryNode;
  parseOperators(path: string, operators: Doc, context: QueryContext, depth: number): QueryNode;
  isOperatorDoc(value: Doc): boolean;
}

/** Undefined: the operator only speaks to a sibling (`$options`). */
export type FieldOperator = (
  context: QueryContext,
  path: string,
  value: Value,
  siblings: Siblings,
) => QueryNode | undefined;

import { createScope } from '../aggregate/expression.ts';
import { MongoError } from '../mongo-error.ts';
import { isTruthy } from '../values/convert.ts';
import { isDoc, type Value } from '../values/value.ts';
import type { QueryContext } from './context.ts';
import type { Comparison, QueryNode } from './node.ts';
import { compareNode } from './node-builders.ts';
import { FieldReads } from './reads.ts';

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  $eq: 'eq',
  $lt: 'lt',
  $lte: 'lte',
  $gt: 'gt',
  $gte: 'gte',
};

/** `{ $expr: … }`: the document matches when the aggregation expression is true for it. */
export function exprNode(value: Value, context: QueryContext): QueryNode {
  if (context.nested) throw new MongoError('BadValue', '$expr can only be applied to the top-level document');
  const scope = createScope(context);
  const expression = scope.compile(value);
  return {
    kind: 'expr',
    implied: impliedBy(value, context),
    test: (doc) => isTruthy(expression.evaluate(scope.enter(doc))),
  };
}

/**
 * `{ $eq: ['$owner', <constant>] }` says less about arrays than `{ owner: <constant> }` matches, so an index on the
 * field may choose the candidates; likewise under `$and`. This is what makes `$lookup` with a pipeline quick.
 */
function impliedBy(value: Value, context: QueryContext): QueryNode[] {
  if (!isDoc(value) || value.size !== 1 || context.collation !== undefined) return [];
  const [[operator, operands] = ['', null]] = value;
  if (!Array.isArray(operands)) return [];
  if (operator === '$and') return operands.flatMap((item) => impliedBy(item, context));
  const kind = COMPARISONS[operator];
  const [path, constant] = operands;
  if (kind !== 'eq' || typeof path !== 'string' || !/^\$[^$]/.test(path) || operands.length !== 2) return [];
  const scope = createScope({ ...context, reads: new FieldReads() });
  const right = scope.compile(constant ?? null);
  const known = right.constant ? right.evaluate(scope.enter(new Map())) : undefined;
  return known === undefined || Array.isArray(known) ? [] : [compareNode(context, path.slice(1), kind, known)];
}

import { compareValues } from '../../values/compare.ts';
import { isTruthy } from '../../values/convert.ts';
import { Int32 } from '../../values/value.ts';
import { binary, expression, type Operator, type OperatorTable, operandsOf, unary } from '../operator.ts';

function ordered(accepts: (order: number) => boolean): Operator {
  return binary((left, right, scope) => accepts(compareValues(left, right, scope.collation)));
}

/** `$and` and `$or` stop at the first operand that decides. */
function logical(decides: boolean): Operator {
  return (operand, scope) => {
    const inner = operandsOf(operand).map((item) => scope.compile(item));
    return expression(
      inner.every((item) => item.constant),
      (env) => inner.some((item) => isTruthy(item.evaluate(env)) === decides) === decides,
    );
  };
}

/** Comparison and Boolean Expression Operators, and `$literal`. */
export const BASIC_OPERATORS: OperatorTable = {
  $eq: ordered((order) => order === 0),
  $ne: ordered((order) => order !== 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $cmp: binary((left, right, scope) => Int32.of(Math.sign(compareValues(left, right, scope.collation)))),
  $and: logical(false),
  $or: logical(true),
  $not: unary((value) => !isTruthy(value)),
  $literal: (operand) => ({ constant: true, evaluate: () => operand }),
};

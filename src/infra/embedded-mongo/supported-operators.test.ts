import { ACCUMULATORS } from './aggregate/accumulators/all.ts';
import { compilePipeline } from './aggregate/compile-pipeline.ts';
import { createScope } from './aggregate/expression.ts';
import { OPERATORS as EXPRESSIONS } from './aggregate/expressions/all.ts';
import { STAGES } from './aggregate/stages/all.ts';
import { POSITION_FUNCTIONS } from './aggregate/windows/position-functions.ts';
import { SERIES_FUNCTIONS } from './aggregate/windows/series-functions.ts';
import { MongoError } from './mongo-error.ts';
import { compileQuery } from './query/compile-query.ts';
import { FIELD_OPERATORS } from './query/field-operators.ts';
import { FieldReads } from './query/reads.ts';
import {
  ACCUMULATOR_NAMES,
  EXPRESSION_OPERATORS,
  QUERY_OPERATORS,
  REFUSED,
  SOURCE_STAGES,
  STAGE_NAMES,
  UPDATE_OPERATORS,
  WINDOW_FUNCTIONS,
} from './testing/supported-operators.ts';
import { compileUpdate } from './update/compile-update.ts';
import { UPDATE_OPERATORS as UPDATES } from './update/operator-update.ts';
import { fromPlain, fromPlainValue } from './values/from-plain.ts';
import type { Value } from './values/value.ts';

const without = (names: Iterable<string>, refused: readonly string[]): string[] =>
  [...names].filter((name) => !refused.includes(name)).sort();
const sorted = (names: readonly string[]): string[] => [...names].sort();

test('what the tables hold is what the list says', () => {
  const topLevel = ['$and', '$or', '$nor', '$expr', '$jsonSchema', '$alwaysTrue', '$alwaysFalse'];
  expect(without([...FIELD_OPERATORS.keys(), ...topLevel], REFUSED.query)).toEqual(sorted(QUERY_OPERATORS));
  expect(sorted([...UPDATES.keys()])).toEqual(sorted(UPDATE_OPERATORS));
  expect(sorted([...STAGES.keys()])).toEqual(sorted(STAGE_NAMES));
  expect(sorted([...ACCUMULATORS.keys()])).toEqual(sorted(ACCUMULATOR_NAMES));
  expect(without(EXPRESSIONS.keys(), REFUSED.expressions)).toEqual(sorted(EXPRESSION_OPERATORS));
  expect(sorted([...Object.keys(POSITION_FUNCTIONS), ...Object.keys(SERIES_FUNCTIONS)])).toEqual(
    sorted(WINDOW_FUNCTIONS),
  );
});

const plain = (value: unknown): Value => fromPlainValue(value) ?? null;
const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return 'accepted';
};

const OPERANDS: readonly unknown[] = [1, 'x', true, [1, 2], {}, { x: 1 }];

/** Refused whatever its operand is, so that it is the name that is refused. */
function expectRefused(compile: (operand: unknown) => unknown): void {
  for (const operand of OPERANDS) expect(refusal(() => compile(operand))).toBeInstanceOf(MongoError);
}

test.each([...REFUSED.query, '$nosuch', '$EQ', '$$eq'])('the query operator %s is refused', (name) => {
  expectRefused((operand) => compileQuery(fromPlain({ a: { [name]: operand } })));
  expectRefused((operand) => compileQuery(fromPlain({ [name]: operand })));
});

test.each([...REFUSED.update, '$nosuch', '$SET', '$eq'])('the update operator %s is refused', (name) => {
  for (const operand of [...OPERANDS, { a: 1 }])
    expect(refusal(() => compileUpdate(plain({ [name]: operand }), { now: new Date(0) }))).toMatchObject({ code: 9 });
});

test.each([...REFUSED.stages, ...SOURCE_STAGES, '$nosuch', '$Match'])('the stage %s is refused', (name) => {
  expectRefused((operand) => compilePipeline([plain({ [name]: operand })]));
});

test.each([...REFUSED.accumulators, '$nosuch', '$abs'])('the accumulator %s is refused', (name) => {
  expectRefused((operand) => compilePipeline([plain({ $group: { _id: 1, x: { [name]: operand } } })]));
});

test.each([...REFUSED.expressions, '$nosuch', '$Add'])('the expression %s is refused', (name) => {
  const scope = () => createScope({ reads: new FieldReads() });
  expectRefused((operand) => scope().compile(plain({ [name]: operand })));
});

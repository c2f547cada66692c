import { MongoError } from '../../mongo-error.ts';
import { compareValues } from '../../values/compare.ts';
import { toSafeInteger } from '../../values/convert.ts';
import { createSorter } from '../../values/sort.ts';
import { isDoc, isNullish, type Maybe, type Value } from '../../values/value.ts';
import { namedOperands } from '../operator.ts';
import type { Scope } from '../scope.ts';
import type { Accumulator, AccumulatorFactory, AccumulatorTable } from './accumulator.ts';

/** `n` must be the same for the whole stage: a constant expression (or `$let` variable) giving a positive integer. */
function countOperand(value: Value, scope: Scope, name: string): number {
  const n = toSafeInteger(scope.compile(value).evaluate(scope.enter(new Map())));
  if (n === undefined) throw new MongoError(5787902, `Value for 'n' must be of integral type for ${name}`);
  if (n <= 0) throw new MongoError(5787908, `'n' must be greater than 0 for ${name}`);
  return n;
}

/** `$firstN`, `$lastN`, `$minN`, `$maxN`. */
function several(gather: (n: number, scope: Scope) => Accumulator): AccumulatorFactory {
  return (operand, scope, name) => {
    const given = namedOperands(name, operand, ['input', 'n'], []);
    const input = scope.compile(given.get('input') ?? null);
    const n = countOperand(given.get('n') ?? null, scope, name);
    return { evaluate: (env) => input.evaluate(env), create: () => gather(n, scope) };
  };
}

function firstN(n: number): Accumulator {
  const items: Value[] = [];
  return {
    add(value) {
      if (items.length < n) items.push(value ?? null);
    },
    result: () => items.slice(),
  };
}

function lastN(n: number): Accumulator {
  const items: Value[] = [];
  return {
    add(value) {
      items.push(value ?? null);
      if (items.length > n) items.shift();
    },
    result: () => items.slice(),
  };
}

function extremeN(side: 1 | -1): (n: number, scope: Scope) => Accumulator {
  return (n, { collation }) => {
    const best = new Best<Value>(n, (a, b) => side * compareValues(a, b, collation));
    return {
      add(value) {
        if (!isNullish(value)) best.add(value);
      },
      result: () => best.items.slice(),
    };
  };
}

/** Keeps the first `n` in order; of equal ones the earlier wins. */
export class Best<T> {
  readonly items: T[] = [];
  private readonly most: number;
  private readonly compare: (a: T, b: T) => number;

  constructor(most: number, compare: (a: T, b: T) => number) {
    this.most = most;
    this.compare = compare;
  }

  add(item: T): void {
    const last = this.items[this.items.length - 1];
    if (this.items.length === this.most && last !== undefined && this.compare(item, last) >= 0) return;
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.items[middle] as T, item) <= 0) low = middle + 1;
      else high = middle;
    }
    this.items.splice(low, 0, item);
    if (this.items.length > this.most) this.items.pop();
  }
}

/** `$top`, `$topN`, `$bottom`, `$bottomN`: by a sort of the documents rather than of the values. */
function ranked(bottom: boolean, single: boolean): AccumulatorFactory {
  return (operand, scope, name) => {
    const required = single ? ['output', 'sortBy'] : ['output', 'sortBy', 'n'];
    const given = namedOperands(name, operand, required, []);
    const sortBy = given.get('sortBy') ?? null;
    if (!isDoc(sortBy)) throw new MongoError(5788604, `expected 'sortBy' to be an object for ${name}`);
    const sorter = createSorter(sortBy, scope.collation);
    for (const field of sorter.fields) scope.reads.add(field.path);
    const output = scope.compile(given.get('output') ?? null);
    const n = single ? 1 : countOperand(given.get('n') ?? null, scope, name);
    return {
      // Both parts travel through one value: what is shown and what it is ranked by.
      evaluate: (env) => [output.evaluate(env) ?? null, sorter.keyOf(env.doc) as Value[]],
      create: () => {
        const side = bottom ? -1 : 1;
        const best = new Best<Value[]>(n, (a, b) => side * sorter.compareKeys(a[1] as Maybe[], b[1] as Maybe[]));
        return {
          add: (value) => best.add(value as Value[]),
          result: () => {
            const shown = best.items.map((item) => item[0] ?? null);
            if (single) return shown[0] ?? null;
            return bottom ? shown.reverse() : shown;
          },
        };
      },
    };
  };
}

export const RANKED_ACCUMULATORS: AccumulatorTable = {
  $firstN: several(firstN),
  $lastN: several(lastN),
  $minN: several(extremeN(1)),
  $maxN: several(extremeN(-1)),
  $top: ranked(false, true),
  $topN: ranked(false, false),
  $bottom: ranked(true, true),
  $bottomN: ranked(true, false),
};

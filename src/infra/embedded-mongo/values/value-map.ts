import { BSONSymbol, Decimal128 } from 'bson';
import type { CompareStrings } from './compare.ts';
import { compareNumbers } from './compare-numbers.ts';
import { fromDecimal128, toNumber } from './decimal.ts';
import { identityOf } from './index-key.ts';
import { createFold, type Fold } from './string-fold.ts';
import { Int32, type Maybe } from './value.ts';

/**
 * A map whose keys are BSON values, equal as MongoDB compares them (1, 1.0 and Long 1 are one key; missing and
 * null are two). Strings and numbers go straight into a JavaScript map, everything else by its key bytes.
 */
export class ValueMap<T> {
  private readonly simple = new Map<string | number | bigint | boolean | null, T>();
  private readonly complex = new Map<string, T>();
  private readonly fold: Fold | undefined;

  /** With a collation, strings that it holds equal are one key. */
  constructor(collation?: CompareStrings) {
    this.fold = collation && createFold(collation);
  }

  get size(): number {
    return this.simple.size + this.complex.size;
  }

  get(key: Maybe): T | undefined {
    const folded = this.fold ? this.fold(key) : key;
    const simple = simpleKey(folded);
    return simple === undefined ? this.complex.get(identityOf(folded)) : this.simple.get(simple);
  }

  has(key: Maybe): boolean {
    const folded = this.fold ? this.fold(key) : key;
    const simple = simpleKey(folded);
    return simple === undefined ? this.complex.has(identityOf(folded)) : this.simple.has(simple);
  }

  set(key: Maybe, value: T): void {
    const folded = this.fold ? this.fold(key) : key;
    const simple = simpleKey(folded);
    if (simple === undefined) this.complex.set(identityOf(folded), value);
    else this.simple.set(simple, value);
  }

  *values(): IterableIterator<T> {
    yield* this.simple.values();
    yield* this.complex.values();
  }
}

function simpleKey(value: Maybe): string | number | bigint | boolean | null | undefined {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'bigint': {
      const near = Number(value);
      return BigInt(near) === value ? near : undefined;
    }
  }
  if (value === null) return null;
  if (value instanceof Int32) return value.value;
  if (value instanceof BSONSymbol) return value.value;
  return value instanceof Decimal128 ? doubleOf(value) : undefined;
}

/** The double that is exactly this decimal, if there is one. */
function doubleOf(value: Decimal128): number | undefined {
  const near = toNumber(fromDecimal128(value));
  return compareNumbers(near, value) === 0 ? near : undefined;
}

/** A set of BSON values under the same equality. */
export class ValueSet {
  private readonly map: ValueMap<true>;

  constructor(values: Iterable<Maybe> = [], collation?: CompareStrings) {
    this.map = new ValueMap(collation);
    for (const value of values) this.map.set(value, true);
  }

  get size(): number {
    return this.map.size;
  }

  has(value: Maybe): boolean {
    return this.map.has(value);
  }

  /** True when the value was not there yet. */
  add(value: Maybe): boolean {
    if (this.map.has(value)) return false;
    this.map.set(value, true);
    return true;
  }
}

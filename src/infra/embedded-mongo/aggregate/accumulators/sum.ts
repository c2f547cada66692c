import { Decimal128 } from 'bson';
import { toDecimal } from '../../values/arithmetic.ts';
import { isNumeric, type Numeric } from '../../values/compare-numbers.ts';
import { isLong, toDouble } from '../../values/convert.ts';
import { type Decimal, finite, toDecimal128 } from '../../values/decimal.ts';
import { add, divide } from '../../values/decimal-arithmetic.ts';
import { Int32, type Maybe, type Value } from '../../values/value.ts';

/**
 * Adds numbers of all types. Integers are added exactly; doubles with a second double for what rounding loses
 * (Knuth's two-sum), as MongoDB does, so that the order of the documents hardly matters.
 */
export class NumberSum {
  count = 0;
  private ints = 0;
  private longs = 0n;
  private high = 0;
  private low = 0;
  private decimal: Decimal = finite(0n);
  private type: 'int' | 'long' | 'double' | 'decimal' = 'int';

  add(value: Maybe): void {
    if (value instanceof Int32) {
      this.count += 1;
      this.ints += value.value;
      if (this.ints > 1e15 || this.ints < -1e15) this.carry();
    } else if (isNumeric(value)) this.addOther(value);
  }

  private carry(): void {
    this.longs += BigInt(this.ints);
    this.ints = 0;
  }

  private addOther(value: Exclude<Numeric, Int32>): void {
    this.count += 1;
    if (typeof value === 'number') {
      if (this.type !== 'decimal') this.type = 'double';
      this.addDouble(value);
    } else if (typeof value === 'bigint') {
      if (this.type === 'int') this.type = 'long';
      this.longs += value;
    } else {
      this.type = 'decimal';
      this.decimal = add(this.decimal, toDecimal(value));
    }
  }

  private addDouble(value: number): void {
    const sum = this.high + value;
    const part = sum - this.high;
    const lost = this.high - (sum - part) + (value - part);
    this.high = sum;
    if (Number.isFinite(lost)) this.low += lost;
  }

  /** The sum in the widest type that came in; longs that overflow become a double. */
  total(): Value {
    this.carry();
    if (this.type === 'decimal') return toDecimal128(this.exact());
    if (this.type === 'double') return this.high + (this.low + Number(this.longs));
    if (this.type === 'int' && Int32.fits(Number(this.longs))) return Int32.of(Number(this.longs));
    return isLong(this.longs) ? this.longs : Number(this.longs);
  }

  private exact(): Decimal {
    return add(add(this.decimal, finite(this.longs)), toDecimal(this.high + this.low));
  }

  mean(): Value {
    if (this.count === 0) return null;
    const total = this.total();
    if (total instanceof Decimal128) return toDecimal128(divide(toDecimal(total), finite(BigInt(this.count))));
    return toDouble(total as Numeric) / this.count;
  }
}

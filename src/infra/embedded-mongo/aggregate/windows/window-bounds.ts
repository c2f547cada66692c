import { MongoError } from '../../mongo-error.ts';
import { isNumeric } from '../../values/compare-numbers.ts';
import { toDouble, toSafeInteger } from '../../values/convert.ts';
import type { Sorter } from '../../values/sort.ts';
import { isDoc, type Maybe, type Value } from '../../values/value.ts';
import { addUnits, unitOf } from '../dates/units.ts';
import { UTC } from '../dates/zone.ts';
import type { Partition, WindowBounds } from './window.ts';

function failed(message: string): MongoError {
  return new MongoError('FailedToParse', message);
}

/** Reads `window`; undefined: the whole partition. */
export function compileBounds(window: Value | undefined, sorter: Sorter | undefined): WindowBounds | undefined {
  if (window === undefined) return undefined;
  if (!isDoc(window)) throw failed("'window' field must be an object");
  const documents = window.get('documents');
  const range = window.get('range');
  const unknown = [...window.keys()].find((name) => name !== 'documents' && name !== 'range' && name !== 'unit');
  if (unknown !== undefined) throw failed(`'window' field that specifies an unknown argument: ${unknown}`);
  if (documents !== undefined && range !== undefined)
    throw failed("Window bounds can specify either 'documents' or 'unit', not both.");
  if (documents !== undefined) return documentBounds(pairOf(documents, 'documents'), sorter);
  if (range === undefined) {
    if (window.has('unit')) throw failed("Window bounds can only specify 'unit' with range-based bounds.");
    return undefined;
  }
  return rangeBounds(pairOf(range, 'range'), window.get('unit'), sorter);
}

function pairOf(value: Value, name: string): readonly [Value, Value] {
  const [low, high] = Array.isArray(value) ? value : [];
  if (!Array.isArray(value) || value.length !== 2 || low === undefined || high === undefined) {
    throw failed(`Window bounds must be a 2-element array: ${name}`);
  }
  return [low, high];
}

function documentBounds([low, high]: readonly [Value, Value], sorter: Sorter | undefined): WindowBounds {
  const offset = (value: Value): number | undefined => {
    if (value === 'unbounded') return undefined;
    const number = value === 'current' ? 0 : toSafeInteger(value);
    if (number === undefined) throw failed('Numeric document-based bounds must be an integer');
    return number;
  };
  const [from, to] = [offset(low), offset(high)];
  if (sorter === undefined && (from !== undefined || to !== undefined)) {
    throw new MongoError(5339901, 'Document-based bounds require a sortBy');
  }
  if (from !== undefined && to !== undefined && from > to)
    throw new MongoError(5339900, 'Lower bound must not exceed upper bound');
  return ({ docs }, index) => {
    const start = Math.max(0, from === undefined ? 0 : index + from);
    const end = Math.min(docs.length, to === undefined ? docs.length : index + to + 1);
    return { from: start, to: Math.max(start, end) };
  };
}

/** By the value of the one sort field: all documents whose value lies between. */
function rangeBounds(
  [low, high]: readonly [Value, Value],
  unit: Value | undefined,
  sorter: Sorter | undefined,
): WindowBounds {
  const [field, second] = sorter?.fields ?? [];
  if (field === undefined || second !== undefined || field.direction !== 1) {
    throw new MongoError(5339902, 'Range-based bounds require sortBy a single field, ascending');
  }
  const edge =
    (value: Value, unbounded: number) =>
    (current: Maybe): number => {
      if (value === 'unbounded') return unbounded;
      const amount = value === 'current' ? 0 : value;
      if (!isNumeric(amount)) throw failed('Range-based bounds must be numeric');
      if (current instanceof Date) {
        if (unit === undefined && value !== 'current')
          throw new MongoError(5429513, "range-based bounds over dates need a 'unit'");
        return unit === undefined
          ? current.getTime()
          : addUnits(current, unitOf(unit, 'window'), toDouble(amount), UTC).getTime();
      }
      if (!isNumeric(current))
        throw new MongoError(5429414, 'range-based window requires numeric or date values in sortBy');
      if (unit !== undefined) throw new MongoError(5429413, "'unit' is only for dates in sortBy");
      return toDouble(current) + toDouble(amount);
    };
  const lower = edge(low, Number.NEGATIVE_INFINITY);
  const upper = edge(high, Number.POSITIVE_INFINITY);
  return ({ keys }, index) => {
    const current = keys[index]?.[0];
    const [least, most] = [lower(current), upper(current)];
    const from = firstWhere(keys, (key) => position(key) >= least);
    return {
      from,
      to: Math.max(
        from,
        firstWhere(keys, (key) => position(key) > most),
      ),
    };
  };
}

/** The keys are in order, so what holds for one holds for all after it. */
function firstWhere(keys: Partition['keys'], holds: (key: Maybe) => boolean): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(keys[middle]?.[0])) high = middle;
    else low = middle + 1;
  }
  return low;
}

function position(key: Maybe): number {
  if (key instanceof Date) return key.getTime();
  return isNumeric(key) ? toDouble(key) : Number.NEGATIVE_INFINITY;
}

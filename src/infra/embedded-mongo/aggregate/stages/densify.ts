import { MongoError } from '../../mongo-error.ts';
import { PAUSE } from '../../pause.ts';
import { calculate } from '../../values/arithmetic.ts';
import { compareValues } from '../../values/compare.ts';
import { isNumeric, type Numeric } from '../../values/compare-numbers.ts';
import { toDouble } from '../../values/convert.ts';
import { type Doc, Int32, isDoc, isNullish, type Maybe, type Value } from '../../values/value.ts';
import { ValueMap } from '../../values/value-map.ts';
import { addUnits, type Unit, unitOf } from '../dates/units.ts';
import { UTC } from '../dates/zone.ts';
import { readPath } from '../field-path.ts';
import { namedOperands } from '../operator.ts';
import type { StageFactory } from '../stage.ts';
import { withPath } from '../with-path.ts';

/** MongoDB's own limit of documents that one stage may make. */
const MAX_GENERATED = 500_000;

interface Plan {
  readonly path: readonly string[];
  readonly partition: readonly (readonly string[])[];
  readonly bounds: 'full' | 'partition' | readonly [Value, Value];
  /** The value that comes `steps` after `from`. */
  readonly after: (from: Value, steps: number) => Value;
}

interface Group {
  readonly names: Doc;
  readonly docs: Doc[];
}

/** `$densify`: documents for the values that a sequence misses. */
export const densify: StageFactory = (spec, context, name) => {
  const plan = planOf(namedOperands(name, spec, ['field', 'range'], ['partitionByFields']));
  return {
    *run(input) {
      const groups = new ValueMap<Group>(context.collation);
      const values: Value[] = [];
      for (const doc of input) {
        if (doc === PAUSE) {
          yield PAUSE;
          continue;
        }
        const value = readPath(doc, plan.path, 0);
        if (isNullish(value)) {
          yield doc;
          continue;
        }
        values.push(value);
        join(groups, doc, plan);
      }
      if (groups.size === 0 && typeof plan.bounds !== 'string') groups.set(null, { names: new Map(), docs: [] });
      const span = typeof plan.bounds === 'string' ? spanOf(values) : plan.bounds;
      let made = 0;
      for (const group of groups.values()) {
        for (const doc of filled(group, plan, span)) {
          if (!group.docs.includes(doc)) made += 1;
          if (made > MAX_GENERATED)
            throw new MongoError(5897900, `Generated ${MAX_GENERATED} documents in $densify, which is over the limit`);
          yield doc;
          if (context.tick()) yield PAUSE;
        }
      }
    },
    reads: undefined,
    closes: false,
  };
};

function join(groups: ValueMap<Group>, doc: Doc, plan: Plan): void {
  const parts = plan.partition.map((path): Value => readPath(doc, path, 0) ?? null);
  const group = groups.get(parts);
  if (group !== undefined) {
    group.docs.push(doc);
    return;
  }
  const names = plan.partition.reduce<Doc>((made, path, index) => {
    const part = parts[index];
    return part === null ? made : withPath(made, path, part);
  }, new Map());
  groups.set(parts, { names, docs: [doc] });
}

function spanOf(values: readonly Value[]): readonly [Value, Value] | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  return values.reduce<readonly [Value, Value]>(
    ([low, high], value) => [
      compareValues(value, low) < 0 ? value : low,
      compareValues(value, high) > 0 ? value : high,
    ],
    [first, first],
  );
}

/** The group's documents in order, with new ones at the steps that none of them stands on. */
function* filled(group: Group, plan: Plan, span: readonly [Value, Value] | undefined): Generator<Doc> {
  const at = (doc: Doc): Maybe => readPath(doc, plan.path, 0);
  const docs = group.docs.slice().sort((a, b) => compareValues(at(a), at(b)));
  const own = plan.bounds === 'partition' ? spanOf(docs.map((doc) => at(doc) ?? null)) : span;
  if (own === undefined) return;
  const [low, high] = own;
  // Explicit bounds leave out their end; the found ones have a document there anyway.
  let index = 0;
  let step = 0;
  let next = low;
  for (;;) {
    const doc = docs[index];
    const order = doc === undefined ? 1 : compareValues(at(doc), next);
    if (doc !== undefined && (order <= 0 || compareValues(next, high) >= 0)) {
      yield doc;
      index += 1;
      if (order !== 0) continue;
      while (index < docs.length && compareValues(at(docs[index] as Doc), next) === 0) yield docs[index++] as Doc;
    } else if (compareValues(next, high) < 0) yield withPath(group.names, plan.path, next);
    else return;
    step += 1;
    next = plan.after(low, step);
  }
}

function planOf(given: ReadonlyMap<string, Value>): Plan {
  const field = given.get('field');
  if (typeof field !== 'string' || field === '' || field.startsWith('$'))
    throw new MongoError('FailedToParse', 'densify needs the name of a field');
  const range = given.get('range') ?? null;
  const options = namedOperands('$densify.range', range, ['step', 'bounds'], ['unit']);
  const step = options.get('step');
  if (!isNumeric(step) || toDouble(step) <= 0)
    throw new MongoError(5733401, 'the step parameter in a range statement must be a strictly positive numeric value');
  const unit = options.has('unit') ? unitOf(options.get('unit'), '$densify') : undefined;
  const fields = given.get('partitionByFields') ?? [];
  if (!Array.isArray(fields)) throw new MongoError('TypeMismatch', 'partitionByFields must be an array of strings');
  return {
    path: field.split('.'),
    partition: fields.map((name) => String(name).split('.')),
    bounds: boundsOf(options.get('bounds') ?? null),
    after: (from, steps) => stepFrom(from, steps, step, unit),
  };
}

function boundsOf(bounds: Value): Plan['bounds'] {
  if (bounds === 'full' || bounds === 'partition') return bounds;
  const [low, high] = Array.isArray(bounds) ? bounds : [];
  if (low === undefined || high === undefined || isDoc(bounds))
    throw new MongoError(
      5733403,
      "a bounding array in a range statement must have exactly two elements, or be 'full' or 'partition'",
    );
  return [low, high];
}

function stepFrom(from: Value, steps: number, step: Numeric, unit: Unit | undefined): Value {
  if (from instanceof Date) {
    if (unit === undefined) throw new MongoError(6053600, 'Encountered date value in $densify, but no unit was given');
    return addUnits(from, unit, steps * toDouble(step), UTC);
  }
  if (!isNumeric(from) || unit !== undefined)
    throw new MongoError(5733201, 'Densify field type must be numeric, or a date with a unit');
  const distance = calculate('multiply', step, Int32.of(steps));
  return calculate('add', from, distance ?? 0) ?? from;
}

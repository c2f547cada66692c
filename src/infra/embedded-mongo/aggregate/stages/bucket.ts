import { MongoError } from '../../mongo-error.ts';
import { PAUSE } from '../../pause.ts';
import { compareValues } from '../../values/compare.ts';
import { toSafeInteger } from '../../values/convert.ts';
import { type Doc, Int32, isDoc, type Value } from '../../values/value.ts';
import { compileAccumulators } from '../accumulators/all.ts';
import { namedOperands } from '../operator.ts';
import { type StageFactory, type StageTable, stageScope } from '../stage.ts';

const doc = (...entries: [string, Value][]): Doc => new Map(entries);
const literal = (value: Value): Doc => doc(['$literal', value]);
const COUNT: [string, Value] = ['count', doc(['$sum', Int32.of(1)])];

function outputOf(value: Value | undefined): [string, Value][] {
  if (value === undefined) return [COUNT];
  if (!isDoc(value)) throw new MongoError(40196, "The 'output' field must be an object");
  return [...value];
}

function checkGroupBy(value: Value | undefined, name: string): Value {
  if ((typeof value === 'string' && value.startsWith('$')) || isDoc(value)) return value;
  throw new MongoError(
    40202,
    `The ${name} 'groupBy' field must be defined as a $-prefixed path or an expression object`,
  );
}

/** `$bucket` is a `$group` by the boundary below, in the order of the boundaries. */
const bucket: StageFactory = (spec, context, name) => {
  const given = namedOperands(name, spec, ['groupBy', 'boundaries'], ['default', 'output']);
  const groupBy = checkGroupBy(given.get('groupBy'), name);
  const boundaries = given.get('boundaries');
  if (!Array.isArray(boundaries)) throw new MongoError(40200, "The $bucket 'boundaries' field must be an array");
  if (boundaries.length < 2) throw new MongoError(40192, "The $bucket 'boundaries' field must have at least 2 values");
  const branches = boundaries.slice(0, -1).map((low, index) => {
    const high = boundaries[index + 1] as Value;
    if (compareValues(low, high) >= 0) throw new MongoError(40194, "The 'boundaries' option to $bucket must be sorted");
    const within = [doc(['$gte', [groupBy, literal(low)]]), doc(['$lt', [groupBy, literal(high)]])];
    return doc(['case', doc(['$and', within])], ['then', literal(low)]);
  });
  const choice = doc(['branches', branches]);
  const fallback = given.get('default');
  if (fallback !== undefined) {
    const [first, last] = [boundaries[0] as Value, boundaries[boundaries.length - 1] as Value];
    if (compareValues(fallback, first) >= 0 && compareValues(fallback, last) < 0) {
      throw new MongoError(
        40199,
        "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
      );
    }
    choice.set('default', literal(fallback));
  }
  const group = doc(['_id', doc(['$switch', choice])], ...outputOf(given.get('output')));
  const inner = context.compile([doc(['$group', group]), doc(['$sort', doc(['_id', Int32.of(1)])])], name);
  return { run: (input) => inner.run(input), reads: inner.fields, closes: true };
};

/** `$bucketAuto`: about the same number of documents in each; equal values are not parted. */
const bucketAuto: StageFactory = (spec, context, name) => {
  const given = namedOperands(name, spec, ['groupBy', 'buckets'], ['output']);
  const most = toSafeInteger(given.get('buckets'));
  if (most === undefined || most <= 0)
    throw new MongoError(40243, "The $bucketAuto 'buckets' field must be a positive 32-bit integer");
  const { scope, reads } = stageScope(context);
  const key = scope.compile(checkGroupBy(given.get('groupBy'), name));
  const fields = compileAccumulators(outputOf(given.get('output')), scope);
  return {
    *run(input) {
      const items: { readonly value: Value; readonly doc: Doc }[] = [];
      for (const item of input) {
        if (item === PAUSE) yield PAUSE;
        else items.push({ value: key.evaluate(scope.enter(item)) ?? null, doc: item });
      }
      items.sort((a, b) => compareValues(a.value, b.value, context.collation));
      const size = Math.max(1, Math.round(items.length / most));
      for (let start = 0, made = 1; start < items.length; made += 1) {
        let end = made === most ? items.length : Math.min(items.length, start + size);
        while (end < items.length && compareValues(items[end]?.value, items[end - 1]?.value, context.collation) === 0)
          end += 1;
        const states = fields.map((field) => field.plan.create());
        for (const item of items.slice(start, end)) {
          const env = scope.enter(item.doc);
          fields.forEach((field, index) => {
            states[index]?.add(field.plan.evaluate(env));
          });
        }
        const max = items[end]?.value ?? items[items.length - 1]?.value ?? null;
        const result = doc(['_id', doc(['min', items[start]?.value ?? null], ['max', max])]);
        for (const [index, field] of fields.entries()) result.set(field.name, states[index]?.result() ?? null);
        yield result;
        start = end;
      }
    },
    reads: reads.fields,
    closes: true,
  };
};

export const BUCKET_STAGES: StageTable = { $bucket: bucket, $bucketAuto: bucketAuto };

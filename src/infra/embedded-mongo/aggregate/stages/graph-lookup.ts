import { MongoError } from '../../mongo-error.ts';
import { PAUSE, type Work } from '../../pause.ts';
import { toSafeInteger } from '../../values/convert.ts';
import { type Doc, isDoc, type Maybe, type Value } from '../../values/value.ts';
import { ValueMap, ValueSet } from '../../values/value-map.ts';
import { fetchFrom } from '../fetch.ts';
import { readPath } from '../field-path.ts';
import { namespaceOf } from '../namespace.ts';
import { namedOperands } from '../operator.ts';
import { type StageFactory, stageScope } from '../stage.ts';
import { withPath } from '../with-path.ts';

const REQUIRED = ['from', 'startWith', 'connectFromField', 'connectToField', 'as'];
const OPTIONAL = ['maxDepth', 'depthField', 'restrictSearchWithMatch'];

/** `$graphLookup`: goes from value to value, level by level, each document once. */
export const graphLookup: StageFactory = (spec, context, name) => {
  const given = namedOperands(name, spec, REQUIRED, OPTIONAL);
  const text = (option: string) => {
    const value = given.get(option);
    if (typeof value !== 'string' || value === '' || value.startsWith('$')) {
      throw new MongoError(40103, `expected string as argument for ${option}`);
    }
    return value.split('.');
  };
  const from = namespaceOf(given.get('from') as Value, name);
  const connectFrom = text('connectFromField');
  const connectTo = text('connectToField').join('.');
  const as = text('as');
  const depthField = given.has('depthField') ? text('depthField') : undefined;
  const maxDepth = given.has('maxDepth') ? toSafeInteger(given.get('maxDepth')) : Number.POSITIVE_INFINITY;
  if (maxDepth === undefined || maxDepth < 0)
    throw new MongoError(40100, 'maxDepth requires a nonnegative integer argument');
  const restrict = given.get('restrictSearchWithMatch');
  if (restrict !== undefined && !isDoc(restrict))
    throw new MongoError(40185, 'restrictSearchWithMatch must be an object');
  const { scope, reads } = stageScope(context);
  const start = scope.compile(given.get('startWith') as Value);

  const restrictions = isDoc(restrict) ? [restrict] : [];

  function* walk(doc: Doc): Work<Value[]> {
    const found = new ValueMap<Doc>();
    const asked = new ValueSet([], context.collation);
    let frontier = fresh(listOf(start.evaluate(scope.enter(doc))), asked);
    for (let depth = 0; frontier.length > 0 && depth <= (maxDepth as number); depth += 1) {
      const condition: Doc = new Map([[connectTo, new Map([['$in', frontier]])]]);
      const next: Value[] = [];
      for (const other of fetchFrom(context, from, [condition, ...restrictions], [])) {
        if (other === PAUSE) {
          yield PAUSE;
        } else if (!found.has(other.get('_id'))) {
          found.set(other.get('_id'), depthField ? withPath(other, depthField, BigInt(depth)) : other);
          next.push(...listOf(readPath(other, connectFrom, 0)));
        }
      }
      frontier = fresh(next, asked);
    }
    return [...found.values()];
  }

  return {
    *run(input) {
      for (const doc of input) {
        if (doc === PAUSE) yield PAUSE;
        else yield withPath(doc, as, yield* walk(doc));
        if (context.tick()) yield PAUSE;
      }
    },
    reads: reads.fields,
    closes: false,
  };
};

function listOf(value: Maybe): Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function fresh(values: readonly Value[], asked: ValueSet): Value[] {
  return values.filter((value) => asked.add(value));
}

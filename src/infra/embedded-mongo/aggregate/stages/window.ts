import { MongoError } from '../../mongo-error.ts';
import { PAUSE } from '../../pause.ts';
import { compareValues } from '../../values/compare.ts';
import { createSorter } from '../../values/sort.ts';
import { typeName } from '../../values/types.ts';
import { type Doc, isDoc, type Maybe, type Value } from '../../values/value.ts';
import { ValueMap } from '../../values/value-map.ts';
import { namedOperands } from '../operator.ts';
import { type StageFactory, type StageTable, stageScope } from '../stage.ts';
import type { Partition } from '../windows/window.ts';
import { compileWindowFunction } from '../windows/window-function.ts';
import { withPath } from '../with-path.ts';

interface Group {
  readonly key: Value;
  readonly docs: Doc[];
}

/** `$setWindowFields`: each document gets what a function makes of the documents around it in its partition. */
const setWindowFields: StageFactory = (spec, context, name) => {
  const given = namedOperands(name, spec, ['output'], ['partitionBy', 'sortBy']);
  const output = given.get('output');
  if (!isDoc(output)) throw new MongoError('TypeMismatch', 'output must be an object');
  const sortBy = given.get('sortBy');
  if (sortBy !== undefined && !isDoc(sortBy)) throw new MongoError('TypeMismatch', 'sortBy must be an object');
  const { scope, reads } = stageScope(context);
  const partitionBy = given.has('partitionBy') ? scope.compile(given.get('partitionBy') ?? null) : undefined;
  const sorter = sortBy === undefined ? undefined : createSorter(sortBy, context.collation);
  for (const field of sorter?.fields ?? []) reads.add(field.path);
  const functions = [...output].map(([field, value]) => {
    if (!isDoc(value)) throw new MongoError('FailedToParse', `the window function of '${field}' must be an object`);
    reads.add(field);
    return { path: field.split('.'), apply: compileWindowFunction(value, scope, sorter) };
  });
  return {
    *run(input) {
      const groups = new ValueMap<Group>(context.collation);
      for (const doc of input) {
        if (doc === PAUSE) {
          yield PAUSE;
          continue;
        }
        const key = partitionKey(partitionBy?.evaluate(scope.enter(doc)));
        const group = groups.get(key);
        if (group) group.docs.push(doc);
        else groups.set(key, { key, docs: [doc] });
      }
      const ordered = [...groups.values()].sort((a, b) => compareValues(a.key, b.key, context.collation));
      for (const { docs } of ordered) {
        const partition = partitionOf(docs, sorter);
        const columns = functions.map(({ apply }) => apply(partition));
        for (let index = 0; index < partition.docs.length; index += 1) {
          yield functions.reduce(
            (doc, { path }, column) => withPath(doc, path, columns[column]?.at(index)),
            partition.docs[index] as Doc,
          );
          if (context.tick()) yield PAUSE;
        }
      }
    },
    reads: reads.fields,
    closes: false,
  };
};

function partitionKey(value: Maybe): Value {
  if (Array.isArray(value))
    throw new MongoError(
      'TypeMismatch',
      `An expression used to partition cannot evaluate to value of type ${typeName(value)}`,
    );
  return value ?? null;
}

function partitionOf(docs: readonly Doc[], sorter: ReturnType<typeof createSorter> | undefined): Partition {
  if (sorter === undefined) return { docs, keys: docs.map(() => []) };
  const keyed = docs.map((doc) => ({ doc, key: sorter.keyOf(doc) })).sort((a, b) => sorter.compareKeys(a.key, b.key));
  return { docs: keyed.map((item) => item.doc), keys: keyed.map((item) => item.key) };
}

const FILL_METHODS: Readonly<Record<string, string>> = { linear: '$linearFill', locf: '$locf' };

/** `$fill`: constants by `$ifNull`, methods by `$setWindowFields`. */
const fill: StageFactory = (spec, context, name) => {
  const given = namedOperands(name, spec, ['output'], ['partitionBy', 'partitionByFields', 'sortBy']);
  const output = given.get('output');
  if (!isDoc(output) || output.size === 0) throw new MongoError(6050203, "'output' must be a non-empty object");
  const constants: Doc = new Map();
  const windows: Doc = new Map();
  for (const [field, how] of output) {
    const [[kind, value] = ['', null]] = isDoc(how) && how.size === 1 ? how : [];
    const method = kind === 'method' && typeof value === 'string' ? FILL_METHODS[value] : undefined;
    if (kind === 'value') constants.set(field, new Map([['$ifNull', [`$${field}`, value]]]));
    else if (method !== undefined) windows.set(field, new Map([[method, `$${field}`]]));
    else
      throw new MongoError(
        6050202,
        `Method must be either 'locf' or 'linear', or a 'value' must be given for '${field}'`,
      );
  }
  const stages: Value[] = [];
  if (windows.size > 0) {
    const window: Doc = new Map([['output', windows]]);
    const fields = given.get('partitionByFields');
    const partition = Array.isArray(fields)
      ? new Map(fields.map((field) => [String(field), `$${String(field)}`]))
      : given.get('partitionBy');
    if (partition !== undefined) window.set('partitionBy', partition);
    if (given.has('sortBy')) window.set('sortBy', given.get('sortBy') as Value);
    stages.push(new Map([['$setWindowFields', window]]));
  }
  if (constants.size > 0) stages.push(new Map([['$addFields', constants]]));
  const inner = context.compile(stages, name);
  return { run: (input) => inner.run(input), reads: undefined, closes: false };
};

export const WINDOW_STAGES: StageTable = { $setWindowFields: setWindowFields, $fill: fill };

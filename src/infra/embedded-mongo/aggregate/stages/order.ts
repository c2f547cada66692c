import { MongoError } from '../../mongo-error.ts';
import { PAUSE, type Stream } from '../../pause.ts';
import { integerValue, toSafeInteger } from '../../values/convert.ts';
import { createSorter } from '../../values/sort.ts';
import { type Doc, isDoc, type Value } from '../../values/value.ts';
import { sorted } from '../sorted.ts';
import type { StageFactory, StageTable } from '../stage.ts';

const sort: StageFactory = (spec, context) => {
  if (!isDoc(spec)) throw new MongoError(15973, 'the $sort key specification must be an object');
  if (spec.size === 0) throw new MongoError(15976, '$sort stage must have at least one sort key');
  const sorter = createSorter(spec, context.collation);
  const names = sorter.fields.map((field) => field.path.split('.')[0] ?? field.path);
  return { run: (input) => sorted(input, sorter, context.tick), reads: new Set(names), closes: false };
};

function count(spec: Value, name: string, least: number, code: number): number {
  const number = toSafeInteger(spec);
  if (number === undefined) throw new MongoError(code, `invalid argument to ${name} stage: Expected an integer`);
  if (number < least) {
    throw new MongoError(
      code,
      `invalid argument to ${name} stage: Expected a ${least === 1 ? 'positive' : 'non-negative'} number`,
    );
  }
  return number;
}

const limit: StageFactory = (spec) => {
  if (toSafeInteger(spec) === 0) throw new MongoError(15958, 'the limit must be positive');
  const most = count(spec, '$limit', 1, 5107201);
  return {
    *run(input) {
      let left = most;
      for (const doc of input) {
        yield doc;
        if (doc !== PAUSE) left -= 1;
        if (left === 0) return;
      }
    },
    reads: new Set(),
    closes: false,
  };
};

const skip: StageFactory = (spec) => {
  const first = count(spec, '$skip', 0, 5107200);
  return {
    *run(input) {
      let left = first;
      for (const doc of input) {
        if (doc === PAUSE || left === 0) yield doc;
        else left -= 1;
      }
    },
    reads: new Set(),
    closes: false,
  };
};

const counted: StageFactory = (spec) => {
  if (typeof spec !== 'string' || spec === '')
    throw new MongoError(40156, 'the count field must be a non-empty string');
  if (spec.startsWith('$')) throw new MongoError(40158, 'the count field cannot be a $-prefixed path');
  if (spec.includes('.')) throw new MongoError(40160, "the count field cannot contain '.'");
  return {
    *run(input) {
      let total = 0;
      for (const doc of input) {
        if (doc === PAUSE) yield PAUSE;
        else total += 1;
      }
      if (total > 0) yield new Map([[spec, integerValue(total)]]);
    },
    reads: new Set(),
    closes: true,
  };
};

/** Reservoir sampling (Vitter, algorithm R): every document has the same chance, and only `size` are kept. */
const sample: StageFactory = (spec) => {
  const size = isDoc(spec) && spec.size === 1 ? toSafeInteger(spec.get('size')) : undefined;
  if (size === undefined)
    throw new MongoError(28745, 'the $sample stage specification must be an object with a numeric size');
  if (size <= 0) throw new MongoError(28747, 'size argument to $sample must be a positive integer');
  return {
    *run(input) {
      const kept: Doc[] = [];
      let seen = 0;
      for (const doc of input) {
        if (doc === PAUSE) {
          yield PAUSE;
          continue;
        }
        seen += 1;
        const place = kept.length < size ? kept.length : Math.floor(Math.random() * seen);
        if (place < size) kept[place] = doc;
      }
      yield* shuffled(kept);
    },
    reads: new Set(),
    closes: false,
  };
};

function shuffled(docs: Doc[]): Stream<Doc> {
  for (let index = docs.length - 1; index > 0; index -= 1) {
    const other = Math.floor(Math.random() * (index + 1));
    [docs[index], docs[other]] = [docs[other] as Doc, docs[index] as Doc];
  }
  return docs;
}

/** Stages about which documents come in which order. */
export const ORDER_STAGES: StageTable = {
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $count: counted,
  $sample: sample,
};

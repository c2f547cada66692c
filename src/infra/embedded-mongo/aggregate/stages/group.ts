import { MongoError } from '../../mongo-error.ts';
import { PAUSE, type Stream } from '../../pause.ts';
import { type Doc, Int32, isDoc, type Maybe } from '../../values/value.ts';
import { ValueMap } from '../../values/value-map.ts';
import type { Accumulator } from '../accumulators/accumulator.ts';
import { compileAccumulators } from '../accumulators/all.ts';
import { type StageFactory, type StageTable, stageScope } from '../stage.ts';

interface Group {
  readonly id: Maybe;
  readonly states: readonly Accumulator[];
}

const group: StageFactory = (spec, context) => {
  if (!isDoc(spec)) throw new MongoError(15947, "a group's fields must be specified in an object");
  const { scope, reads } = stageScope(context);
  const id = spec.get('_id');
  if (id === undefined) throw new MongoError(15955, 'a group specification must include an _id');
  const key = scope.compile(id);
  const fields = compileAccumulators(
    [...spec].filter(([name]) => name !== '_id'),
    scope,
  );
  const plans = fields.map((field) => field.plan);
  return {
    *run(input: Stream<Doc>) {
      const groups = new ValueMap<Group>(context.collation);
      for (const doc of input) {
        if (doc === PAUSE) {
          yield PAUSE;
          continue;
        }
        const env = scope.enter(doc);
        const value = key.evaluate(env) ?? null;
        let found = groups.get(value);
        if (found === undefined) {
          found = { id: value, states: plans.map((plan) => plan.create()) };
          groups.set(value, found);
        }
        for (let index = 0; index < plans.length; index += 1) {
          found.states[index]?.add(plans[index]?.evaluate(env));
        }
      }
      for (const { id: value, states } of groups.values()) {
        const result: Doc = new Map([['_id', value ?? null]]);
        for (const [index, field] of fields.entries()) result.set(field.name, states[index]?.result() ?? null);
        yield result;
        if (context.tick()) yield PAUSE;
      }
    },
    reads: reads.fields,
    closes: true,
  };
};

const sortByCount: StageFactory = (spec, context) => {
  if (!(typeof spec === 'string' && spec.startsWith('$')) && !isDoc(spec)) {
    throw new MongoError(
      40148,
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  }
  const one = new Map([['$sum', Int32.of(1)]]);
  const inner = context.compile(
    [
      new Map([
        [
          '$group',
          new Map([
            ['_id', spec],
            ['count', one],
          ]),
        ],
      ]),
      new Map([['$sort', new Map([['count', Int32.of(-1)]])]]),
    ],
    '$sortByCount',
  );
  return { run: (input) => inner.run(input), reads: inner.fields, closes: true };
};

export const GROUP_STAGES: StageTable = { $group: group, $sortByCount: sortByCount };

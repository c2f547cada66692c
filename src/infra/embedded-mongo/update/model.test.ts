import fc from 'fast-check';
import { fromPlain, toPlain } from '../values/from-plain.ts';
import { compileUpdate } from './compile-update.ts';

type Model = Record<string, unknown> & { list?: number[] };

interface Step {
  readonly update: Record<string, unknown>;
  readonly model: (doc: Model) => void;
}

const field = fc.constantFrom('a', 'b', 'c');
const number = fc.integer({ min: -5, max: 5 });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(field, number).map(
    ([name, value]): Step => ({
      update: { $set: { [name]: value } },
      model: (doc) => {
        doc[name] = value;
      },
    }),
  ),
  field.map(
    (name): Step => ({
      update: { $unset: { [name]: '' } },
      model: (doc) => {
        delete doc[name];
      },
    }),
  ),
  fc.tuple(field, number).map(
    ([name, value]): Step => ({
      update: { $inc: { [name]: value } },
      model: (doc) => {
        doc[name] = Number(doc[name] ?? 0) + value;
      },
    }),
  ),
  fc.tuple(field, number).map(
    ([name, value]): Step => ({
      update: { $min: { [name]: value } },
      model: (doc) => {
        doc[name] = Math.min(Number(doc[name] ?? value), value);
      },
    }),
  ),
  fc.tuple(fc.array(number, { maxLength: 3 }), fc.integer({ min: -4, max: 4 })).map(
    ([each, slice]): Step => ({
      update: { $push: { list: { $each: each, $sort: 1, $slice: slice } } },
      model: (doc) => {
        const sorted = [...(doc.list ?? []), ...each].sort((a, b) => a - b);
        doc.list = slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
      },
    }),
  ),
  number.map(
    (value): Step => ({
      update: { $pull: { list: value } },
      model: (doc) => {
        if (doc.list) doc.list = doc.list.filter((item) => item !== value);
      },
    }),
  ),
  number.map(
    (value): Step => ({
      update: { $addToSet: { list: value } },
      model: (doc) => {
        doc.list = doc.list?.includes(value) ? doc.list : [...(doc.list ?? []), value];
      },
    }),
  ),
);

test('any sequence of updates leaves what a plain model says, and says truly whether something changed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let doc = fromPlain({ _id: 1 });
      const model: Model = { _id: 1 };
      for (const { update, model: change } of steps) {
        const before = JSON.stringify(model);
        change(model);
        const result = compileUpdate(fromPlain(update), { now: new Date(0) }).apply(doc);
        expect(result.modified).toBe(JSON.stringify(model) !== before);
        doc = result.doc;
        expect(toPlain(doc)).toEqual(model);
      }
    }),
    { numRuns: 600 },
  );
});

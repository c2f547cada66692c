import { MongoError } from '../../mongo-error.ts';
import { toSafeInteger } from '../../values/convert.ts';
import { Int32, isDoc, type Maybe } from '../../values/value.ts';
import { namedOperands } from '../operator.ts';
import type { WindowFactory, WindowInput } from './window.ts';

function sorterOf({ sorter, name, bounds }: WindowInput) {
  if (sorter === undefined)
    throw new MongoError(5371602, `${name} must be specified with a top level sortBy expression`);
  if (bounds !== undefined) throw new MongoError(5371601, `${name} does not accept a 'window' field`);
  return sorter;
}

/** `$rank` and its kin: equal sort keys share a number. */
function ranking(next: (rank: number, index: number, same: boolean) => number): WindowFactory {
  return (input) => {
    const sorter = sorterOf(input);
    if (!isDoc(input.operand) || input.operand.size > 0)
      throw new MongoError(5371603, `${input.name} must be specified with '{}' as the value`);
    return ({ keys }) => {
      let rank = 0;
      return keys.map((key, index) => {
        const before = keys[index - 1];
        rank = next(rank, index, before !== undefined && sorter.compareKeys(before, key) === 0);
        return Int32.of(rank);
      });
    };
  };
}

/** The value some documents before or after. */
const shift: WindowFactory = (input) => {
  sorterOf(input);
  const given = namedOperands(input.name, input.operand, ['output', 'by'], ['default']);
  const output = input.scope.compile(given.get('output') ?? null);
  const by = toSafeInteger(given.get('by'));
  if (by === undefined) throw new MongoError('FailedToParse', "$shift: 'by' field must be an integer");
  const fallback = given.has('default') ? input.scope.compile(given.get('default') ?? null) : undefined;
  return ({ docs }) =>
    docs.map((_, index): Maybe => {
      const other = docs[index + by];
      if (other === undefined) return fallback?.evaluate(input.scope.enter(new Map())) ?? null;
      return output.evaluate(input.scope.enter(other)) ?? null;
    });
};

export const POSITION_FUNCTIONS: Readonly<Record<string, WindowFactory>> = {
  $rank: ranking((rank, index, same) => (same ? rank : index + 1)),
  $denseRank: ranking((rank, _, same) => (same ? rank : rank + 1)),
  $documentNumber: ranking((_, index) => index + 1),
  $shift: shift,
};

import { BSONRegExp } from 'bson';
import { MongoError } from '../../mongo-error.ts';
import type { GuardedRegex } from '../../query/guarded-regex.ts';
import { compileRegex } from '../../query/regex.ts';
import { type Doc, Int32, isNullish, type Maybe, type Value } from '../../values/value.ts';
import { named, type Operator, type OperatorTable } from '../operator.ts';

function regexOf(regex: Maybe, options: Maybe): GuardedRegex {
  if (!isNullish(options) && typeof options !== 'string')
    throw new MongoError(51106, "'options' should evaluate to a string");
  if (regex instanceof BSONRegExp) {
    if (regex.options !== '' && !isNullish(options)) {
      throw new MongoError(51107, "found regex options specified in both 'regex' and 'options' fields");
    }
    return compileRegex(regex.pattern, regex.options || (options ?? ''));
  }
  if (typeof regex !== 'string') throw new MongoError(51105, "'regex' should evaluate to a string or regex");
  return compileRegex(regex, options ?? '');
}

function operator(none: Value, apply: (text: string, regex: GuardedRegex) => Value): Operator {
  return named(['input', 'regex'], ['options'], ({ input, regex, options }) => {
    if (isNullish(input) || isNullish(regex)) return none;
    if (typeof input !== 'string') throw new MongoError(51104, "'input' must be a string");
    return apply(input, regexOf(regex, options));
  });
}

/** The match, where it begins in code points, and what the groups caught. */
function report(text: string, match: RegExpExecArray): Doc {
  const captures = match.slice(1).map((capture) => capture ?? null);
  return new Map<string, Value>([
    ['match', match[0]],
    ['idx', Int32.of([...text.slice(0, match.index)].length)],
    ['captures', captures],
  ]);
}

export const REGEX_OPERATORS: OperatorTable = {
  $regexMatch: operator(false, (text, regex) => regex.test(text)),
  $regexFind: operator(null, (text, regex) => {
    const match = regex.exec(text);
    return match === null ? null : report(text, match);
  }),
  $regexFindAll: operator([], (text, regex) => regex.all(text).map((match) => report(text, match))),
};

import { BSONRegExp, BSONSymbol } from 'bson';
import { MongoError } from '../mongo-error.ts';
import type { Maybe } from '../values/value.ts';
import { GuardedRegex } from './guarded-regex.ts';
import { translatePattern } from './regex-translate.ts';

const compiled = new Map<string, GuardedRegex>();

/**
 * The JavaScript regular expression that accepts what MongoDB's PCRE2 accepts. A pattern that has no exact
 * counterpart is refused (51091), never approximated.
 */
export function compileRegex(pattern: string, options: string): GuardedRegex {
  const key = `${options}/${pattern}`;
  const known = compiled.get(key);
  if (known) return known;
  const unknown = /[^imsxu]/.exec(options);
  if (unknown) throw new MongoError(51108, `invalid flag in regex options: ${unknown[0]}`);
  const regex = build(pattern, options);
  if (compiled.size > 500) compiled.clear();
  compiled.set(key, regex);
  return regex;
}

function build(pattern: string, options: string): GuardedRegex {
  const translated = translatePattern(pattern, options);
  if (!('source' in translated)) {
    throw new MongoError(51091, `Regular expression is not supported: ${translated.refused}`);
  }
  try {
    return new GuardedRegex(new RegExp(translated.source, translated.ignoreCase ? 'iu' : 'u'));
  } catch {
    throw new MongoError(51091, 'Regular expression is invalid or not supported');
  }
}

/** Matches strings, and a stored regex that is the same one. */
export function regexPredicate(regex: BSONRegExp): (value: Maybe) => boolean {
  const test = compileRegex(regex.pattern, regex.options);
  return (value) => {
    if (typeof value === 'string') return test.test(value);
    if (value instanceof BSONRegExp) return value.pattern === regex.pattern && value.options === regex.options;
    return value instanceof BSONSymbol && test.test(value.value);
  };
}

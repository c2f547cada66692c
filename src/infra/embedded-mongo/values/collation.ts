import { MongoError } from '../mongo-error.ts';
import type { CompareStrings } from './compare.ts';
import { toSafeInteger } from './convert.ts';
import type { Doc, Value } from './value.ts';

const OPTIONS = new Set([
  'locale',
  'strength',
  'caseLevel',
  'caseFirst',
  'numericOrdering',
  'alternate',
  'maxVariable',
  'normalization',
  'backwards',
  'version',
]);

const SENSITIVITY: Readonly<Record<number, Intl.CollatorOptions['sensitivity']>> = {
  1: 'base',
  2: 'accent',
  3: 'variant',
};

/**
 * Compiles a collation document ("Collation" in the manual) for `find` and `sort`, by the Unicode data that Node
 * carries. Undefined for the simple collation. What Intl cannot do is refused (72): strengths 4 and 5, `backwards`.
 */
export function compileCollation(spec: Doc): CompareStrings | undefined {
  const unknown = [...spec.keys()].find((name) => !OPTIONS.has(name));
  if (unknown !== undefined)
    throw new MongoError('UnknownField', `BSON field 'collation.${unknown}' is an unknown field.`);
  const locale = spec.get('locale');
  if (locale === undefined)
    throw new MongoError('MissingField', "BSON field 'collation.locale' is missing but a required field");
  if (typeof locale !== 'string')
    throw new MongoError('TypeMismatch', "BSON field 'collation.locale' is the wrong type, expected type 'string'");
  if (locale === 'simple') return undefined;
  const collator = new Intl.Collator(tagOf(locale), optionsOf(spec));
  return (left, right) => (left === right ? 0 : collator.compare(left, right));
}

/** ICU writes `zh@collation=stroke` and `de_AT`; Intl wants `zh-u-co-stroke` and `de-AT`. */
function tagOf(locale: string): string {
  const [name = '', extension] = locale.split('@');
  const kind = extension?.replace(/^collation=/, '');
  const tag = name.replaceAll('_', '-') + (kind === undefined ? '' : `-u-co-${KINDS[kind] ?? kind}`);
  try {
    if (Intl.Collator.supportedLocalesOf(tag).length > 0) return tag;
  } catch {
    // Not even the form of a language tag: the same answer.
  }
  throw new MongoError('BadValue', `Field 'locale' is invalid in: { locale: "${locale.slice(0, 40)}" }`);
}

const KINDS: Readonly<Record<string, string>> = { phonebook: 'phonebk', traditional: 'trad' };

function optionsOf(spec: Doc): Intl.CollatorOptions {
  const strength = spec.has('strength') ? toSafeInteger(spec.get('strength')) : 3;
  const sensitivity = strength === undefined ? undefined : SENSITIVITY[strength];
  if (sensitivity === undefined) {
    throw new MongoError('InvalidOptions', 'collation strengths other than 1, 2 and 3 are not supported');
  }
  if (spec.get('backwards') === true)
    throw new MongoError('InvalidOptions', "collation option 'backwards' is not supported");
  return {
    // Case alone on top of base letters is what Intl calls "case".
    sensitivity: spec.get('caseLevel') === true && strength === 1 ? 'case' : sensitivity,
    numeric: flag(spec.get('numericOrdering'), 'numericOrdering'),
    caseFirst: caseFirst(spec.get('caseFirst')),
    ignorePunctuation: spec.get('alternate') === 'shifted',
  };
}

function flag(value: Value | undefined, name: string): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'boolean')
    throw new MongoError('TypeMismatch', `BSON field 'collation.${name}' is the wrong type, expected type 'bool'`);
  return value;
}

function caseFirst(value: Value | undefined): 'upper' | 'lower' | 'false' {
  if (value === undefined || value === 'off') return 'false';
  if (value === 'upper' || value === 'lower') return value;
  throw new MongoError('BadValue', "Enumeration value for field 'collation.caseFirst' is not a valid value.");
}

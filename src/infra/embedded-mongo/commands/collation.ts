import { MongoError } from '../mongo-error.ts';
import type { CompareStrings } from '../values/compare.ts';
import { type Doc, isDoc, type Maybe } from '../values/value.ts';
import { numberOf } from './arguments.ts';

const FIELDS = new Set([
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

/** How strings compare under a collation document; undefined for the simple one. */
export function readCollation(collation: Maybe): CompareStrings | undefined {
  if (collation === undefined) return undefined;
  if (!isDoc(collation)) throw new MongoError('TypeMismatch', 'collation must be an object');
  if (collation.size === 0) return undefined;
  for (const field of collation.keys())
    if (!FIELDS.has(field))
      throw new MongoError('UnknownField', `BSON field 'collation.${field}' is an unknown field.`);
  const locale = collation.get('locale');
  if (typeof locale !== 'string')
    throw new MongoError('MissingField', "BSON field 'collation.locale' is missing but a required field");
  if (locale === 'simple') return undefined;
  refuseUnservable(collation);
  return new Intl.Collator(localeTag(locale), collatorOptions(collation)).compare;
}

/** What ICU can do and Intl cannot. */
function refuseUnservable(collation: Doc): void {
  if (collation.get('backwards') === true) throw new MongoError('BadValue', 'collation: backwards is not supported');
  if (collation.get('alternate') === 'shifted' && collation.get('maxVariable') === 'space')
    throw new MongoError('BadValue', "collation: maxVariable 'space' is not supported");
}

/** ICU's names of orders where the language tags of BCP 47 have shorter ones (unicode.org/reports/tr35, "co"). */
const ORDERS: Readonly<Record<string, string>> = {
  phonebook: 'phonebk',
  traditional: 'trad',
  dictionary: 'dict',
};

/** ICU's `zh@collation=stroke` as the language tag `zh-u-co-stroke`; a locale or order that is not known is refused. */
function localeTag(locale: string): string {
  const [name = '', keyword] = locale.split('@');
  const order = keyword === undefined ? undefined : /^collation=(\w+)$/.exec(keyword)?.[1];
  const wanted = order === undefined ? undefined : (ORDERS[order] ?? order);
  const tag = `${name.replaceAll('_', '-')}${wanted === undefined ? '' : `-u-co-${wanted}`}`;
  if ((keyword === undefined || wanted !== undefined) && isKnown(tag, wanted)) return tag;
  throw new MongoError('BadValue', `Field 'locale' is invalid in: { locale: "${locale}" }`);
}

function isKnown(tag: string, order: string | undefined): boolean {
  try {
    if (Intl.Collator.supportedLocalesOf(tag).length === 0) return false;
    // The locale that comes of it keeps the order if, and only if, it was understood.
    return order === undefined || new Intl.Collator(tag).resolvedOptions().locale.endsWith(`-co-${order}`);
  } catch {
    return false;
  }
}

function collatorOptions(collation: Doc): Intl.CollatorOptions {
  const strength = numberOf(collation.get('strength')) ?? 3;
  if (![1, 2, 3].includes(strength))
    throw new MongoError('BadValue', `collation: strength ${strength} is not supported`);
  const caseFirst = collation.get('caseFirst') ?? 'off';
  if (caseFirst !== 'off' && caseFirst !== 'upper' && caseFirst !== 'lower')
    throw new MongoError('BadValue', 'collation: unknown caseFirst');
  return {
    usage: 'sort',
    sensitivity: sensitivityOf(strength, collation.get('caseLevel') === true),
    numeric: collation.get('numericOrdering') === true,
    caseFirst: caseFirst === 'off' ? 'false' : caseFirst,
    ignorePunctuation: collation.get('alternate') === 'shifted',
  };
}

function sensitivityOf(strength: number, caseLevel: boolean): 'base' | 'accent' | 'case' | 'variant' {
  if (strength === 1) return caseLevel ? 'case' : 'base';
  return strength === 2 && !caseLevel ? 'accent' : 'variant';
}

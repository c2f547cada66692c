import type { DirectoryAccount, DirectoryContact, DirectoryUser } from '../name-directory.ts';
import { normalise } from '../text/normal-text.ts';
import { nameUnits, openingOf, unitsKey } from './name-units.ts';
import { DOUBLE_SURNAMES, SURNAMES } from './words/chinese-surnames.ts';
import { LATIN_LEGAL, LEGAL_ENDINGS, TOWNS, TRADES } from './words/company-words.ts';
import { NAMES_THAT_ARE_WORDS, NEVER_NAMES } from './words/english-words.ts';

/** How near a form is to the name: the full name, a kept alias, or a short form made by rule. */
export type FormKind = 'name' | 'alias' | 'short';

export interface NameForm {
  key: string;
  kind: FormKind;
  /** What it begins with in a text, and how many units it has. */
  opening: string;
  length: number;
}

const HAN = /\p{Script=Han}/u;

/** Every form under which an account is found: full name, aliases, and its name without town, legal ending and trade. */
export function accountForms(account: DirectoryAccount): NameForm[] {
  const forms = new Forms();
  const name = normalise(account.name).text;
  forms.add(name, 'name');
  for (const alias of account.aliases) forms.add(normalise(alias).text, 'alias');
  for (const short of HAN.test(name) ? chineseShorts(name) : latinShorts(name)) forms.add(short, 'short');
  return forms.list;
}

/** Every form under which a person is found: name, aliases, given name, family name after a Latin title. */
export function contactForms(person: DirectoryContact | DirectoryUser): NameForm[] {
  const forms = new Forms();
  const name = normalise(person.name).text;
  forms.add(name, 'name');
  for (const alias of person.aliases) forms.add(normalise(alias).text, 'alias');
  for (const short of personShorts(name)) forms.add(short, 'short');
  return forms.list;
}

/** The family name with which a Chinese name begins. */
export function surnameOf(name: string): string | null {
  const double = DOUBLE_SURNAMES.find((surname) => name.startsWith(surname));
  if (double && name.length > double.length) return double;
  const first = name[0] ?? '';
  return SURNAMES.includes(first) ? first : null;
}

const TOWN_SET = new Set(TOWNS);
const TRADE_SET = new Set(TRADES);

/** The longest word of the set that the text begins with, leaving at least `rest` characters; else ''. */
function startOf(set: ReadonlySet<string>, text: string, longest: number, rest = 3): string {
  for (let length = Math.min(longest, text.length - rest); length >= 2; length--) {
    if (set.has(text.slice(0, length))) return text.slice(0, length);
  }
  return '';
}

/** The same for its end, leaving at least two characters by default. */
function endOf(set: ReadonlySet<string>, text: string, longest: number, rest = 2): string {
  for (let length = Math.min(longest, text.length - rest); length >= 2; length--) {
    if (set.has(text.slice(-length))) return text.slice(-length);
  }
  return '';
}

/** 杭州云麓酒店管理有限公司 → 云麓酒店管理有限公司, 云麓酒店管理, 杭州云麓, 云麓 … */
function chineseShorts(name: string): string[] {
  const town = startOf(TOWN_SET, name, 4);
  const afterTown = name
    .slice(town.length)
    .replace(/^[省市区县]/, '')
    .replace(/[()（）].*?[)）]/g, '');
  const ending = LEGAL_ENDINGS.find((one) => afterTown.endsWith(one)) ?? '';
  const body = afterTown.slice(0, afterTown.length - ending.length);
  const brand = withoutTrades(body);
  const shorts = [afterTown, body, town + body];
  if (brand.length >= 2 && brand.length < body.length) shorts.push(brand, town + brand, ...tradedBrands(brand, body));
  return shorts.filter((short) => short.length >= 2 && short !== name);
}

function withoutTrades(body: string): string {
  let rest = body;
  for (;;) {
    const trade = endOf(TRADE_SET, rest, 6);
    if (trade === '') return rest;
    rest = rest.slice(0, -trade.length);
  }
}

/** 麦禾 + each whole trade word that its name carries: 麦禾食品. */
function tradedBrands(brand: string, body: string): string[] {
  const tail = body.slice(brand.length);
  return [startOf(TRADE_SET, tail, 6, 0), endOf(TRADE_SET, tail, 6, 0)].filter(Boolean).map((trade) => brand + trade);
}

/** Northfell Robotics Ltd → Northfell Robotics, Northfell. */
function latinShorts(name: string): string[] {
  const words = nameUnits(name).map((unit) => ({ key: unit.key, text: name.slice(unit.start, unit.end) }));
  while (words.length > 1 && LATIN_LEGAL.has(words.at(-1)?.key ?? '')) words.pop();
  const shorts: string[] = [];
  for (let count = words.length; count >= 1; count--) {
    const last = words[count - 1];
    if (last?.key === '&') continue;
    const first = words[0]?.key ?? '';
    if (count === 1 && (first.length < 4 || NEVER_NAMES.has(first) || NAMES_THAT_ARE_WORDS.has(first))) continue;
    shorts.push(
      words
        .slice(0, count)
        .map((word) => word.text)
        .join(' '),
    );
  }
  return shorts;
}

function personShorts(name: string): string[] {
  if (HAN.test(name)) {
    const surname = surnameOf(name);
    const given = surname ? name.slice(surname.length) : '';
    return given.length === 2 ? [given] : [];
  }
  const words = name.split(/\s+/).filter((word) => !/^(?:dr|mr|mrs|ms|prof)\.?$/i.test(word));
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || words.length < 2) return words.length === 1 && words[0] !== name ? words : [];
  const parts = last.split('-').filter((part) => part.length >= 4);
  const titled = ['mr', 'ms', 'mrs', 'dr'].flatMap((title) => [last, ...parts].map((part) => `${title} ${part}`));
  return [`${first} ${last}`, ...parts.map((part) => `${first} ${part}`), first, last, ...parts, ...titled];
}

class Forms {
  readonly list: NameForm[] = [];
  private readonly seen = new Set<string>();

  /** `words` in normal form. */
  add(words: string, kind: FormKind): void {
    const units = nameUnits(words);
    const key = unitsKey(units, 0, units.length);
    if (key === '' || this.seen.has(key) || (units.length === 1 && /^(?:\p{Script=Han}|\p{N}+)$/u.test(key))) return;
    this.seen.add(key);
    this.list.push({ key, kind, opening: openingOf(units), length: units.length });
  }
}

import { CHINESE_NUMERAL, chineseNumber } from '../../text/chinese-number.ts';
import { CHINESE_WORDS } from './chinese.ts';
import { ENGLISH_WORDS } from './english.ts';
import { ENGLISH_PHRASES } from './english-phrases.ts';
import type { Meaning } from './meaning.ts';

/** A word, a number, or a single mark, with offsets in the text that was read. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** In lower case. */
  readonly text: string;
  /** White space stands before it. */
  readonly spaced: boolean;
  /** The value of a number in digits or Chinese numerals. */
  readonly number: number | null;
  /** How many digits it is written with; 0 for Chinese numerals. */
  readonly digits: number;
  readonly meaning: Meaning | null;
}

const NUMERALS = new Set([...CHINESE_NUMERAL].map((one) => one.charCodeAt(0)));
const FIRST_NUMERAL = 0x3007;
const WEEKDAY_CHARACTERS = '一二三四五六日天';
/** 下周一起吃饭, 本周日报, 下周天气: the character belongs to the word that follows, not to the week. */
const NO_WEEKDAY =
  /一(?:起(?!草)|样|直|般|共|切|些|下(?!午)|个|旦|并|次|同|致|律|点|定(?![稿好下价了]))|日(?:报(?!价|名|到|销)|程|志|常|期|均|活)|天(?:气|津|然|猫|数)|末/y;
const ARABIC_WEEKDAY = /[1-7](?![\d.个家次条万亿kwap%号月天点时:份套台])/y;
const SINCE = /[从自打]/;
const WEEKDAYS: readonly (Meaning | undefined)[] = [
  undefined,
  ...([1, 2, 3, 4, 5, 6, 7] as const).map((weekday): Meaning => ({ is: 'weekday', weekday })),
];
const LONGEST_NUMBER = 15;
/** Words that are a number as well (十一, 第一 is none), by their value. */
const NUMERAL_WORDS = new Map(
  [...CHINESE_WORDS.values()].flat().flatMap(([word]): [string, number][] => {
    const value = chineseNumber(word);
    return value === null ? [] : [[word, value]];
  }),
);

/** Cuts a text into tokens. Linear: each character is read by one token, and words are of bounded length. */
export function tokenise(source: string): Token[] {
  const lower = lowerCase(source);
  const tokens: Token[] = [];
  let spaced = false;
  for (let at = 0; at < lower.length; ) {
    const space = endOf(isBlank, lower, at);
    if (space > at) {
      at = space;
      spaced = true;
      continue;
    }
    const next = tokenAt(lower, at, spaced, tokens.at(-1));
    tokens.push(next);
    at = next.end;
    spaced = false;
  }
  return tokens;
}

function tokenAt(text: string, at: number, spaced: boolean, before: Token | undefined): Token {
  const code = text.charCodeAt(at);
  if (isDigit(code)) {
    const end = endOf(isDigit, text, at);
    const digits = end - at;
    const weekday = spaced ? null : weekdayAfterWeek(text, at, before);
    if (weekday !== null && digits === 1) return token(text, at, spaced, end, null, 0, weekday);
    return token(text, at, spaced, end, digits > LONGEST_NUMBER ? null : Number(text.slice(at, end)), digits, null);
  }
  const phrase = phraseAt(text, at);
  if (phrase !== null) return token(text, at, spaced, phrase.end, null, 0, phrase.meaning);
  const word = endOf(isLetter, text, at);
  if (word > at) return token(text, at, spaced, word, null, 0, ENGLISH_WORDS.get(text.slice(at, word)) ?? null);
  const weekday = spaced ? null : weekdayAfterWeek(text, at, before);
  if (weekday !== null) return token(text, at, spaced, at + 1, null, 0, weekday);
  const chinese = chineseWordAt(text, at, before !== undefined && before.number !== null && !spaced);
  if (chinese !== null) {
    const entry = chinese[0];
    return token(text, at, spaced, at + entry.length, NUMERAL_WORDS.get(entry) ?? null, 0, chinese[1]);
  }
  const numeral = code < FIRST_NUMERAL ? at : endOf(isNumeral, text, at);
  if (numeral > at) return token(text, at, spaced, numeral, chineseNumber(text.slice(at, numeral)), 0, null);
  return token(text, at, spaced, at + 1, null, 0, null);
}

function token(
  text: string,
  start: number,
  spaced: boolean,
  end: number,
  number: number | null = null,
  digits = 0,
  meaning: Meaning | null = null,
): Token {
  return { start, end, text: text.slice(start, end), spaced, number, digits, meaning };
}

function phraseAt(text: string, at: number): { end: number; meaning: Meaning } | null {
  if (!isPlainLetter(text.charCodeAt(at)) || isPlainLetter(text.charCodeAt(at - 1))) return null;
  const rows = ENGLISH_PHRASES.get(text.slice(at, firstWordEnd(text, at)));
  for (const [pattern, meaning] of rows ?? []) {
    const end = run(pattern, text, at);
    if (end > at) return { end, meaning };
  }
  return null;
}

/** No phrase opens with a word of more than 15 letters. */
function firstWordEnd(text: string, at: number): number {
  let end = at;
  while (end < at + 16 && (isPlainLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++;
  return end;
}

/** After a number the unit counts and opens no other word: 3日报价, 12月薪资, 2026年会议, 未来一周会不会. */
const UNIT_CHARACTER = '年月日周天点时号';

function chineseWordAt(text: string, at: number, counted: boolean): readonly [string, Meaning] | null {
  const rows = CHINESE_WORDS.get(text.charCodeAt(at));
  if (rows === undefined) return null;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (row !== undefined && text.startsWith(row[0], at) && !isAnotherWord(row, text, at, counted)) return row;
  }
  return null;
}

function isAnotherWord(row: readonly [string, Meaning], text: string, at: number, counted: boolean): boolean {
  const word = row[0];
  const meaning = row[1];
  if (counted && meaning.is === 'other') return UNIT_CHARACTER.includes(text.charAt(at));
  // 八月中秋, 2027年中国: 中 belongs to what follows.
  return meaning.is === 'edge' && word.endsWith('中') && /[秋国午]/.test(text.charAt(at + word.length));
}

/** 周三, 下礼拜天, 星期3: what stands right after a week and is its day. */
function weekdayAfterWeek(text: string, at: number, before: Token | undefined): Meaning | null {
  if (before === undefined || !isWeek(before, text)) return null;
  const arabic = run(ARABIC_WEEKDAY, text, at) > at ? Number(text.charAt(at)) : 0;
  const value = arabic > 0 ? arabic : Math.min(7, WEEKDAY_CHARACTERS.indexOf(text.charAt(at)) + 1);
  if (value === 0) return null;
  // 从周一起 is since Monday; 周一起 without 从 is 一起.
  const since = text.startsWith('起', at + 1) && SINCE.test(text.charAt(before.start - 1));
  if (!since && run(NO_WEEKDAY, text, at) > at) return null;
  return WEEKDAYS[value] ?? null;
}

/** 三个星期 counts weeks, 第一个星期一 does not. */
const NTH_WEEK = /(?:第[一二三四五]|最后一)$/;

const MEASURE_WORD = '个'.charCodeAt(0);
const WEEK_WORD = /[周期拜]$/;

function isWeek({ meaning, text, start }: Token, source: string): boolean {
  if (text.charCodeAt(0) === MEASURE_WORD && !NTH_WEEK.test(source.slice(Math.max(0, start - 3), start))) return false;
  if (meaning?.is === 'period' || meaning?.is === 'unit') return meaning.unit === 'week' && WEEK_WORD.test(text);
  return meaning?.is === 'recurring' && meaning.unit === 'week';
}

/** The first place from `at` on whose character is none of the kind; every character of a message is asked, so by its code. */
function endOf(isOfKind: (code: number) => boolean, text: string, at: number): number {
  let end = at;
  while (end < text.length && isOfKind(text.charCodeAt(end))) end++;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isPlainLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Letters of western languages, in lower case. */
function isLetter(code: number): boolean {
  return isPlainLetter(code) || (code >= 0xe0 && code <= 0xff && code !== 0xf7);
}

function isNumeral(code: number): boolean {
  return NUMERALS.has(code);
}

const ODD_BLANK = /[\t\v\f\r\u00a0\ufeff\p{Zs}\u2028\u2029]/u;

function isBlank(code: number): boolean {
  if (code === 32) return true;
  return (
    (code < 32 || code === 0xa0 || (code >= 0x1680 && code <= 0x3000)) && ODD_BLANK.test(String.fromCharCode(code))
  );
}

function run(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Lower case of the same length: a few letters would grow (İ), and offsets must hold. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

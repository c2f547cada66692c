import { type DayPhrase, monthDayPhrase, monthPhrase, refine, yearPhrase } from '../day-phrase.ts';
import { type Atom, follows, numberAt, type Reading, touches, wordAt } from './atom.ts';
import { isProportion, isProportionBehind } from './proportion.ts';

const SEPARATORS = new Set(['-', '/', '.']);
const GLUED_BEFORE = /[a-z0-9@#_/.\-:¥$€£%]/i;
/** 12/5-12/10: the end of a span. */
const RANGE_BEFORE = /\d[/.]\d{1,2}[-~]$/;
const GLUED_AFTER = /(?![-~]\d{1,2}[/.]\d)(?:[-/.]?\d|[a-su-z@_%]|[-/][a-z])|[万亿千百kw元块折倍米吨寸]/iy;
const FRACTION =
  /\s*(?:of\b|[家个台人项套款张份条名位单]|以上|左右|full\b|done\b|complete|sites|users|seats|customers|clients|people|respondents|students|doctors|dentists|teams|points|agreed?\b)/iy;
const VERSION = new Set('v version release build ver update upgrade python node java ios android'.split(' '));
/** QQ群20250607, order no. 20250607: the number of a thing. */
const NUMBERED =
  /(?:[群号码证卡]|编号|账户|QQ|\b(?:ID|no\.?|number|order|invoice|ticket|code|serial|ref|account|PO|SKU|part|batch|lot))\s?[是为:：#]?\s?$/i;
const CHINESE = /[\u4e00-\u9fff]/;
const AROUND_DATE = new Set('on by before after until till since due from to 到 至 截止 截至 于 在 - ~'.split(' '));
/** 3-15之前; 3-15号 are two days of a month. */
const DEADLINE = /\s*(?:之前|以前|前(?![\d一二三])|之后|以后|起|截止|上午|下午|晚上)/y;
const AFTER_DATE =
  /\s*(?:[号日前后起]|(?:发货|交货|到货|出货|开会|上线|签约|付款|打款|到期|出发|开标|开业|开工|完工|回访|拜访|交付|验收|见面|截止|生效|入职|离职|搬家|出差|放假|开课|考试|培训|发布|揭幕|复诊|体检|送达|更新)(?!率|量|比)|之[前后]|以[前后]|上午|下午|早上|晚上|中午|截止|(?<=\s)at \d|(?<=\s)\d{1,2}(?::\d\d|\s?[ap]m\b))/iy;

/** 2026-12-05, 2026/12/5, 10/14, 4/11/2026, 12.5号, 20261205: digits with separators. */
export function numericDate(reading: Reading, at: number): Atom | null {
  const token = reading.tokens[at];
  if (token === undefined || token.digits === 0 || token.number === null) return null;
  const before = reading.text.slice(Math.max(0, token.start - 5), token.start);
  // 开标时间:2026.10.20: a colon behind a word announces, behind a digit it belongs to a number.
  const announced = /[^\d:]:$/.test(before) && (token.digits === 4 || wordAt(reading, at + 1) === '/');
  if (GLUED_BEFORE.test(before.slice(-1)) && !announced && !RANGE_BEFORE.test(before)) return null;
  if (isProportion(reading, at)) return null;
  if (token.digits === 8)
    return NUMBERED.test(reading.text.slice(Math.max(0, token.start - 12), token.start))
      ? null
      : compactDate(reading, at, token.number);
  const separator = wordAt(reading, at + 1);
  if (!SEPARATORS.has(separator) || !touches(reading, at + 1) || !touches(reading, at + 2)) return null;
  const second = numberAt(reading, at + 2);
  const secondDigits = reading.tokens[at + 2]?.digits ?? 0;
  if (second < 1 || secondDigits === 0 || secondDigits > 2) return null;
  const third = wordAt(reading, at + 3) === separator && touches(reading, at + 3) && touches(reading, at + 4);
  if (third) return threeParts(reading, at, token.number, second);
  const day =
    token.digits === 4
      ? yearMonth(token.number, second, separator)
      : token.digits <= 2
        ? twoParts(reading, at, separator, token.number, second)
        : null;
  return day === null || follows(reading, at + 3, GLUED_AFTER) || isProportionBehind(reading, at + 3)
    ? null
    : { from: at, to: /^[号日]$/.test(wordAt(reading, at + 3)) ? at + 4 : at + 3, day };
}

function compactDate(reading: Reading, at: number, value: number): Atom | null {
  const [year, month, day] = [Math.floor(value / 1e4), Math.floor(value / 100) % 100, value % 100];
  if (!isYear(year) || !isMonthDay(month, day) || follows(reading, at + 1, GLUED_AFTER)) return null;
  return { from: at, to: at + 1, day: monthDayPhrase(month, day, year) };
}

function threeParts(reading: Reading, at: number, first: number, second: number): Atom | null {
  const last = numberAt(reading, at + 4);
  const [digits, lastDigits] = [reading.tokens[at]?.digits ?? 0, reading.tokens[at + 4]?.digits ?? 0];
  if (last < 0 || follows(reading, at + 5, GLUED_AFTER)) return null;
  const atom = (month: number, day: number, year: number): Atom | null =>
    isMonthDay(month, day) && isYear(year) ? { from: at, to: at + 5, day: monthDayPhrase(month, day, year) } : null;
  // 1883-05-24: a year before 1900 in the ISO form alone.
  const old = digits === 4 && first >= 1000 && first < 1900 && reading.tokens[at + 2]?.digits === 2 && lastDigits === 2;
  if (old && wordAt(reading, at + 1) === '-' && isMonthDay(second, last))
    return { from: at, to: at + 5, day: monthDayPhrase(second, last, first) };
  if (digits === 4) return lastDigits > 2 ? null : atom(second, last, first);
  if (lastDigits !== 4 && lastDigits !== 2) return null;
  const year = lastDigits === 4 ? last : 2000 + last;
  if (wordAt(reading, at + 1) === '.') {
    // 2.11.30 is a version as often as a day; in Chinese it is never a day.
    const short =
      lastDigits === 2 &&
      (VERSION.has(wordAt(reading, at - 1)) || CHINESE.test(reading.text.charAt((reading.tokens[at]?.start ?? 0) - 1)));
    return short ? null : (atom(second, first, year) ?? atom(first, second, year));
  }
  return reading.monthFirst
    ? (atom(first, second, year) ?? atom(second, first, year))
    : (atom(second, first, year) ?? atom(first, second, year));
}

function yearMonth(year: number, month: number, separator: string): DayPhrase | null {
  if (!isYear(year) || month > 12 || separator === '.') return null;
  return refine(yearPhrase(year), monthPhrase(month));
}

/** 10/14, 12.5号, 12-05: month first in the United States and in Chinese, else day first; the other way where only that exists. */
function twoParts(reading: Reading, at: number, separator: string, first: number, second: number): DayPhrase | null {
  const spoken = AROUND_DATE.has(wordAt(reading, at - 1)) || follows(reading, at + 3, AFTER_DATE);
  if (separator === '/') {
    const fraction = first < second && second <= 4 && first <= 3;
    if (
      (fraction || (first === 24 && second === 7) || (first === 9 && second === 11) || (first === 9 && second === 6)) &&
      !spoken
    )
      return null;
    if (
      follows(reading, at + 3, FRACTION) ||
      (first < second &&
        second <= 10 &&
        follows(
          reading,
          at + 3,
          /\s?的(?!时候)|\s+(?:rating|inch|cups?|tsp|tbsp|teaspoon|tablespoon|mile|pound|full|stars?|score)\b/iy,
        ))
    )
      return null;
  } else {
    const padded = separator === '-' && reading.tokens[at]?.digits === 2 && reading.tokens[at + 2]?.digits === 2;
    if (!spoken && !padded) return null;
    if (separator === '-' && !padded && !follows(reading, at + 3, DEADLINE)) return null;
    // 03-20 with its zero is a date; 12-15 may as well be so many.
    const zero = reading.tokens[at]?.text.startsWith('0') === true;
    if (padded && !spoken && !zero && !follows(reading, at + 3, /\s+\d{1,2}:\d\d/y)) return null;
  }
  const dayFirst =
    !reading.monthFirst || (separator === '.' && !follows(reading, at + 3, AFTER_DATE) && !reading.monthFirst);
  const [month, day] = dayFirst ? [second, first] : [first, second];
  if (isMonthDay(month, day)) return monthDayPhrase(month, day);
  return isMonthDay(day, month) ? monthDayPhrase(day, month) : null;
}

function isYear(year: number): boolean {
  return year >= 1900 && year <= 2100;
}

function isMonthDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

import { CHINESE_NUMERAL, chineseNumber } from '../text/chinese-number.ts';

const DECIMAL = new RegExp(
  `([${CHINESE_NUMERAL}]{1,6})点([〇零一二三四五六七八九]{1,3})(?:(个?亿|个?[百千]?万)|(?=\\s?(?:元|块钱|块|美|欧|港|日元|英镑|[wk](?![a-z]))))`,
  'y',
);
/** 3点5万 */
const WRITTEN = /(\d{1,4})点(\d{1,3})(个?亿|个?[百千]?万)/y;
const FACTORS: Readonly<Record<string, number>> = { 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };
const DIGITS = '〇一二三四五六七八九';

/** 三点五万, 一点二个亿, 零点八元: a decimal that is spoken out; without a unit it may as well be a clock time. */
export function spokenDecimal(
  text: string,
  at: number,
): { value: number; bare: number; scale: string; end: number } | null {
  const pattern = text.charCodeAt(at) < 0x80 ? WRITTEN : DECIMAL;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) return null;
  const [written, whole = '', fraction = '', unit = ''] = match;
  const value = pattern === WRITTEN ? Number(whole) : chineseNumber(whole);
  if (value === null) return null;
  const decimals = [...fraction.replaceAll('零', '〇')].map((digit) => Math.max(DIGITS.indexOf(digit), 0) || digit);
  const bare = Number(`${value}.${decimals.join('').replaceAll('〇', '0')}`);
  const scale = unit.replace('个', '');
  return { bare, value: Number((bare * (FACTORS[scale] ?? 1)).toPrecision(12)), scale, end: at + written.length };
}

import { CHINESE_NUMERAL, chineseNumber } from '../text/chinese-number.ts';
import { spokenDecimal } from './spoken-decimal.ts';
import { spokenNumber } from './spoken-number.ts';
import { type NumberStyle, writtenNumber } from './written-number.ts';

/** A number with its scale (80万, 45k, 1.25 million), as it stands in a text. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The upper end of a range or of two neighbouring figures (七八万). */
  readonly max: number | null;
  /** The word or letter for the scale, in lower case; empty where none. */
  readonly scale: string;
  /** The figure before its scale: of 80-100万 the first end takes the scale of the second. */
  readonly bare: number;
  readonly chinese: boolean;
  /** Thousands were grouped (48,500). */
  readonly grouped: boolean;
}

const FACTORS: Readonly<Record<string, number>> = {
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
  w: 1e4,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  mio: 1e6,
  mln: 1e6,
  mrd: 1e9,
  mil: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  tn: 1e12,
  billion: 1e9,
  trillion: 1e12,
  trillions: 1e12,
  billions: 1e9,
  thousand: 1e3,
  grand: 1e3,
  hundred: 100,
  l: 1e5,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  crore: 1e7,
  crores: 1e7,
  cr: 1e7,
};
const SCALE =
  /\s?(?:[多来余]?个?(万亿|亿|千万|百万|十万|[万千百])|个?(w|k|mn|mm|mio|mln|mrd|mil|m|bn|b|tn|l)(?![a-z0-9])(?:(?<=mio|mrd|mln)\.(?=\s?(?:€|eur|chf|usd)))?|[\s-]?(millions?|billions?|trillions?|thousand|grand|hundred|lakhs?|lac|crores?|cr)(?![a-z]))/iy;
/** 半个亿, 半百万. */
const HALF = /半个?(?:亿|百万)/y;
const NUMERALS = new RegExp(`[${CHINESE_NUMERAL}]+`, 'y');
const VAGUE = /(?:[来多余]|好?几)(十?[万亿])|个(亿)/y;
/** 十二万五, 12万5, 1亿2千万: what follows the first scale. */
const REST = /(\d{1,4}|[一二三四五六七八九])(千万|百万|[千百万])?(?![.,]?\d|[个台人件套次家平年月日号点%万亿-])/y;
const CHINESE_DIGITS = '一二三四五六七八九';

const AND_A_HALF = / and a half(?= (?:grand|thousand|k|mil|lakh|crore|bill)|k)/iy;

/** The number that begins at an offset, or null. */
export function amountAt(text: string, at: number, style: NumberStyle): Amount | null {
  const amount = figureAt(text, at, style);
  if (amount === null) return null;
  const more = run(MORE, text, amount.end);
  return more > amount.end ? { ...amount, end: more } : amount;
}

/** 两千来块, 8000多元 */
const MORE = /[多来余](?=[块元刀镑]|美[元金]|欧元|港[元币]|英镑|人民币)/y;

function figureAt(text: string, at: number, style: NumberStyle): Amount | null {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return arabicAmount(text, at, style);
  if (CHINESE_NUMERAL.includes(text.charAt(at))) return chineseAmount(text, at);
  const half = run(HALF, text, at);
  if (half > at) {
    const [value, scale] = text.charAt(half - 1) === '亿' ? [5e7, '亿'] : [5e5, '万'];
    return { start: at, end: half, value, bare: 0.5, max: null, scale, chinese: true, grouped: false };
  }
  const spoken = spokenNumber(text, at);
  return spoken === null
    ? null
    : { start: at, max: null, chinese: false, grouped: false, bare: spoken.value, ...spoken };
}

function arabicAmount(text: string, at: number, style: NumberStyle): Amount | null {
  const decimal = spokenDecimal(text, at);
  if (decimal !== null) return { start: at, max: null, chinese: true, grouped: false, ...decimal };
  const { end, read } = writtenNumber(text, at, style);
  if (read === null)
    return {
      start: at,
      end,
      value: Number.NaN,
      bare: Number.NaN,
      max: null,
      scale: '',
      chinese: false,
      grouped: false,
    };
  const numberEnd = at + read.length;
  const half = run(AND_A_HALF, text, numberEnd);
  const scale = scaleAt(text, half);
  if (scale === null)
    return {
      start: at,
      end: numberEnd,
      value: read.value,
      bare: read.value,
      max: null,
      scale: '',
      chinese: false,
      grouped: read.grouped,
    };
  const rest = restAt(text, scale.end, scale.word);
  const value = clean((read.value + (half > numberEnd ? 0.5 : 0)) * scale.factor + (rest?.value ?? 0));
  return {
    start: at,
    end: rest?.end ?? scale.end,
    value,
    bare: read.value,
    max: null,
    scale: scale.word,
    chinese: /\p{Script=Han}/u.test(scale.word),
    grouped: read.grouped,
  };
}

function chineseAmount(text: string, at: number): Amount | null {
  const decimal = spokenDecimal(text, at);
  if (decimal !== null) return { start: at, max: null, chinese: true, grouped: false, ...decimal };
  const end = numeralsEnd(text, at);
  const written = text.slice(at, end);
  const make = (value: number, to: number, scale: string, max: number | null = null): Amount => ({
    start: at,
    end: to,
    value,
    bare: value,
    max,
    scale,
    chinese: true,
    grouped: false,
  });
  const scale = /[万亿千百]/.exec(written)?.[0] ?? '';
  const neighbours = neighbouring(written);
  if (neighbours !== null) return make(neighbours[0], end, neighbours[2], neighbours[1]);
  const value = chineseNumber(written) ?? roundSum(text, at, written);
  VAGUE.lastIndex = end;
  const vague = VAGUE.exec(text);
  if (vague !== null && value !== null && vague[0] !== '') {
    const unit = vague[1] ?? vague[2] ?? '万';
    return make(
      value * (unit.includes('亿') ? 1e8 : 1e4) * (unit.startsWith('十') ? 10 : 1),
      end + vague[0].length,
      unit,
    );
  }
  if (/^百$/.test(written) && vague !== null) return make(1e6, end + vague[0].length, '万');
  if (value === null) return { ...make(Number.NaN, end, ''), bare: Number.NaN };
  const letter = scaleAt(text, end);
  if (letter !== null && scale === '') return { ...make(value * letter.factor, letter.end, letter.word), bare: value };
  const bare = /^([^万亿]+)[万亿]$/.exec(written)?.[1];
  return {
    ...make(value, end, /[万亿]/.test(written) ? (written.includes('亿') ? '亿' : '万') : scale),
    bare: bare === undefined ? value : (chineseNumber(bare) ?? value),
  };
}

/** 上百万, 近千万, 过亿: one of them, where a word before says so. */
function roundSum(text: string, at: number, written: string): number | null {
  if (!/^[上近过超破]$/.test(text.charAt(at - 1))) return null;
  return written === '亿' ? 1e8 : written === '百万' ? 1e6 : written === '千万' ? 1e7 : null;
}

/** Where the numeral ends: in 三千五一台 the last 一 counts what follows. */
function numeralsEnd(text: string, at: number): number {
  const end = run(NUMERALS, text, at);
  if (end - at < 3 || text.charAt(end - 1) !== '一' || !/[台个件套年月天次吨米人位]/.test(text.charAt(end))) return end;
  return chineseNumber(text.slice(at, end)) === null ? end - 1 : end;
}

/** 七八万, 三五十万, 两三百万, 十二三万: two figures, the lower and the upper. */
function neighbouring(written: string): readonly [number, number, string] | null {
  const match = /^([一二三四五六七八九]?十)?([一两二三四五六七八九])([两二三四五六七八九])([十百千]?)([万亿]?)$/.exec(
    written,
  );
  if (match === null) return null;
  const [, tens = '', low = '', high = '', scale = '', myriad = ''] = match;
  const [first, second] = [chineseNumber(low) ?? 0, chineseNumber(high) ?? 0];
  if (second !== first + 1 && !(first === 3 && second === 5)) return null;
  if (scale + myriad === '' && tens === '') return null;
  const base = tens === '' ? 0 : (chineseNumber(tens) ?? 0);
  const factor = (FACTORS[scale] ?? (scale === '十' ? 10 : 1)) * (FACTORS[myriad] ?? 1);
  return [(base + first) * factor, (base + second) * factor, myriad || scale];
}

function scaleAt(text: string, at: number): { word: string; factor: number; end: number } | null {
  SCALE.lastIndex = at;
  const match = SCALE.exec(text);
  if (match === null) return null;
  const word = (match[1] ?? match[2] ?? match[3] ?? '').toLowerCase();
  const factor = FACTORS[word];
  if (factor === undefined) return null;
  // hundred thousand, 100 thousand million: one further scale.
  const further = word === 'hundred' ? scaleAt(text, SCALE.lastIndex || at + match[0].length) : null;
  const end = at + match[0].length;
  return further === null
    ? { word, factor, end }
    : { word: further.word, factor: factor * further.factor, end: further.end };
}

function restAt(text: string, at: number, scale: string): { value: number; end: number } | null {
  if (scale !== '万' && scale !== '亿' && scale !== '千') return null;
  REST.lastIndex = at;
  const match = REST.exec(text);
  if (match === null) return null;
  const [, digits = '', unit] = match;
  const figure = CHINESE_DIGITS.includes(digits) ? CHINESE_DIGITS.indexOf(digits) + 1 : Number(digits);
  const factor =
    unit === undefined
      ? digits.length === 1
        ? (FACTORS[scale] ?? 1) / 10
        : digits.length === 4 && scale === '万'
          ? 1
          : null
      : (FACTORS[unit] ?? 1);
  return factor === null ? null : { value: figure * factor, end: at + match[0].length };
}

/** Products such as 38.8 × 10000 keep the digits that were written. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

function run(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

import { spokenNumber } from './spoken-number.ts';

const CHINESE_DIGITS = '一二三四五六七八九';
const FORMAL_DIGITS = '壹贰叁肆伍陆柒捌玖';
const DIGIT = `([1-9${CHINESE_DIGITS}${FORMAL_DIGITS}])`;
/** 9块9, 十块五, 3元5角, 两块五毛二, 十块零五毛: what stands behind the 块 or 元 of a price. */
const CHANGE = new RegExp(
  `零?${DIGIT}(?:(?:[毛角](?:${DIGIT}分?)?)?钱?(?![\\d.\\p{Script=Han}])|[毛角](?:${DIGIT}分)?钱?|(?=包邮|起|就|能|卖|搞定|拿下|[的吧了左一]))`,
  'uy',
);
/** 5毛, 八角钱, 2毛5; not 毛利, 毛病, 角度. */
const JIAO = new RegExp(
  `\\s?(?:毛|角)(?:${DIGIT}(?:分钱?)?(?!\\d))?(?:钱)?(?=$|[^\\p{Script=Han}]|[一/每左的吧了都也就])`,
  'uy',
);
const FEN = /\s?分钱/y;
const CENTS = /\s?(?:(cents?|¢)|(pence|p(?=\s(?:each|per|a)\b)))(?![a-z])/iy;

export interface SmallChange {
  readonly value: number;
  readonly end: number;
}

/** The 毛 and 分 behind 块 or 元, in yuan. */
export function changeAfter(text: string, at: number): SmallChange | null {
  CHANGE.lastIndex = at;
  const match = CHANGE.exec(text);
  if (match === null) return null;
  const [, jiao = '', fen = match[3] ?? ''] = match;
  return { value: digit(jiao) / 10 + (fen === '' ? 0 : digit(fen) / 100), end: at + match[0].length };
}

const WHOLE_CENTS = /(?:,| and)? (\d{1,2}) ?(?:cents?|pence|p(?![a-z]))/iy;

/** The cents behind dollars, the pence behind pounds: ten dollars and 50 cents, five pounds sixty; in the whole unit. */
export function centsAfter(text: string, at: number): SmallChange | null {
  WHOLE_CENTS.lastIndex = at;
  const written = WHOLE_CENTS.exec(text);
  if (written !== null) return { value: Number(written[1]) / 100, end: at + written[0].length };
  const and = text.startsWith(' and ', at) ? 5 : 1;
  const said = text.charAt(at) === ' ' ? spokenNumber(text, at + and) : null;
  if (said === null || said.value < 5 || said.value > 99 || said.scale !== '') return null;
  const unit = / (?:cents?|pence)(?![a-z])/iy;
  unit.lastIndex = said.end;
  if (unit.test(text)) return { value: said.value / 100, end: unit.lastIndex };
  return and === 1 && /^\s*(?:$|[.,;!?)])/.test(text.slice(said.end, said.end + 2))
    ? { value: said.value / 100, end: said.end }
    : null;
}

/** A count of 毛 or 角, of cents or pence: what one is worth, and the currency. */
export function smallUnitAfter(text: string, at: number): (SmallChange & { factor: number; currency: string }) | null {
  JIAO.lastIndex = at;
  const jiao = JIAO.exec(text);
  if (jiao !== null) {
    const fen = jiao[1] === undefined ? 0 : digit(jiao[1]) / 100;
    return { factor: 0.1, value: fen, currency: 'CNY', end: at + jiao[0].length };
  }
  FEN.lastIndex = at;
  if (FEN.test(text)) return { factor: 0.01, value: 0, currency: 'CNY', end: FEN.lastIndex };
  CENTS.lastIndex = at;
  const cents = CENTS.exec(text);
  if (cents === null) return null;
  return { factor: 0.01, value: 0, currency: cents[1] === undefined ? 'GBP' : 'USD', end: at + cents[0].length };
}

function digit(character: string): number {
  const index = Math.max(CHINESE_DIGITS.indexOf(character), FORMAL_DIGITS.indexOf(character));
  return index < 0 ? Number(character) : index + 1;
}

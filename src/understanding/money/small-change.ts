const CHINESE_DIGITS = '一二三四五六七八九';
/** 9块9, 十块五, 3元5角, 两块五毛二: what stands behind the 块 or 元 of a price. */
const CHANGE =
  /([1-9一二三四五六七八九])(?:[毛角](?:([1-9一二三四五六七八九])分?)?)?钱?(?![\d.\p{Script=Han}])|([1-9一二三四五六七八九])(?=包邮|起|就|能|卖|搞定|拿下)|([1-9一二三四五六七八九])(?:[毛角](?:([1-9一二三四五六七八九])分)?)钱?|([1-9一二三四五六七八九])(?=[的吧了左一])/uy;
/** 5毛, 八角钱, 2毛5; not 毛利, 毛病, 角度. */
const JIAO =
  /\s?(?:毛|角)(?:([1-9一二三四五六七八九])(?:分钱?)?(?!\d))?(?:钱)?(?=$|[^\p{Script=Han}]|[一/每左的吧了都也就])/uy;
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
  const [, jiao = match[3] ?? match[4] ?? match[6] ?? '', fen = match[5] ?? ''] = match;
  return { value: digit(jiao) / 10 + (fen === '' ? 0 : digit(fen) / 100), end: at + match[0].length };
}

/** A count of 毛 or 角, of cents or pence: what one is worth, and the currency. */
export function smallUnitAfter(text: string, at: number): (SmallChange & { factor: number; currency: string }) | null {
  JIAO.lastIndex = at;
  const jiao = JIAO.exec(text);
  if (jiao !== null) {
    const fen = jiao[1] === undefined ? 0 : digit(jiao[1]) / 100;
    return { factor: 0.1, value: fen, currency: 'CNY', end: at + jiao[0].length };
  }
  CENTS.lastIndex = at;
  const cents = CENTS.exec(text);
  if (cents === null) return null;
  return { factor: 0.01, value: 0, currency: cents[1] === undefined ? 'GBP' : 'USD', end: at + cents[0].length };
}

function digit(character: string): number {
  const index = CHINESE_DIGITS.indexOf(character);
  return index < 0 ? Number(character) : index + 1;
}

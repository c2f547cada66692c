/** The numbers by which people count days, weeks and choices, in words. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
};

const SPAN =
  /(\d{1,3}|[一两二三四五六七八九十]|半)\s*个?(天|周|星期|礼拜|月)|\b(\d{1,3}|an?|one|two|three|four|five|six|seven|ten)\s+(day|week|month)s?\b/iu;

/** How many days a length in words is: 两周, 10天, 半个月, three weeks; null where there is none. */
export function daysTold(text: string): number | null {
  const [, zh, zhUnit, en, enUnit] = SPAN.exec(text.normalize('NFKC').toLowerCase()) ?? [];
  const count = zh ?? en;
  const unit = zhUnit ?? enUnit;
  if (count === undefined || unit === undefined) return null;
  const days = /天|day/u.test(unit) ? 1 : /月|month/u.test(unit) ? 30 : 7;
  if (count === '半') return days === 1 ? null : Math.round(days / 2);
  return (NUMBER_WORDS[count] ?? Number(count)) * days;
}

const DIGITS = '零一二三四五六七八九';

/** Digits, or a Chinese number below a hundred. */
export function numberTold(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  const digit = (one: string | undefined) => DIGITS.indexOf((one ?? '').replace('两', '二'));
  const tenfold = words.includes('十') ? (tens === '' ? 1 : digit(tens)) : 0;
  return tenfold * 10 + (ones === '' ? 0 : digit(ones));
}

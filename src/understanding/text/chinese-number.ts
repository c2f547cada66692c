const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const SCALES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Longer runs are no number that a person says; the bound keeps reading them cheap. */
const LONGEST = 24;

/** Every character a Chinese numeral is written with (after traditional forms have become simplified ones). */
export const CHINESE_NUMERAL = '〇零一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾廿卅百佰千仟万亿';

/**
 * The value of a Chinese numeral: 八十万, 两千五 (2500), 一万二 (12000), 廿三, 一百零五, 二〇二六; null where the
 * characters make no number (三十十, 一千二千).
 */
export function chineseNumber(run: string): number | null {
  if (run.length === 0 || run.length > LONGEST) return null;
  if (isSpelled(run)) return Number([...run].map((character) => DIGITS[character]).join(''));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastScale = Number.POSITIVE_INFINITY;
  let lastMyriad = Number.POSITIVE_INFINITY;
  let zero = false;
  for (const character of run) {
    const value = DIGITS[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      if (value === 0) zero = true;
      digit = value;
      continue;
    }
    const myriad = MYRIADS[character];
    if (myriad !== undefined) {
      const count = section + (digit ?? 0);
      if (myriad === 1e8 && total > 0 && lastMyriad === 1e4) total = (total + count) * 1e8;
      else if (count === 0 || myriad >= lastMyriad) return null;
      else total += count * myriad;
      lastMyriad = myriad;
      lastScale = myriad;
      section = 0;
    } else {
      const tens = TENS[character];
      const scale = tens === undefined ? (SCALES[character] ?? 1) : 10;
      if (scale >= (section === 0 ? 1e4 : lastScale)) return null;
      if (tens !== undefined && digit !== null && digit !== 0) return null;
      if (scale !== 10 && digit === null) return null;
      section += tens ?? (digit === null || digit === 0 ? 1 : digit) * scale;
      lastScale = scale;
    }
    digit = null;
    zero = false;
  }
  if (digit === null) return total + section;
  // 两千五, 一万二: the last digit counts in the scale below the one before it, unless a 零 stands between.
  const below = !zero && lastScale >= 100 && Number.isFinite(lastScale) ? lastScale / 10 : 1;
  return total + section + digit * below;
}

/** Digits read out one by one: 二〇二六. */
function isSpelled(run: string): boolean {
  for (const character of run)
    if (DIGITS[character] === undefined || character === '两') return run.length === 1 && run === '两';
  return true;
}

import { numberTold } from '../calendar/number-words.ts';

const SUM =
  /^([¥￥$€£])?\s*(\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十]{1,3})\s*(百万|千万|万|亿|w|k|m|thousand|million|mn)?\s*(元|块钱?|人民币|rmb|cny|usd|dollars?|美元|美金|eur|euros?|欧元|gbp|pounds?|英镑)?$/iu;

const TIMES: Readonly<Record<string, number>> = {
  万: 1e4,
  w: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
};
const CURRENCIES: readonly [RegExp, string][] = [
  [/^(?:元|块钱?|人民币|rmb|cny|[¥￥])$/iu, 'CNY'],
  [/^(?:usd|dollars?|美元|美金|\$)$/iu, 'USD'],
  [/^(?:eur|euros?|欧元|€)$/iu, 'EUR'],
  [/^(?:gbp|pounds?|英镑|£)$/iu, 'GBP'],
];

/** A sum by itself (50万, $45k, 三十万元): currency units above zero; null for other words. `currency`: ISO 4217, null where none is told. */
export function readSum(words: string): { amount: number; currency: string | null } | null {
  const sum = SUM.exec(words.trim());
  if (sum === null) return null;
  const [, sign, digits = '', unit = '', name] = sum;
  const count = /^\d/.test(digits) ? Number(digits.replaceAll(',', '')) : numberTold(digits);
  const amount = count * (TIMES[unit.toLowerCase()] ?? 1);
  const code = CURRENCIES.find(([form]) => form.test(name ?? sign ?? ''))?.[1] ?? null;
  return amount > 0 && amount <= 1e12 ? { amount, currency: code } : null;
}

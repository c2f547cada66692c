import { numberTold } from '../calendar/number-words.ts';
import { CURRENCY, currencyCalled } from './currency-words.ts';

const SUM = new RegExp(
  `^(${CURRENCY})?\\s*(\\d[\\d,]*(?:\\.\\d+)?|[一二两三四五六七八九十]{1,3})\\s*(百万|千万|万|亿|w|k|m|thousand|million|mn)?\\s*(${CURRENCY})?$`,
  'iu',
);

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
/** A sum by itself (50万, $45k, 三十万元): currency units above zero; null for other words. `currency`: ISO 4217, null where none is told. */
export function readSum(words: string): { amount: number; currency: string | null } | null {
  const sum = SUM.exec(words.normalize('NFKC').trim());
  if (sum === null) return null;
  const [, sign, digits = '', unit = '', name] = sum;
  const count = /^\d/.test(digits) ? Number(digits.replaceAll(',', '')) : numberTold(digits);
  const amount = count * (TIMES[unit.toLowerCase()] ?? 1);
  const code = currencyCalled(name ?? sign ?? '');
  return amount > 0 && amount <= 1e12 ? { amount, currency: code } : null;
}

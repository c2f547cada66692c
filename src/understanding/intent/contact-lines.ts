import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Span } from '../text/normal-text.ts';
import { quick } from '../text/quick-pattern.ts';
import { regionOf } from './zone-region.ts';

/** A value found in the text. */
export interface Found {
  span: Span;
  value: string;
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}/gu;
const NUMBER = quick(
  /(?<![\p{Script=Latin}\p{N}.$€£¥#])(?<!\d,)(?:\+|\(|（)?\d[\d\s().（）-]{5,20}\d(?!\s*[万亿元块%]|[\d\p{Script=Latin}]|\.\d)/gu,
);

/** E-mail addresses; letter case is kept. */
export function findEmails(text: string): Found[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(EMAIL)].map((match) => {
    const value = match[0].replace(/^\p{Script=Han}+/u, '');
    const end = match.index + match[0].length;
    return { span: [end - value.length, end], value };
  });
}

/**
 * Telephone numbers as E.164. A run of digits is found by its shape, then held against the numbering plan of the
 * country code told, of China for Chinese text, else of the zone's region.
 */
export function findPhones(text: string, timeZone: string, lang: 'zh' | 'en', masks: readonly Span[]): Found[] {
  const region: CountryCode = lang === 'zh' ? 'CN' : regionOf(timeZone);
  const found: Found[] = [];
  for (const match of NUMBER.matchAll(text)) {
    const span: Span = [match.index, match.index + match[0].length];
    if (masks.some(([from, to]) => span[0] < to && span[1] > from)) continue;
    const digits = match[0].replace(/\D/g, '');
    if (digits.length < 7 || digits.length > 15 || /^(?:19|20)\d{2}[-./ ]\d{1,2}[-./ ]\d{1,2}$/.test(match[0]))
      continue;
    if (region === 'CN' && CHINESE_MOBILE.test(match[0])) {
      found.push({ span, value: `+86${match[0]}` });
      continue;
    }
    const number = parsePhoneNumberFromString(match[0], region);
    if (number?.isValid() || (number?.isPossible() && (saysPhone(text, span) || isDialled(digits))))
      found.push({ span, value: number.number });
  }
  return found;
}

/** Counts whether or not its plan has been given out yet; most numbers are of this kind, and need no plan. */
const CHINESE_MOBILE = /^1[3-9]\d{9}$/;

/** Written as one dials it: with a trunk zero, or a Chinese mobile. Numbers that no plan has given out yet count too. */
function isDialled(digits: string): boolean {
  return /^0\d{9,10}$/.test(digits) || CHINESE_MOBILE.test(digits);
}

function saysPhone(text: string, [start, end]: Span): boolean {
  const around = text.slice(Math.max(0, start - 14), start) + text.slice(end, end + 6);
  return /电话|手机|号码|座机|联系|传真|微信|\+|phone|tel|cell|mobile|number|call|direct|whatsapp/i.test(
    around + text.slice(start, start + 1),
  );
}

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
  /(?<![\p{Script=Latin}\p{N}.$€£¥#])(?<!\d,)(?:\+|\(|（)?\d[\d\s().（）-]{3,20}\d(?!\s*[万亿元块%]|[\d\p{Script=Latin}]|\.\d)/gu,
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
 * country code told, of China for Chinese text, else of the zone's region. What is called a number and fits no plan
 * stays as it was written: a digit is missing or too many, and only the writer knows which.
 */
export function findPhones(text: string, timeZone: string, lang: 'zh' | 'en', masks: readonly Span[]): Found[] {
  const region: CountryCode = lang === 'zh' ? 'CN' : regionOf(timeZone);
  const found: Found[] = [];
  for (const match of NUMBER.matchAll(text)) {
    const span: Span = [match.index, match.index + match[0].length];
    if (masks.some(([from, to]) => span[0] < to && span[1] > from)) continue;
    const value = phoneIn(text, span, region);
    if (value !== null) found.push({ span, value });
  }
  return found;
}

function phoneIn(text: string, span: Span, region: CountryCode): string | null {
  const written = text.slice(...span);
  const digits = written.replace(/\D/g, '');
  const asWritten = LABEL.test(text.slice(Math.max(0, span[0] - LABEL_WITHIN), span[0])) ? written : null;
  if (digits.length < 7 || digits.length > 15) return asWritten;
  if (/^(?:19|20)\d{2}[-./ ]\d{1,2}[-./ ]\d{1,2}$/.test(written)) return null;
  if (region === 'CN' && CHINESE_MOBILE.test(written)) return `+86${written}`;
  if (region === 'CN' && !written.startsWith('+') && !CHINESE_NUMBER.test(digits)) return asWritten;
  const own = parsePhoneNumberFromString(written, region);
  const abroad = NORTH_AMERICAN.test(written) && !own?.isValid();
  const number = abroad ? parsePhoneNumberFromString(written, 'US') : own;
  const dialled = isDialled(digits) || saysPhone(text, span);
  return number?.isValid() || (number?.isPossible() && dialled) ? number.number : asWritten;
}

/** 415-555-0123, (415) 555 0123: so grouped where no country nearer dials so. */
const NORTH_AMERICAN = /^\(?[2-9]\d{2}\)?[ .-]{1,2}[2-9]\d{2}[ .-]\d{4}$/;

/** Counts whether or not its plan has been given out yet; most numbers are of this kind, and need no plan. */
const CHINESE_MOBILE = /^1[3-9]\d{9}$/;

/** A mobile, a landline with its area code (the zero may be missing), a service number; more or fewer digits are none. */
const CHINESE_NUMBER = /^(?:(?:86)?1[3-9]\d{9}|0\d{9,11}|(?:10|2\d)\d{8}|[3-9]\d{9,10})$/;

/** Written as one dials it: with a trunk zero, or a Chinese mobile. Numbers that no plan has given out yet count too. */
function isDialled(digits: string): boolean {
  return /^0\d{9,10}$/.test(digits) || CHINESE_MOBILE.test(digits);
}

/** Right before the digits: 电话是, her cell is. */
const LABEL =
  /(?:电话|手机|座机|(?<!订单|发票|快递|合同|身份证|运单|设备)号码|手机号)(?:就|应该|大概)?(?:是|为|改成|换成|变成)?\s*[:：]?\s*$|(?:(?<!\p{L})(?:phone|tel|cell|mobile|whatsapp|(?:his|her|their|direct|new) number)|['’]s number)(?: (?:no|number|num))?(?:['’]s| is|\.)?(?: now)?\s*:?\s*$/iu;

const LABEL_WITHIN = 24;

function saysPhone(text: string, [start, end]: Span): boolean {
  const around = text.slice(Math.max(0, start - 14), start) + text.slice(end, end + 6);
  return /电话|手机|号码|座机|联系|传真|微信|\+|phone|tel|cell|mobile|number|call|direct|whatsapp/i.test(
    around + text.slice(start, start + 1),
  );
}

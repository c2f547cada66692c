import type { Locale } from './texts.ts';

/** Days, times and money in the reader's own form. Imports nothing but the list of languages. */

const tags: Record<Locale, string> = { zh: 'zh-CN', en: 'en-US' };

const cached = <K extends string, V>(make: (key: K) => V): ((key: K) => V) => {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
};

const zhWeekday = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const enDay = cached(
  (key: 'near' | 'far') =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: 'UTC',
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      ...(key === 'far' ? { year: 'numeric' } : {}),
    }),
);

/** A day (`YYYY-MM-DD`) always with its weekday: `12/2 周三`, `Wed, Dec 2`; the year only where it is not that of `today`. */
export function dayText(day: string, locale: Locale, today: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const far = day.slice(0, 4) !== today.slice(0, 4);
  if (locale === 'en')
    return enDay(far ? 'far' : 'near')
      .format(at)
      .replace(',', '');
  const monthDay = `${at.getUTCMonth() + 1}/${at.getUTCDate()}`;
  return `${far ? `${at.getUTCFullYear()}/` : ''}${monthDay} ${zhWeekday[at.getUTCDay()]}`;
}

const words = {
  zh: new Map([
    [0, '今天'],
    [-1, '昨天'],
    [1, '明天'],
  ]),
  en: new Map([
    [0, 'today'],
    [-1, 'yesterday'],
    [1, 'tomorrow'],
  ]),
};

/** A day near today by its word (今天, yesterday), else with its weekday. */
export function nearDayText(day: string, locale: Locale, today: string): string {
  const distance = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
  return words[locale].get(distance) ?? dayText(day, locale, today);
}

const countFormat = new Intl.NumberFormat('en-US');

/** A count, its thousands parted: `2,940`. */
export const countText = (count: number): string => countFormat.format(count);

/** How many decimal digits a currency's minor unit has: 2 for CNY, 0 for JPY; 2 where the code is unknown. */
export const minorDigits = cached((currency: string): number => {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
});

const moneyFormat = cached((key: `${Locale}|${string}|${'compact' | 'standard'}`) => {
  const [locale, currency, notation] = key.split('|') as [Locale, string, 'compact' | 'standard'];
  return new Intl.NumberFormat(tags[locale], {
    style: 'currency',
    currency,
    notation,
    maximumFractionDigits: notation === 'compact' ? 2 : minorDigits(currency),
    minimumFractionDigits: 0,
  });
});

/**
 * Minor units as people write them: `80万`, `US$4.5万`; `$45K`, `CN¥800K`. Short where the short form is exact, else in
 * full. In Chinese the yuan goes without a sign.
 */
export function moneyText(minor: number, currency: string, locale: Locale): string {
  const value = minor / 10 ** minorDigits(currency);
  const unit = shortUnit(value, locale);
  const hundredths = (value / unit) * 100;
  const exact = value >= unit && Math.abs(hundredths - Math.round(hundredths)) < 1e-9;
  const text = moneyFormat(`${locale}|${currency}|${exact ? 'compact' : 'standard'}`).format(value);
  return locale === 'zh' && currency === 'CNY' ? text.replace('¥', '') : text;
}

/** What sums are counted by where they are written short: 亿 and 万, millions and thousands. */
const shortUnit = (value: number, locale: Locale): number =>
  locale === 'zh' ? (value >= 1e8 ? 1e8 : 1e4) : value >= 1e6 ? 1e6 : 1e3;

/** A sum that was reckoned by a rate, as far as people say it: `≈43.12万`, `≈$431.25K`. */
export function aboutText(minor: number, currency: string, locale: Locale): string {
  const value = fromMinor(minor, currency);
  const unit = shortUnit(value, locale);
  const step = value >= unit ? unit / 100 : 1;
  return `≈${moneyText(toMinor(Math.round(value / step) * step, currency), currency, locale)}`;
}

const currencyNames = new Intl.DisplayNames(['zh-CN'], { type: 'currency' });

/** A currency as people call it: 美元; in English by its code. */
export const currencyText = (currency: string, locale: Locale): string =>
  locale === 'zh' ? (currencyNames.of(currency) ?? currency) : currency;

/** Integer minor units in currency units. */
export const fromMinor = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency);

/** Currency units (80万 is 800000) as integer minor units. */
export const toMinor = (units: number, currency: string): number => Math.round(units * 10 ** minorDigits(currency));

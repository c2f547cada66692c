/** The languages that Genjin speaks. */
export type Locale = 'zh' | 'en';

type Entry = string | ((...values: never[]) => string);
type Table = Record<string, Entry>;
type Same<T extends Table> = { [K in keyof T]: T[K] extends string ? string : T[K] };

/**
 * Declares the words of one part in every language, complete by type: a missing key or another parameter list does not
 * compile. Returns the reader's table: `texts(locale).receipt(…)`.
 */
export function defineTexts<T extends Table>(tables: { zh: T; en: Same<T> }): (locale: Locale) => Same<T> {
  return (locale) => (locale === 'zh' ? (tables.zh as Same<T>) : tables.en);
}

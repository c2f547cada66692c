/** The languages that Genjin speaks. */
export type Locale = 'zh' | 'en';

type Entry = string | ((...values: never[]) => string);
type Table = Record<string, Entry>;
type Same<T extends Table> = { [K in keyof T]: T[K] extends string ? string : T[K] };

const declared: { zh: Table; en: Table }[] = [];

/** All words that the modules loaded so far have declared. */
export const declaredTexts = (): readonly { zh: Table; en: Table }[] => declared;

/**
 * Declares the words of one part in every language, complete by type: a missing key or another parameter list does not
 * compile. Returns the reader's table: `texts(locale).receipt(…)`.
 */
export function defineTexts<T extends Table>(tables: { zh: T; en: Same<T> }): (locale: Locale) => Same<T> {
  declared.push(tables);
  return (locale) => (locale === 'zh' ? (tables.zh as Same<T>) : tables.en);
}

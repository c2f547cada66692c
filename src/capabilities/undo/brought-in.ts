import { defineTexts, type Locale } from '../../chat/texts.ts';
import type { Touched } from './touched.ts';

const texts = defineTexts({
  zh: { customers: (count: number) => `${count}个新客户` },
  en: { customers: (count: number) => `${count} new customers` },
});

const SAID_ONE_BY_ONE = 2;

/** Many customers that came in together, with all that hangs on them: said once, not record by record. */
export function broughtIn(touched: readonly Touched[], locale: Locale): { words: string[]; others: Touched[] } {
  const fresh = touched.filter(({ kind, created, removed }) => kind === 'account' && (created || removed));
  if (fresh.length <= SAID_ONE_BY_ONE) return { words: [], others: [...touched] };
  const ids = new Set<unknown>(fresh.map(({ id }) => id));
  const others = touched.filter(({ id, stands, after }) => !ids.has(id) && !ids.has((stands ?? after).account));
  return { words: [texts(locale).customers(fresh.length)], others };
}

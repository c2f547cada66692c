import { currencyText } from '../../chat/format.ts';
import { defineTexts, type Locale } from '../../chat/texts.ts';

const texts = defineTexts({
  zh: {
    missing: (currency: string, more: number) =>
      `${currency}${more > 0 ? `等${more + 1}种货币` : ''}没有汇率,单算:说「1${currency}=…」`,
  },
  en: {
    missing: (currency: string, more: number) =>
      `No rate for ${currency}${more > 0 ? ` and ${more} more` : ''}: say "1 ${currency} = …"`,
  },
});

/** That sums in these currencies are not counted with the others, and how a rate is set; in a list, as none where there are none. */
export function noRateText([currency, ...others]: readonly string[], locale: Locale): string[] {
  return currency === undefined ? [] : [texts(locale).missing(currencyText(currency, locale), others.length)];
}

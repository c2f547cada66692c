import { findMoney } from '../src/understanding/money/find-money.ts';
import { answerCases } from './read-cases.ts';

/** `{ id, lang, text }` → `{ id, found: [{ start, end, amount, max?, currency }] }`: sums of money alone, for measuring. */
interface MoneyCase {
  id: string;
  lang?: 'zh' | 'en';
  text: string;
  timeZone?: string;
}

await answerCases<MoneyCase>(({ lang, text, timeZone }) =>
  findMoney(text, { lang, timeZone }).map(({ span: [start, end], amount, max, currency }) => ({
    start,
    end,
    amount,
    ...(max === undefined ? {} : { max }),
    currency,
  })),
);

import type { Random } from '../../src/ledger/testing/random.ts';
import type { Talker } from './company.ts';

/** One message of the stream and what it must leave behind. `mark`: stands in the note that it makes. */
export interface Line {
  id: string;
  text: string;
  mark: string;
  interactions: 0 | 1;
  tasks: 0 | 1;
}

/** What a person says next. Most are notes; some plan a step, some only ask. Customers take turns, so that no note goes on with the one before. */
export function nextLine({ id, locale, customers }: Talker, n: number, random: Random): Line {
  const customer = customers[n % customers.length] ?? '';
  const mark = `${id.toUpperCase()}N${n}E`;
  const what = random.next();
  const kind = what < 0.6 ? 'note' : what < 0.85 ? 'step' : what < 0.95 ? 'file' : 'funnel';
  return {
    id: `m${n}`,
    mark,
    text: words[locale][kind](customer, mark, 50 + random.below(50)),
    interactions: kind === 'note' || kind === 'step' ? 1 : 0,
    tasks: kind === 'step' ? 1 : 0,
  };
}

type Words = (customer: string, mark: string, amount: number) => string;

const words: Record<Talker['locale'], Record<'note' | 'step' | 'file' | 'funnel', Words>> = {
  zh: {
    note: (customer, mark) => `今天跟${customer}通了电话,讨论了方案,编号${mark}`,
    step: (customer, mark, amount) => `今天拜访了${customer},报价${amount}万,下周三下午3点再去拜访,编号${mark}`,
    file: (customer) => `${customer}怎么样了`,
    funnel: () => '本季度漏斗',
  },
  en: {
    note: (customer, mark) => `Call with ${customer} today, went through the proposal, ref ${mark}`,
    step: (customer, mark, amount) =>
      `Met ${customer} today, quoted ${amount}k, follow up next Wednesday 3pm, ref ${mark}`,
    file: (customer) => `how is ${customer} doing`,
    funnel: () => 'show the pipeline',
  },
};

import { defineTexts, type Locale } from '../../chat/texts.ts';
import type { Touched } from './touched.ts';

const texts = defineTexts({
  zh: {
    owner: (customer: string) => `${customer}的负责人`,
    owners: (count: number) => `${count}个客户的负责人`,
    somebody: '客户',
  },
  en: {
    owner: (customer: string) => `${customer}'s owner`,
    owners: (count: number) => `the owner of ${count} customers`,
    somebody: 'the customer',
  },
});

const SAID_ONE_BY_ONE = 2;

/** Whether a record only got another owner back. */
const isOwnerAlone = ({ created, removed, after }: Touched): boolean =>
  !created && !removed && Object.keys(after).every((field) => field === 'owner') && 'owner' in after;

/** Whether the words for a record name whom it is about, so that no customer's name need stand before them. */
export const namesItself = (touched: Touched): boolean =>
  touched.kind === 'person' || (touched.kind === 'account' && isOwnerAlone(touched));

/** Whether a record's customer is named: of many that go back to their owner only the number is said. */
export function isNamed(touched: readonly Touched[]): (one: Touched) => boolean {
  const back = touched.filter((one) => one.kind === 'account' && isOwnerAlone(one)).length;
  return (one) => back <= SAID_ONE_BY_ONE || !isOwnerAlone(one);
}

/** Customers that go back to their former owner, with all that is theirs: said once, not record by record. */
export function ownersBack(
  touched: readonly Touched[],
  customers: ReadonlyMap<string, string>,
  locale: Locale,
): { words: string[]; others: Touched[] } {
  const words = texts(locale);
  const back = touched.filter((one) => one.kind === 'account' && isOwnerAlone(one));
  if (back.length === 0) return { words: [], others: [...touched] };
  const others = touched.filter((one) => !isOwnerAlone(one));
  if (back.length > SAID_ONE_BY_ONE) return { words: [words.owners(back.length)], others };
  return { words: back.map(({ id }) => words.owner(customers.get(id) ?? words.somebody)), others };
}

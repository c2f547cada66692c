import { defineTexts, type Locale } from '../../chat/texts.ts';
import type { Person } from '../../crm/person/person.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Draft } from '../../ledger/ledger.ts';
import type { CrmTools } from '../crm-turn.ts';

const TWO_MINUTES = 120_000;

const texts = defineTexts({
  zh: {
    state: '已转走',
    given: (by: string, to: string) => `${by}转给了${to}`,
    taken: (by: string) => `${by}接手了`,
  },
  en: {
    state: 'Moved',
    given: (by: string, to: string) => `${by} gave it to ${to}`,
    taken: (by: string) => `${by} took over`,
  },
});

/** Who gave what to whom. `account`: the one customer, else null; `what`: its name, or how many, for a reader of that language. */
interface Given {
  by: { id: string; name: string };
  to: { id: string; name: string };
  account: string | null;
  what(locale: Locale): string;
}

/** Tells in one line whoever a customer was taken from, unless it was their own act; undo within two minutes withdraws it. */
export async function tellFormer(
  { draft, now }: { draft: Draft; now: Date },
  former: Stored<Person>,
  { by, to, account, what }: Given,
  { addressOf, rules }: { addressOf: CrmTools['addressOf']; rules: Pick<CrmTools['rules'], 'tell'> },
): Promise<void> {
  const address = former._id === by.id ? null : await addressOf(former._id);
  if (address === null) return;
  const words = texts(former.locale);
  const name = what(former.locale);
  const detail = by.id === to.id ? words.taken(by.name) : words.given(by.name, to.name);
  const push = { recipient: former._id, account, about: name, customer: name, state: words.state, detail };
  await rules.tell(draft, address, push, new Date(now.getTime() + TWO_MINUTES));
}

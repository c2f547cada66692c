import { defineTexts } from '../chat/texts.ts';
import type { JoinedByCode } from '../crm/person/joining.ts';
import type { Draft } from '../ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Rules } from '../rules/create-rules.ts';
import type { createColleagues } from './colleagues.ts';

const texts = defineTexts({
  zh: {
    state: '新同事',
    joined: (team: string | null) => `用你的加入码加入${team === null ? '了' : `了${team}`}`,
  },
  en: {
    state: 'Joined',
    joined: (team: string | null) => `By your join code${team === null ? '' : `, team ${team}`}`,
  },
});

interface TellParts {
  colleagues: Pick<ReturnType<typeof createColleagues>, 'byId' | 'addressOf'>;
  rules: Pick<Rules, 'tell'>;
  clock: Clock;
}

/** Tells who made a join code that it lets people in: of the first one at once, of the others in their next list. */
export function createTellMaker({ colleagues, rules, clock }: TellParts) {
  return async (draft: Draft, maker: string, { name, group, first }: JoinedByCode): Promise<void> => {
    const [person, to] = await Promise.all([colleagues.byId(maker), colleagues.addressOf(maker)]);
    if (person === null || to === null) return;
    const { state, joined } = texts(person.locale);
    const push = { recipient: maker, account: null, about: name, customer: name, state, detail: joined(group) };
    await rules.tell(draft, to, { ...push, merged: !first }, clock.now());
  };
}

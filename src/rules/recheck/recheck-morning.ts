import { morningMessage, namesForAll } from '../morning/morning-message.ts';
import type { MorningFacts } from '../morning/send-morning.ts';
import { readerOf } from '../reader.ts';
import type { RuleTools } from '../tools.ts';
import { type Recheck, rewritten } from './recheck.ts';
import { refreshMorning } from './refresh.ts';

/** What was touched, done or given away meanwhile leaves the list; a list that is empty then is not sent. */
export function recheckMorning({ due, colleagues, ledger, team, clock }: RuleTools): Recheck {
  return async (facts, person) => {
    const [set, everybody, settings] = await Promise.all([
      ledger.findSet(String(facts.set)),
      colleagues.recent(),
      team.settings(),
    ]);
    const recipient = person === null ? undefined : everybody.get(person);
    if (set?.reason === undefined || recipient === undefined) return 'drop';
    const told = set.reason.facts as unknown as MorningFacts;
    const content = await refreshMorning({ due, team: settings, colleagues: everybody }, told, recipient.id);
    const book = await namesForAll(due, everybody, [content]);
    const reader = { ...readerOf(recipient, everybody, clock.now()), today: told.day };
    const message = morningMessage(content, set._id, `${told.person}:${told.day}`, reader, book);
    return message === null ? 'drop' : rewritten(set, message);
  };
}

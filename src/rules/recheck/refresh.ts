import type { Team } from '../../crm/team/team.ts';
import type { Colleagues } from '../colleagues.ts';
import type { DigestItem, TeamDigestFacts } from '../decide/team-digest.ts';
import type { DueStore } from '../due-store.ts';
import { birthdayFacts, importantFacts, staleFacts, stepFacts, toldFacts } from '../facts-of.ts';
import { birthdayItem, type Item, importantItem, isDue, staleItem, stepItem, toldItem } from '../item.ts';
import type { MorningContent } from '../morning/morning-message.ts';
import { digestItems, standingNow } from '../morning/standing.ts';

/** The items as their records are now, seen on the day and with the memory of the first look; what no longer holds is left out. */
async function refreshItems(due: DueStore, items: readonly Item[], recipient: string): Promise<Item[]> {
  const ids = (rule: Item['rule'], id: (item: Item) => string) => items.filter((item) => item.rule === rule).map(id);
  const day = items[0]?.facts.today ?? '';
  const [tasks, contacts, accounts, deals, pushes] = await Promise.all([
    due.tasks(ids('step-due', ({ facts }) => ('task' in facts ? facts.task : ''))),
    due.contacts(ids('birthday', ({ facts }) => ('contact' in facts && 'birthday' in facts ? facts.contact : ''))),
    due.accounts(ids('important-account', ({ facts }) => facts.account ?? '')),
    due.deals(ids('stale-deal', ({ facts }) => ('deal' in facts ? facts.deal : ''))),
    due.heldPushes(ids('told', ({ facts }) => ('push' in facts ? facts.push : ''))),
  ]);
  const ahead = await due.stepsAhead(
    deals.map(({ account }) => account),
    day,
  );
  const taskOf = new Map(tasks.map((row) => [row._id, row]));
  const contactOf = new Map(contacts.map((row) => [row._id, row]));
  const accountOf = new Map(accounts.map((row) => [row._id, row]));
  const dealOf = new Map(deals.map((row) => [row._id, row]));
  const pushOf = new Map(pushes.map((row) => [row._id, row]));

  const again = (item: Item): Item | null => {
    switch (item.rule) {
      case 'step-due': {
        const task = taskOf.get(item.facts.task);
        return task === undefined ? null : stepItem(stepFacts(task, item.facts));
      }
      case 'birthday': {
        const contact = contactOf.get(item.facts.contact);
        return contact === undefined ? null : birthdayItem(birthdayFacts(contact, item.facts));
      }
      case 'important-account': {
        const account = accountOf.get(item.facts.account);
        return account === undefined ? null : importantItem(importantFacts(account, item.facts));
      }
      case 'told': {
        const push = pushOf.get(item.facts.push);
        return push === undefined ? null : toldItem(toldFacts(push, item.facts));
      }
      case 'stale-deal': {
        const deal = dealOf.get(item.facts.deal);
        return deal === undefined ? null : staleItem(staleFacts(deal, ahead, item.facts));
      }
    }
  };
  return items.flatMap((item) => {
    const now = again(item);
    return now !== null && now.facts.owner === recipient && isDue(now) ? [now] : [];
  });
}

/** What still stands of a list about other people's customers. */
export async function refreshListed(
  context: { due: DueStore; team: Team; colleagues: Colleagues },
  items: readonly DigestItem[],
  day: string,
): Promise<DigestItem[]> {
  const of = (rule: DigestItem['rule']) => items.filter((item) => item.rule === rule).map(({ subject }) => subject);
  const standing = await standingNow(
    { ...context, day },
    { deals: of('stale-deal'), accounts: of('important-account') },
  );
  // The deals that weigh with a neglected customer are no rows of their own.
  const weights = new Map(items.map(({ subject, weight }) => [subject, weight ?? 0]));
  return digestItems(standing).map((item) =>
    item.rule === 'important-account' ? { ...item, weight: weights.get(item.subject) ?? 0 } : item,
  );
}

/** A morning as it stands now. */
export async function refreshMorning(
  context: { due: DueStore; team: Team; colleagues: Colleagues },
  { items, digest }: MorningContent,
  person: string,
): Promise<MorningContent> {
  const [own, listed] = await Promise.all([
    refreshItems(context.due, items, person),
    digest === null ? [] : refreshListed(context, digest.items, digest.today),
  ]);
  const theirs: TeamDigestFacts | null =
    digest === null || (listed.length === 0 && digest.news == null) ? null : { ...digest, items: listed };
  return { items: own, digest: theirs };
}

import { nextBirthday } from '../calendar/lunar.ts';
import { type BirthdayFacts, birthdayAhead, toldBirthday } from './decide/birthday.ts';
import { type ImportantAccountFacts, importantAccount, importantLadder } from './decide/important-account.ts';
import { step } from './decide/ladder.ts';
import { type StaleDealFacts, staleDeal, staleLadder } from './decide/stale-deal.ts';
import { type StepDueFacts, stepDue, stepLadder } from './decide/step-due.ts';
import { hasTold, type ToldFacts, told } from './decide/told.ts';
import type { Named, Verdict } from './rule.ts';

/** One thing of a person's morning list: the rule that found it and all that it saw. */
export type Item =
  | { rule: 'step-due'; version: number; facts: StepDueFacts }
  | { rule: 'birthday'; version: number; facts: BirthdayFacts }
  | { rule: 'important-account'; version: number; facts: ImportantAccountFacts }
  | { rule: 'stale-deal'; version: number; facts: StaleDealFacts }
  | { rule: 'told'; version: number; facts: ToldFacts };

export const stepItem = (facts: StepDueFacts): Item => ({ rule: 'step-due', version: stepDue.version, facts });
export const birthdayItem = (facts: BirthdayFacts): Item => ({
  rule: 'birthday',
  version: birthdayAhead.version,
  facts,
});
export const importantItem = (facts: ImportantAccountFacts): Item => ({
  rule: 'important-account',
  version: importantAccount.version,
  facts,
});
export const toldItem = (facts: ToldFacts): Item => ({ rule: 'told', version: told.version, facts });
export const staleItem = (facts: StaleDealFacts): Item => ({ rule: 'stale-deal', version: staleDeal.version, facts });

export function verdictOf(item: Item): Verdict {
  switch (item.rule) {
    case 'step-due':
      return stepDue.decide(item.facts);
    case 'birthday':
      return birthdayAhead.decide(item.facts);
    case 'important-account':
      return importantAccount.decide(item.facts);
    case 'stale-deal':
      return staleDeal.decide(item.facts);
    case 'told':
      return told.decide(item.facts);
  }
}

export function subjectOf(item: Item): string {
  switch (item.rule) {
    case 'step-due':
      return item.facts.task;
    case 'birthday':
      return item.facts.contact;
    case 'important-account':
      return item.facts.account;
    case 'stale-deal':
      return item.facts.deal;
    case 'told':
      return item.facts.push;
  }
}

/** What is remembered of the item once it has been named. */
export function namedAfter(item: Item): Named {
  switch (item.rule) {
    case 'step-due':
      return step(stepLadder(item.facts));
    case 'birthday':
      return toldBirthday(item.facts);
    case 'important-account':
      return step(importantLadder(item.facts));
    case 'stale-deal':
      return step(staleLadder(item.facts));
    case 'told':
      return hasTold(item.facts);
  }
}

export const isDue = (item: Item): boolean => verdictOf(item).occurrence !== null;

/** The same item as its recipient's state stands now. */
export const withNamed = (item: Item, named: Named | null): Item =>
  ({ ...item, facts: { ...item.facts, named } }) as Item;

const order = ['step-due', 'told', 'birthday', 'important-account', 'stale-deal'];

function urgency(item: Item): string {
  switch (item.rule) {
    case 'step-due':
      return `${item.facts.day} ${item.facts.time ?? ''}`;
    case 'birthday':
      return item.facts.birthday === null ? '' : nextBirthday(item.facts.birthday, item.facts.today);
    case 'important-account':
      return item.facts.contact;
    case 'stale-deal':
      return item.facts.touched;
    case 'told':
      return item.facts.at;
  }
}

/** Most pressing first. */
export const byUrgency = (items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, key: `${order.indexOf(item.rule)} ${urgency(item)} ${subjectOf(item)}` }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ item }) => item);

/** The items as a list shows them: a customer's stale deal is not told beside what is said of it anyway. */
export function rowsOf(items: readonly Item[]): Item[] {
  const told = new Set(
    items.flatMap(({ rule, facts }) => (rule === 'step-due' || rule === 'important-account' ? [facts.account] : [])),
  );
  return byUrgency(items.filter(({ rule, facts }) => rule !== 'stale-deal' || !told.has(facts.account)));
}

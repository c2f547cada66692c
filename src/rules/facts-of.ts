import type { Account } from '../crm/account/account.ts';
import type { Contact } from '../crm/contact/contact.ts';
import type { Deal } from '../crm/deal/deal.ts';
import { isClosed } from '../crm/deal/stages.ts';
import type { Task } from '../crm/task/task.ts';
import type { Stored } from '../ledger/change-set.ts';
import type { BirthdayFacts } from './decide/birthday.ts';
import type { ImportantAccountFacts } from './decide/important-account.ts';
import type { StaleDealFacts } from './decide/stale-deal.ts';
import type { StepDueFacts } from './decide/step-due.ts';
import type { ToldFacts } from './decide/told.ts';
import type { HeldPush } from './held-push.ts';
import { type Day, localDay } from './local-time.ts';

/** Facts from records; `base` is what does not come from them, so that a second look can reuse the first one's. */

export const staleFacts = (
  deal: Stored<Deal>,
  ahead: readonly Pick<Task, 'account' | 'deal' | 'day'>[],
  base: Pick<StaleDealFacts, 'after' | 'zone' | 'region' | 'today' | 'named'>,
): StaleDealFacts => ({
  deal: deal._id,
  account: deal.account,
  owner: deal.owner,
  open: !isClosed(deal.stage),
  touched: localDay(deal.touchedAt ?? deal.openedAt, base.zone),
  touchedAt: (deal.touchedAt ?? deal.openedAt).toISOString(),
  ...(deal.touchedAt === null ? { never: true } : {}),
  stepAhead: lastStep(deal, ahead),
  pausedUntil: deal.pausedUntil,
  after: base.after,
  zone: base.zone,
  region: base.region,
  today: base.today,
  named: base.named,
});

/** A step of the deal, or of its customer without naming a deal. */
export const lastStep = (deal: Stored<Deal>, ahead: readonly Pick<Task, 'account' | 'deal' | 'day'>[]): Day | null =>
  ahead
    .filter((step) => step.deal === deal._id || (step.deal === null && step.account === deal.account))
    .reduce<Day | null>((last, { day }) => (day !== null && (last === null || day > last) ? day : last), null);

export const importantFacts = (
  account: Stored<Account>,
  base: Pick<ImportantAccountFacts, 'after' | 'zone' | 'region' | 'today' | 'named'>,
): ImportantAccountFacts => ({
  account: account._id,
  owner: account.owner,
  important: account.important,
  contact: localDay(account.lastContactAt ?? account.createdAt, base.zone),
  after: base.after,
  zone: base.zone,
  region: base.region,
  today: base.today,
  named: base.named,
});

export const stepFacts = (
  task: Stored<Task>,
  base: Pick<StepDueFacts, 'briefed' | 'region' | 'today' | 'named'>,
): StepDueFacts => ({
  task: task._id,
  account: task.account,
  owner: task.owner,
  done: task.doneAt !== null,
  day: task.day,
  time: task.time,
  briefed: base.briefed,
  region: base.region,
  today: base.today,
  named: base.named,
});

export const birthdayFacts = (
  contact: Stored<Contact>,
  base: Pick<BirthdayFacts, 'leads' | 'region' | 'today' | 'named'>,
): BirthdayFacts => ({
  contact: contact._id,
  account: contact.account,
  owner: contact.owner,
  birthday: contact.birthday ?? null,
  leads: [...base.leads],
  region: base.region,
  today: base.today,
  named: base.named,
});

export const toldFacts = (push: Stored<HeldPush>, base: Pick<ToldFacts, 'today' | 'named'>): ToldFacts => ({
  push: push._id,
  account: push.account,
  owner: push.recipient,
  at: push.at.toISOString(),
  today: base.today,
  named: base.named,
});

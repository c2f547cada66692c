import type { Slot } from '../understanding.ts';

/** From here on a slot is written unasked; below it the chat asks. The one setting of the band. */
export const SURE = 0.85;

/** How often a slot read by a sign is right. Computed by `npm run calibration -- --write`; not to be edited. */
const TABLE: Readonly<Record<string, number>> = {
  account: 0.992,
  'account:alias': 0.993,
  'account:open': 0.988,
  'account:person': 0.992,
  'account:short': 0.99,
  'account:sound': 0.986,
  'account:unknown': 0.993,
  assignee: 0.958,
  'assignee:named': 0.958,
  contactFacts: 0.975,
  'contactFacts:one': 0.975,
  'contactFacts:several': 0.96,
  contacts: 0.991,
  'contacts:known': 0.995,
  'contacts:unknown': 0.942,
  intent: 0.975,
  'intent:account.create': 0.968,
  'intent:account.show': 0.974,
  'intent:account.transfer': 0.974,
  'intent:contact.create': 0.962,
  'intent:contact.update': 0.975,
  'intent:dealt': 0.973,
  'intent:lead.create': 0.974,
  'intent:named': 0.995,
  'intent:news': 0.667,
  'intent:nothing': 0.975,
  'intent:opportunity.create': 0.965,
  'intent:opportunity.lose': 0.97,
  'intent:opportunity.update': 0.835,
  'intent:opportunity.win': 0.973,
  'intent:question': 0.99,
  'intent:rivalled': 0.99,
  'intent:task.complete': 0.97,
  'intent:task.create': 0.85,
  'intent:ticket.create': 0.975,
  interaction: 0.898,
  'interaction:dealt:day': 0.447,
  'interaction:dealt:days': 0.44,
  'interaction:named:day': 0.897,
  'interaction:named:days': 0.906,
  'interaction:news:day': 0.435,
  'interaction:news:days': 0.262,
  'interaction:rivalled:day': 0.915,
  'interaction:rivalled:days': 0.868,
  opportunity: 0.887,
  'opportunity:amount': 0.44,
  'opportunity:close': 0.77,
  'opportunity:contacted': 0.859,
  'opportunity:lost': 0.891,
  'opportunity:needs': 0.867,
  'opportunity:negotiation': 0.862,
  'opportunity:proposal': 0.891,
  'opportunity:sums': 0.867,
  'opportunity:won': 0.9,
  period: 0.985,
  'period:named': 0.985,
  tasks: 0.927,
  'tasks:asked': 0.92,
  'tasks:dated': 0.73,
  'tasks:fixed': 0.93,
  'tasks:listed': 0.88,
  'tasks:planned': 0.907,
  'tasks:pledged': 0.93,
  'tasks:reminded': 0.93,
  'tasks:wanted': 0.842,
};

/** Where a sign is too rare to have a figure of its own. */
const UNSEEN = 0.8;

/** Several are equally near: whatever is written would be a guess. */
const OPEN = 0.4;

/** The share of slots read by this sign that are right. */
export function confidenceIn(slot: Slot, sign: string): number {
  if (sign === 'open') return OPEN;
  return TABLE[`${slot}:${sign}`] ?? TABLE[slot] ?? UNSEEN;
}

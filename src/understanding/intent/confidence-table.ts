import type { Slot } from '../understanding.ts';

/** From here on a slot is written unasked; below it the chat asks. The one setting of the band. */
export const SURE = 0.8;

/** How often a slot read by a sign is right. Computed by `npm run calibration -- --write`; not to be edited. */
const TABLE: Readonly<Record<string, number>> = {
  account: 0.98,
  'account:alias': 1,
  'account:open': 0.98,
  'account:person': 1,
  'account:short': 0.98,
  'account:sound': 0.98,
  'account:unknown': 0.89,
  assignee: 0.98,
  'assignee:named': 1,
  contactFacts: 0.93,
  'contactFacts:one': 0.93,
  'contactFacts:several': 0.93,
  contacts: 0.96,
  'contacts:known': 0.98,
  'contacts:open': 0.96,
  'contacts:unknown': 0.72,
  intent: 0.95,
  'intent:account.create': 0.95,
  'intent:account.show': 0.88,
  'intent:account.transfer': 0.98,
  'intent:contact.create': 0.98,
  'intent:contact.update': 0.95,
  'intent:dealt': 0.98,
  'intent:lead.create': 0.92,
  'intent:named': 0.99,
  'intent:news': 0.81,
  'intent:opportunity.create': 0.98,
  'intent:opportunity.lose': 0.95,
  'intent:opportunity.update': 0.93,
  'intent:opportunity.win': 0.82,
  'intent:question': 0.96,
  'intent:rivalled': 1,
  'intent:task.complete': 0.95,
  'intent:task.create': 0.84,
  'intent:ticket.create': 0.98,
  interaction: 0.86,
  'interaction:dealt:day': 0.69,
  'interaction:dealt:days': 0.52,
  'interaction:named:day': 0.95,
  'interaction:named:days': 0.91,
  'interaction:news:day': 0.41,
  'interaction:news:days': 0.4,
  'interaction:rivalled:day': 0.8,
  'interaction:rivalled:days': 0.9,
  opportunity: 0.78,
  'opportunity:amount': 0.56,
  'opportunity:close': 0.8,
  'opportunity:contacted': 0.78,
  'opportunity:lost': 0.83,
  'opportunity:needs': 0.87,
  'opportunity:negotiation': 0.83,
  'opportunity:proposal': 0.81,
  'opportunity:sums': 0.66,
  'opportunity:won': 0.85,
  period: 0.95,
  'period:named': 0.93,
  tasks: 0.86,
  'tasks:asked': 0.9,
  'tasks:dated': 0.74,
  'tasks:fixed': 0.89,
  'tasks:listed': 0.86,
  'tasks:planned': 0.86,
  'tasks:pledged': 0.91,
  'tasks:reminded': 0.91,
  'tasks:wanted': 0.78,
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

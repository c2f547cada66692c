import type { Slot } from '../understanding.ts';

/** From here on a slot is written unasked; below it the chat asks. The one setting of the band. */
export const SURE = 0.85;

/** How often a slot read by a sign is right. Computed by `npm run calibration -- --write`; not to be edited. */
const TABLE: Readonly<Record<string, number>> = {
  account: 0.99,
  'account:alias': 0.99,
  'account:open': 0.984,
  'account:person': 0.99,
  'account:short': 0.989,
  'account:sound': 0.983,
  'account:unknown': 0.97,
  assignee: 0.975,
  'assignee:named': 0.975,
  contactFacts: 0.975,
  'contactFacts:one': 0.975,
  'contactFacts:several': 0.962,
  contacts: 0.993,
  'contacts:known': 0.995,
  'contacts:open': 0.991,
  'contacts:unknown': 0.847,
  intent: 0.96,
  'intent:account.create': 0.96,
  'intent:account.show': 0.96,
  'intent:account.transfer': 0.96,
  'intent:contact.create': 0.96,
  'intent:contact.update': 0.93,
  'intent:dealt': 0.975,
  'intent:lead.create': 0.96,
  'intent:named': 0.98,
  'intent:news': 0.8,
  'intent:opportunity.create': 0.96,
  'intent:opportunity.lose': 0.96,
  'intent:opportunity.update': 0.88,
  'intent:opportunity.win': 0.875,
  'intent:question': 0.985,
  'intent:rivalled': 0.99,
  'intent:task.complete': 0.925,
  'intent:task.create': 0.92,
  'intent:ticket.create': 0.96,
  interaction: 0.918,
  'interaction:dealt:day': 0.739,
  'interaction:dealt:days': 0.52,
  'interaction:named:day': 0.95,
  'interaction:named:days': 0.964,
  'interaction:news:day': 0.675,
  'interaction:news:days': 0.464,
  'interaction:rivalled:day': 0.838,
  'interaction:rivalled:days': 0.894,
  opportunity: 0.882,
  'opportunity:amount': 0.705,
  'opportunity:close': 0.857,
  'opportunity:contacted': 0.891,
  'opportunity:lost': 0.9,
  'opportunity:needs': 0.9,
  'opportunity:negotiation': 0.81,
  'opportunity:proposal': 0.865,
  'opportunity:sums': 0.75,
  'opportunity:won': 0.885,
  period: 0.99,
  'period:named': 0.99,
  tasks: 0.878,
  'tasks:asked': 0.886,
  'tasks:dated': 0.762,
  'tasks:fixed': 0.871,
  'tasks:listed': 0.824,
  'tasks:planned': 0.88,
  'tasks:pledged': 0.89,
  'tasks:reminded': 0.975,
  'tasks:wanted': 0.859,
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

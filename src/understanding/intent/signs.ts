import type { Slot, Understanding } from '../understanding.ts';
import type { Reading } from './reading.ts';
import type { Step } from './steps.ts';
import type { ToldContact } from './told-contact.ts';

type Read = Omit<Understanding, 'confidence' | 'evidence'>;

/** By what each slot was read, in one word: what was read the same way is right equally often. */
export function signsOf(
  reading: Reading,
  read: Read,
  { told, steps }: { told: ToldContact | null; steps: readonly Step[] },
): Partial<Record<Slot, string>> {
  return {
    intent: intentSign(read, told),
    account: accountSign(reading, read),
    contacts: contactsSign(read),
    interaction: interactionSign(reading, told),
    opportunity: dealSign(reading, read),
    tasks: tasksSign(steps),
    contactFacts: read.contacts.length > 1 ? 'several' : 'one',
    assignee: 'named',
    period: 'named',
  };
}

function intentSign({ intent, account, contacts }: Read, told: ToldContact | null): string {
  if (intent === 'interaction.log') return toldSign(told);
  if (intent === 'unknown') return account === null && contacts.length === 0 ? 'nothing' : 'unread';
  if (/^(?:report|pipeline|birthday|task\.list|undo|help|opportunity\.stale)/.test(intent)) return 'question';
  return intent;
}

/** A way of being in touch is named, a dealing is told, or there is news that can only come from the customer. */
function toldSign(told: ToldContact | null): string {
  if (told === null) return 'none';
  if (told.kind !== 'other') return told.rivalled ? 'rivalled' : 'named';
  return told.confidence >= 0.7 ? 'dealt' : 'news';
}

function accountSign({ people }: Reading, { account }: Read): string {
  if (account === null) return '';
  if (account.candidates.length > 0) return 'open';
  const company = people.companies.find(
    ({ span }) => people.account && span[0] <= people.account.span[0] && span[1] >= people.account.span[1],
  );
  if (!company) return 'person';
  return company.id === null && account.id !== null ? 'tie' : company.by;
}

function contactsSign({ contacts }: Read): string {
  if (contacts.some(({ candidates }) => candidates.length > 0)) return 'open';
  return contacts.every(({ id }) => id !== null) ? 'known' : 'unknown';
}

function interactionSign({ dates }: Reading, told: ToldContact | null): string {
  return `${toldSign(told)}:${dates.filter(({ kind }) => kind === 'date').length > 1 ? 'days' : 'day'}`;
}

function dealSign({ sums }: Reading, { opportunity }: Read): string {
  if (opportunity === null) return '';
  if (sums.length > 1) return 'sums';
  if (opportunity.closeDate !== null) return 'close';
  return opportunity.stage ?? 'amount';
}

const WEAKEST = ['dated', 'wanted', 'fixed', 'pledged', 'asked', 'listed', 'reminded'] as const;

/** 周三再去, 明天给他发: the day, and right behind it what is to be done. */
const PLANNED = /◷[^,，◷]{0,6}(?:再|去|给|发|我|约|回)/u;

function tasksSign(steps: readonly Step[]): string {
  const weakest = WEAKEST.find((sign) => steps.some((step) => step.sign === sign)) ?? '';
  return weakest === 'dated' && steps.every((step) => step.sign !== 'dated' || PLANNED.test(step.sense.clause.text))
    ? 'planned'
    : weakest;
}

import type { Understanding } from '../../src/understanding/understanding.ts';

/** What a message should be read as; a slot that is left out speaks of nothing. */
export type Gold = Partial<Omit<Understanding, 'account' | 'contacts'>> & {
  intent: string;
  account?: Named | null;
  contacts?: Named[];
};

interface Named {
  mention?: string | null;
  name?: string | null;
}

type Item = unknown;
type Same = (gold: never, read: never) => boolean;

/** How one slot of a message turns into items, and when two of them are the same. */
export interface SlotRule {
  items(read: Gold): Item[];
  /** Equality of their JSON where left out. */
  same?(text: string, gold: Gold): (gold: never, read: never) => boolean;
  /** Items stand in the order of the text. */
  ordered?: true;
  /** Other names by which a case's `skip` list may call the slot. */
  also: readonly string[];
}

const one = <T>(value: T | null | undefined): T[] => (value == null ? [] : [value]);
const named = (people: readonly Named[]): Named[] => people.filter(({ mention, name }) => mention || name);
const facts = (read: Gold, key: 'phone' | 'email' | 'birthday'): [string | null, unknown][] =>
  (read.contactFacts ?? []).flatMap((fact) => (fact[key] == null ? [] : [[fact.contact, fact[key]]]));

const byName =
  (text: string): Same =>
  (gold: Named, read: Named) =>
    gold.name != null ? read.name === gold.name : read.name == null && overlap(gold.mention, read.mention, text);

/** A fact belongs to its contact by directory name or by any mention of them. */
const byContact =
  (same: (gold: unknown, read: unknown) => boolean) =>
  (text: string, whole: Gold): Same =>
  (gold: [string | null, unknown], read: [string | null, unknown]) => {
    const mentions = (whole.contacts ?? []).filter(({ name }) => name != null && name === gold[0]);
    const words = mentions.length > 0 ? mentions.map(({ mention }) => mention) : [gold[0]];
    const who = read[0] === gold[0] || words.some((word) => overlap(word, read[0], text));
    return who && same(gold[1], read[1]);
  };

const equal = (gold: unknown, read: unknown): boolean => JSON.stringify(gold) === JSON.stringify(read);
const sameEmail = (gold: unknown, read: unknown): boolean =>
  String(gold).trim().toLowerCase() === String(read).trim().toLowerCase();
const sameBirthday = (gold: unknown, read: unknown): boolean => {
  const [a, b] = [gold, read] as Record<string, unknown>[];
  return (
    ['calendar', 'month', 'day'].every((key) => a?.[key] === b?.[key]) &&
    (a?.year ?? null) === (b?.year ?? null) &&
    Boolean(a?.leap) === Boolean(b?.leap)
  );
};

/** The slots that count, as the contract of understanding scores them. */
export const SLOTS: Record<string, SlotRule> = {
  'account.name': { items: ({ account }) => named(one(account)), same: byName, also: ['account', 'account.mention'] },
  'contacts.name': {
    items: ({ contacts }) => named(contacts ?? []),
    same: byName,
    also: ['contacts', 'contacts.mention', 'contact'],
  },
  'interaction.kind': { items: ({ interaction }) => one(interaction?.kind), also: ['interaction', 'kind'] },
  'interaction.date': { items: ({ interaction }) => one(interaction?.date), also: ['interaction', 'date'] },
  'interaction.time': { items: ({ interaction }) => one(interaction?.time), also: ['interaction', 'time'] },
  'opportunity.amount': {
    items: ({ opportunity }) => one(opportunity?.amount),
    same: () => (gold: number, read: number) => Math.abs(gold - read) < 0.005,
    also: ['opportunity', 'amount'],
  },
  'opportunity.currency': { items: ({ opportunity }) => one(opportunity?.currency), also: ['opportunity', 'currency'] },
  'opportunity.stage': { items: ({ opportunity }) => one(opportunity?.stage), also: ['opportunity', 'stage'] },
  'opportunity.closeDate': {
    items: ({ opportunity }) => one(opportunity?.closeDate),
    also: ['opportunity', 'closeDate'],
  },
  'tasks.count': { items: ({ tasks }) => (tasks ?? []).map(() => 'task'), also: ['tasks'] },
  'tasks.when': {
    items: ({ tasks }) => (tasks ?? []).map(({ date, time }) => [date ?? null, time ?? null]),
    ordered: true,
    also: ['tasks', 'tasks.date', 'tasks.time'],
  },
  assignee: {
    items: ({ assignee, tasks }) => [
      ...one(assignee).map((who) => ['account', who]),
      ...(tasks ?? []).flatMap((task) => one(task.assignee).map((who) => ['task', who])),
    ],
    also: ['tasks', 'tasks.assignee'],
  },
  'contactFacts.phone': {
    items: (read) => facts(read, 'phone'),
    same: byContact(equal),
    also: ['contactFacts', 'phone'],
  },
  'contactFacts.email': {
    items: (read) => facts(read, 'email'),
    same: byContact(sameEmail),
    also: ['contactFacts', 'email'],
  },
  'contactFacts.birthday': {
    items: (read) => facts(read, 'birthday'),
    same: byContact(sameBirthday),
    also: ['contactFacts', 'birthday'],
  },
  period: {
    items: ({ period }) => one(period).map(({ from, to }) => [from ?? null, to ?? null]),
    also: [],
  },
};

/** Width, letter case, blanks and punctuation do not matter. */
const plain = (words: string | null | undefined): string =>
  (words ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Two mentions overlap when they share characters of the text, at least a third of the longer one. */
function overlap(first: string | null | undefined, second: string | null | undefined, text: string): boolean {
  const [a, b, whole] = [plain(first), plain(second), plain(text)];
  if (a === '' || b === '') return false;
  const least = Math.max(a.length, b.length) / 3;
  if (a.includes(b) || b.includes(a)) return Math.min(a.length, b.length) >= least;
  return places(a, whole).some(([start, end]) =>
    places(b, whole).some(([from, to]) => Math.min(end, to) - Math.max(start, from) >= Math.max(1, least)),
  );
}

function places(words: string, text: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push([at, at + words.length]);
  return found;
}

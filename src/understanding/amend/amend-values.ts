import { readContactFacts } from '../intent/contact-facts.ts';
import type { Reading } from '../intent/reading.ts';
import type { InteractionKind } from '../understanding.ts';
import { KIND_NAMES } from './correction-words.ts';
import type { FieldChange, Readings } from './field-change.ts';
import type { PreviousRecord } from './previous-record.ts';
import type { Sides } from './sides.ts';

const KINDS = ['call', 'visit', 'meeting', 'message', 'email', 'demo', 'event'] as const;

/** The way of being in touch that words name. */
const kindNamed = (words: string): (typeof KINDS)[number] | undefined =>
  KINDS.find((one) => KIND_NAMES[one].test(words));

/** Make the demo Monday: whether words for a time name a step by the way that its title has. */
export function namesStep(title: string, words: string): boolean {
  const kind = kindNamed(words);
  return kind !== undefined && KIND_NAMES[kind].test(title.toLowerCase());
}

/** Corrections of the kind of contact and of facts about a person. */
export function valueChanges(previous: PreviousRecord, reading: Reading, { right }: Sides): Readings {
  const kind = movesStep(previous, reading) ? null : newKind(previous, right);
  const changes: FieldChange[] = kind === null ? [] : [{ field: 'interaction.kind', to: kind }];
  return { changes: [...changes, ...newFacts(previous, reading)], choices: [] };
}

/** Words with a day to come that name a step, and no other way of being in touch (不是电话,是拜访). */
const movesStep = ({ tasks }: PreviousRecord, { dates, today, skeleton: { text } }: Reading): boolean =>
  KINDS.filter((one) => KIND_NAMES[one].test(text)).length === 1 &&
  dates.some((day) => (day.resolve('future')?.day ?? '') >= today) &&
  tasks.some(({ title }) => namesStep(title, text));

/** The way named, unless it is what is said to be wrong. */
function newKind({ interaction }: PreviousRecord, right: string): InteractionKind | null {
  const words = right.replace(/没(?:有)?[^,，。]{1,4}/gu, '');
  const kind = kindNamed(words);
  return interaction && kind && kind !== interaction.kind ? kind : null;
}

/** A fact that the record has; one that it has not is added, not corrected. */
function newFacts(previous: PreviousRecord, reading: Reading): FieldChange[] {
  const facts = readContactFacts({
    ...reading,
    people: { ...reading.people, contacts: [{ mention: '', name: null, id: null, candidates: [], spans: [] }] },
  });
  const told = previous.contactFacts ?? [];
  const last = (field: 'phone' | 'email' | 'birthday') => told.findLastIndex((one) => one[field] !== null);
  return facts
    .flatMap((fact): FieldChange[] => [
      ...(fact.phone ? [{ field: 'contactFact.phone', index: last('phone'), to: fact.phone } as const] : []),
      ...(fact.email ? [{ field: 'contactFact.email', index: last('email'), to: fact.email } as const] : []),
      ...(fact.birthday
        ? [{ field: 'contactFact.birthday', index: last('birthday'), to: fact.birthday } as const]
        : []),
    ])
    .filter((change) => 'index' in change && change.index >= 0);
}

import type { UnderstandProposal } from '../../../prompts/understand/prompt.ts';
import type { DateMention } from '../dates/date-mention.ts';
import { type ClauseSense, senseClauses } from '../intent/clause-sense.ts';
import type { Reading } from '../intent/reading.ts';
import { findMoney } from '../money/find-money.ts';
import type { NameDirectory, NameHit } from '../name-directory.ts';
import type { Span } from '../text/normal-text.ts';
import type {
  AccountReference,
  ContactReference,
  Period,
  ToldInteraction,
  ToldOpportunity,
  ToldTask,
} from '../understanding.ts';
import type { MaskedText } from './mask-text.ts';

/** A value that the text bears out, and the passage that does. */
export interface Borne<T> {
  value: T;
  span: Span;
}

const LONGEST_NAME = 40;
const LONGEST_TITLE = 80;
const MOST_TASKS = 6;
const MOST_CONTACTS = 6;

/**
 * What a proposal comes to once it is held against the text: words that are not in it count for nothing; days, sums
 * and names are what our own readers make of the passage, never what the model made of it.
 */
export function bearOut(reading: Reading, directory: NameDirectory, masked: MaskedText) {
  const { input, normal, people, today } = reading;
  const original = (span: Span): Span => normal.toOriginal(span);
  const senses = senseClauses(reading);
  const hits = directory.find(reading.text, [], input.context);
  const isColleague = (span: Span) => people.colleagues.some((one) => meets(original(one.span), span));
  const isValue = (span: Span) =>
    [...reading.dates, ...reading.sums, ...reading.phones, ...reading.emails].some((one) =>
      meets(original(one.span), span),
    );

  /** The known one that a passage names; null where it names none, or cannot be a name at all. */
  function named(words: string, kind: NameHit['kind']): Borne<AccountReference & ContactReference> | null {
    const span = masked.locate(words);
    if (span === null || span[1] - span[0] > LONGEST_NAME || isColleague(span) || isValue(span)) return null;
    const mention = input.text.slice(...span);
    if (!/\p{L}/u.test(mention)) return null;
    const candidates = hits.find((hit) => hit.kind === kind && meets(original(hit.span), span))?.candidates ?? [];
    const [only] = candidates.length === 1 ? candidates : [];
    return {
      span,
      value: { mention, name: only?.name ?? null, id: only?.id ?? null, candidates: only ? [] : candidates },
    };
  }

  function dayIn(words: string | null): { mention: DateMention; span: Span } | null {
    const span = words === null ? null : masked.locate(words);
    if (span === null) return null;
    const mention = reading.dates.find((one) => meets(original(one.span), span));
    return mention === undefined ? null : { mention, span };
  }

  function senseAt(span: Span): ClauseSense | undefined {
    const { offsets } = reading.skeleton;
    return senses.find(({ clause }) =>
      meets(original([offsets[clause.start] ?? 0, offsets[clause.end] ?? reading.text.length]), span),
    );
  }

  /** A passage that is told as so: under no condition, not denied. */
  function stated(words: string): Span | null {
    const span = masked.locate(words);
    const sense = span === null ? undefined : senseAt(span);
    return sense?.conditional || sense?.denied || sense?.dropped ? null : span;
  }

  return {
    words: (words: string): Span | null => masked.locate(words),
    account: (words: string): Borne<AccountReference> | null => named(words, 'account'),

    contacts: (proposed: readonly string[]): Borne<ContactReference>[] =>
      proposed.slice(0, MOST_CONTACTS).flatMap((words) => {
        const found = named(words, 'contact');
        const company = found !== null && people.companies.some((one) => meets(original(one.span), found.span));
        return found === null || company ? [] : [found];
      }),

    interaction({ kind, words, when }: NonNullable<UnderstandProposal['contact']>): Borne<ToldInteraction> | null {
      const span = stated(words);
      if (span === null) return null;
      const resolved = dayIn(when)?.mention.resolve('past') ?? null;
      const past = resolved !== null && resolved.day <= today ? resolved : null;
      return { span, value: { kind, date: past?.day ?? today, time: past?.time ?? null } };
    },

    /** Sums that the rules saw and left aside (an offer of theirs, a deposit) stay aside. */
    amount(words: string): Borne<Pick<ToldOpportunity, 'amount' | 'currency'>> | null {
      const span = stated(words);
      if (span === null || reading.sums.some((one) => meets(original(one.span), span))) return null;
      const { timeZone } = input;
      const [sum, ...more] = findMoney(input.text.slice(...span), { lang: reading.lang, timeZone });
      if (sum === undefined || more.length > 0) return null;
      return { span, value: { amount: sum.amount, currency: sum.currency } };
    },

    stage({ value, words }: NonNullable<UnderstandProposal['stage']>): Borne<typeof value> | null {
      const span = stated(words);
      return span === null ? null : { span, value };
    },

    closing(words: string): Borne<string> | null {
      const found = dayIn(words);
      const day = found?.mention.resolve('future')?.day;
      const sense = found === null ? undefined : senseAt(found.span);
      if (found === null || day === undefined || day <= today || sense?.conditional || sense?.denied) return null;
      return { span: found.span, value: day };
    },

    tasks: (proposed: UnderstandProposal['tasks']): Borne<ToldTask>[] =>
      proposed.slice(0, MOST_TASKS).flatMap(({ words, when, who }) => {
        const span = masked.locate(words);
        const sense = span === null ? undefined : senseAt(span);
        if (span === null || sense?.conditional || sense?.dropped) return [];
        const title = input.text.slice(...span).trim();
        if (!/\p{L}/u.test(title) || title.length > LONGEST_TITLE) return [];
        const resolved = dayIn(when)?.mention.resolve('future') ?? null;
        const due = resolved !== null && resolved.day >= today ? resolved : null;
        const told = who === null ? null : masked.locate(who);
        const colleague = people.colleagues.find((one) => told !== null && meets(original(one.span), told));
        const value = { title, date: due?.day ?? null, time: due?.time ?? null, assignee: colleague?.name ?? null };
        return [{ span, value }];
      }),

    period(words: string): Borne<Period> | null {
      const found = dayIn(words);
      const whole = found?.mention.resolve('period');
      return found === null || whole == null
        ? null
        : { span: found.span, value: { from: whole.firstDay, to: whole.lastDay } };
    },
  };
}

const meets = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

import { dayText } from '../../calendar/days.ts';
import { wallTime } from '../../calendar/zone.ts';
import type { DateMention } from '../dates/date-mention.ts';
import { findDates } from '../dates/find-dates.ts';
import { findMoney, type MoneyMention } from '../money/find-money.ts';
import type { NameDirectory } from '../name-directory.ts';
import { type PeopleRead, readPeople } from '../people/read-people.ts';
import { type NormalText, normalise, type Span } from '../text/normal-text.ts';
import type { MessageInput } from '../understanding.ts';
import { type Clause, cutClauses } from './clauses.ts';
import { type Found, findEmails, findPhones } from './contact-lines.ts';
import { type Skeleton, skeletonOf } from './skeleton.ts';
import { readSpeech, type Speech } from './speech.ts';

/** A message taken apart once, for all slots to read from. All spans but `normal.toOriginal`'s are in the normal text. */
export interface Reading {
  input: MessageInput;
  normal: NormalText;
  text: string;
  lang: 'zh' | 'en';
  /** The message's day in the sender's zone. */
  today: string;
  /** The minute of that day at which it was sent. */
  minute: number;
  dates: DateMention[];
  sums: MoneyMention[];
  phones: Found[];
  emails: Found[];
  people: PeopleRead;
  skeleton: Skeleton;
  clauses: Clause[];
  /** What the message hands on of the words of others. */
  speech: Speech | null;
}

/** Longer messages are read up to here. */
const MOST_CHARACTERS = 4000;

/**
 * Reads dates, sums, phones and names, each masked for the next, and cuts the text into clauses. The same input object
 * is taken apart once: who hears, understands and asks about one message in a row may each call this.
 */
export function readMessage(input: MessageInput, directory: NameDirectory): Reading {
  const { revision } = directory;
  if (last?.reading.input === input && last.directory === directory && last.revision === revision) return last.reading;
  const reading = takenApart(input, directory);
  last = { reading, directory, revision };
  return reading;
}

/** The message read last. */
let last: { reading: Reading; directory: NameDirectory; revision: number } | null = null;

/** What stands in a text whoever is meant by it. */
type Figures = Pick<Reading, 'normal' | 'text' | 'lang' | 'emails' | 'phones' | 'dates' | 'sums'>;

function figuresIn(input: MessageInput): Figures {
  const normal = normalise(input.text.slice(0, MOST_CHARACTERS));
  const text = normal.text;
  const lang = input.lang ?? (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
  const emails = findEmails(text);
  const phones = findPhones(text, input.timeZone, lang, spansOf(emails));
  const dates = findDates(text, { at: input.at, timeZone: input.timeZone, lang }).filter(
    apartFrom([...spansOf(emails), ...spansOf(phones)]),
  );
  const sums = findMoney(text, { lang, timeZone: input.timeZone });
  return { normal, text, lang, emails, phones, dates, sums };
}

/** A message is asked about as a whole, and again with what is known of its talk: messages under way at a time. */
const REMEMBERED = 32;
const lately = new Map<string, Figures>();

function figuresOf(input: MessageInput): Figures {
  const key = [input.at, input.timeZone, input.lang ?? '', input.text.slice(0, MOST_CHARACTERS)].join('\n');
  const known = lately.get(key);
  if (known !== undefined) return known;
  const figures = figuresIn(input);
  lately.set(key, figures);
  const [oldest] = lately.keys();
  if (lately.size > REMEMBERED && oldest !== undefined) lately.delete(oldest);
  return figures;
}

function takenApart(input: MessageInput, directory: NameDirectory): Reading {
  const { normal, text, lang, emails, phones, ...figures } = figuresOf(input);
  const dates = figures.dates.filter((date) => !isPersonsName(date.text, directory));
  const sums = figures.sums.filter(apartFrom([...spansOf(emails), ...spansOf(phones), ...spansOf(dates)]));
  const masks = [...spansOf(emails), ...spansOf(phones), ...spansOf(dates), ...spansOf(sums)];
  const sent = wallTime(Date.parse(input.at), input.timeZone);
  const people = inOriginalWords(normal, readPeople(text, masks, directory, input.context));
  const skeleton = skeletonOf(text, { dates, sums, phones, emails, people });
  return {
    input,
    normal,
    text,
    lang,
    today: dayText(sent.day),
    minute: sent.minute,
    dates,
    sums,
    phones,
    emails,
    people,
    skeleton,
    clauses: cutClauses(skeleton, lang),
    speech: readSpeech(skeleton),
  };
}

/** 白露, 国庆: a day of the calendar that somebody in the directory is called by. */
function isPersonsName(words: string, directory: NameDirectory): boolean {
  return /^\p{Script=Han}{2}$/u.test(words) && directory.find(words, [], {}).some(({ kind }) => kind !== 'account');
}

/** Mentions as the person wrote them, not in normal form. */
function inOriginalWords(normal: NormalText, people: PeopleRead): PeopleRead {
  if (normal.text === normal.original) return people;
  const words = (span: Span) => normal.original.slice(...normal.toOriginal(span));
  return {
    ...people,
    account: people.account && { ...people.account, mention: words(people.account.span) },
    contacts: people.contacts.map((contact) => ({
      ...contact,
      mention: contact.spans[0] ? words(contact.spans[0]) : contact.mention,
    })),
  };
}

function spansOf(found: readonly { span: Span }[]): Span[] {
  return found.map(({ span }) => span);
}

function apartFrom(masks: readonly Span[]): (found: { span: Span }) => boolean {
  return ({ span }) => !masks.some(([from, to]) => span[0] < to && span[1] > from);
}

import { isTimeAlone } from '../amend/lone-when.ts';
import type { PreviousRecord } from '../amend/previous-record.ts';
import { isAsking } from '../intent/question.ts';
import { type Reading, readMessage } from '../intent/reading.ts';
import { FOLLOW_UP } from '../intent/step-title.ts';
import type { NameDirectory } from '../name-directory.ts';
import { understandReading } from '../understand.ts';
import { INTENTS, type Intent, type MessageInput, type ToldTask, type Understanding } from '../understanding.ts';
import { aboutPrevious, knownFrom, namesAnother, tellsOfOwnTalk, whomItIsAbout } from './about-previous.ts';
import { aboutWaiting, waitsForCustomer } from './about-waiting.ts';
import { ASKS, BARE_VALUE, DONE_FOR_THEM, GOES_ON, NARROWS, OF_THEM, ONCE_MORE } from './goes-on.ts';
import { comesAlong, isOfStep, isUnanswered } from './of-step.ts';
import { isNoStep, isOffersOfSomebody, isOfTheDeal, OF_OURSELVES } from './of-the-deal.ts';

/** Intents whose slots belong on a record; all else is a request of its own. */
const ADDS: readonly Intent[] = [
  'interaction.log',
  'contact.update',
  'task.create',
  'opportunity.update',
  'opportunity.win',
  'opportunity.lose',
  'ticket.create',
  'unknown',
];

/** A request of its own, whatever was said before. */
const REQUESTS: readonly Intent[] = INTENTS.filter((intent) =>
  /^(?:report|pipeline|birthday|task\.list|opportunity\.stale|undo|help)/.test(intent),
);

/**
 * Reads a message without a customer of its own as an addition to the previous record: facts, a step, a note, an
 * amount. The understanding returned has the record's account (null while it is asked which one) and contact filled in,
 * `interaction` null, and intent `interaction.log` where it only adds to the note. Null when the message is no addition:
 * another customer, a further contact, a request of its own, small talk.
 */
export function continues(
  previous: PreviousRecord,
  input: MessageInput,
  directory: NameDirectory,
): Understanding | null {
  const reading = withoutCompany(readMessage(input, directory), previous);
  if ((previous.account === null && !waitsForCustomer(previous)) || namesAnother(reading, previous)) return null;
  const text = reading.skeleton.text;
  if (
    ONCE_MORE.test(text) ||
    BARE_VALUE.test(text) ||
    NARROWS.test(text.trim()) ||
    isTimeAlone(text) ||
    OF_OURSELVES.test(text.trim()) ||
    // Every Monday remind me, but not: he plays golf on Sundays.
    (reading.dates.some(({ kind }) => kind === 'recurrence') && !OF_THEM.test(text))
  )
    return null;
  if (REQUESTS.includes(understandReading(reading).intent)) return null;
  if (tellsOfOwnTalk(reading, previous)) return null;
  const about =
    previous.account === null ? aboutWaiting(reading, previous) : aboutPrevious(reading, previous, previous.account);
  const whole = understandReading(about);
  if (!ADDS.includes(whole.intent)) return null;
  const read = {
    ...whole,
    opportunity: isOffersOfSomebody(text) ? null : whole.opportunity,
    tasks: whole.tasks.filter((task) => !isHeldAlready(task, reading, previous) && !isNoStep(task)),
  };
  const adds = read.tasks.length > 0 || read.contactFacts.length > 0 || read.opportunity !== null;
  if (!adds && !whole.tasks.some(isNoStep) && !goesOn(reading, previous)) return null;
  return {
    ...read,
    intent: read.intent === 'unknown' ? 'interaction.log' : read.intent,
    ...whomItIsAbout(about),
    interaction: null,
  };
}

/** 周五提醒我, where the record has a step: of that one, and no step more. */
const isHeldAlready = ({ title, date }: ToldTask, { lang }: Reading, { tasks }: PreviousRecord): boolean =>
  title === FOLLOW_UP[lang] && (date === null || tasks.length > 0);

/** Sarah is joining: of a step just told of, whoever comes along is nobody of another customer. */
function withoutCompany(reading: Reading, { tasks }: PreviousRecord): Reading {
  const { people, skeleton } = reading;
  if (tasks.length === 0 || people.companies.length > 0 || !comesAlong(skeleton.text)) return reading;
  return { ...reading, people: { ...people, account: null, contacts: [] } };
}

/** Whether words that bring no value of their own go on about the same customer all the same. */
function goesOn(reading: Reading, previous: PreviousRecord): boolean {
  const text = reading.skeleton.text.trim();
  if (isAsking(reading)) return false;
  if (GOES_ON.test(text) || DONE_FOR_THEM.test(text) || tellsOfPerson(reading, previous)) return true;
  return (isOfTheDeal(text) || isOfStep(text) || isUnanswered(text)) && !ASKS.test(text);
}

/** 王总态度不错, Callum loves it: news of somebody of the customer, who is known to belong there. */
const tellsOfPerson = ({ people, skeleton }: Reading, previous: PreviousRecord): boolean =>
  people.companies.length === 0 &&
  people.contacts.some((one) => one.id !== null || knownFrom(previous, one) !== undefined) &&
  !ASKS.test(skeleton.text);

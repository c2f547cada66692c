import type { PreviousRecord } from '../amend/previous-record.ts';
import { tellsOfOwnTalk } from '../continues/about-previous.ts';
import { partSaid } from '../dates/part-of-day.ts';
import { cue } from '../intent/glyphs.ts';
import { readPeriod } from '../intent/period.ts';
import { type Reading, readMessage } from '../intent/reading.ts';
import { NO_OFFER } from '../intent/words/deal-words.ts';
import type { NameDirectory } from '../name-directory.ts';
import { understandReading } from '../understand.ts';
import type { MessageInput, Understanding } from '../understanding.ts';
import type { Doubt, Heard, Remarks } from './heard.ts';
import { lostReason } from './lost-reason.ts';
import { newCustomer } from './new-customer.ts';
import { type OpenSpot, openSpots } from './open-spots.ts';
import { blanked, differences, keyOf, MOST_DOUBTS, unsureValues } from './read-doubts.ts';
import { readPause } from './read-pause.ts';
import { factsOfSuccessor, readSuccession } from './read-succession.ts';
import { successionInTalk } from './succession-in-talk.ts';

/** 王总不在了,换成周经理 is news of two people, no correction of one. */
export const tellsOfSuccession = (input: MessageInput, directory: NameDirectory): boolean =>
  readSuccession(readMessage(input, directory)) !== null;

/** 又有个新单子, another deal; "the new deal" is one that both know of. */
const FURTHER_DEAL = cue({
  zh: `(?<!那个|这个|刚才的)新(?:的)?(?:单子?|商机|项目|订单) | (?:又|还|再)(?:[有来加签谈做开]了?)[一两]?个?(?:新的?)?(?:单子?|商机|订单) | (?:另外?|追加|第二|新增)(?:了|的)?[一]?[个笔]?(?:单子?|商机|订单)`,
  en: `(?<!the |that |this |our )(?:new|another|second|separate|additional|further|extra) (?:deal|opportunity|opp)`,
});

type Read<T> = (input: MessageInput) => T | Promise<T>;

/** A message as `read` understands it, with what it leaves open and what it says beyond the slots. */
export async function hear(input: MessageInput, directory: NameDirectory, read: Read<Understanding>): Promise<Heard> {
  const reading = readMessage(input, directory);
  const heard = await withDoubts(reading, read);
  return withRemarks(reading, heard ?? { understanding: await read(input), doubts: [] }, read);
}

/** The same for a message that goes on about an earlier record; null where it does not. */
export async function hearMore(
  previous: PreviousRecord,
  input: MessageInput,
  directory: NameDirectory,
  read: Read<Understanding | null>,
): Promise<Heard | null> {
  const reading = readMessage(input, directory);
  const change = successionInTalk(previous, reading, directory);
  const told = change && remarkOn(change.previous, change.reading);
  if (change !== null && told !== null) {
    // Talk to Priya from now on: whom to turn to is no step.
    const understanding = change.isAll ? { ...told, tasks: [] } : told;
    return withRemarks(change.reading, { understanding, doubts: [] }, read, change.succession);
  }
  const heard = await withDoubts(reading, read);
  const understanding =
    heard?.understanding ?? (await read(input)) ?? (readPause(reading, []) && remarkOn(previous, reading));
  return understanding === null ? null : withRemarks(reading, { understanding, doubts: heard?.doubts ?? [] }, read);
}

/** Reads the text with the likelier words in every open spot, and once more for each spot with its other words. */
async function withDoubts(
  reading: Reading,
  read: Read<Understanding | null>,
): Promise<{ understanding: Understanding; doubts: Doubt[] } | null> {
  const spots = openSpots(reading).slice(0, MOST_DOUBTS);
  const reads = (choices: readonly (0 | 1)[]) =>
    read({ ...reading.input, text: filledIn(reading.input.text, spots, choices) });
  const likely = spots.map(() => 0 as const);
  const understanding = spots.length === 0 ? null : await reads(likely);
  if (understanding === null) return null;
  const doubts: Doubt[] = [];
  for (const [at, { missing }] of spots.entries()) {
    const other = await reads(likely.map((choice, index) => (index === at ? 1 : choice)));
    if (other !== null) doubts.push(...differences(understanding, other, missing));
  }
  return { understanding, doubts };
}

function filledIn(text: string, spots: readonly OpenSpot[], choices: readonly (0 | 1)[]): string {
  const inOrder = spots.map((spot, at) => ({ ...spot, words: spot.words[choices[at] ?? 0] }));
  inOrder.sort((left, right) => right.span[0] - left.span[0]);
  return inOrder.reduce((now, { span, words }) => `${now.slice(0, span[0])}${words}${now.slice(span[1])}`, text);
}

async function withRemarks(
  reading: Reading,
  { understanding, doubts }: { understanding: Understanding; doubts: readonly Doubt[] },
  read: Read<Understanding | null>,
  succession = readSuccession(reading),
): Promise<Heard> {
  const pause = readPause(reading, understanding.tasks);
  const told = succession?.gone == null ? understanding : aboutPeople(reading, understanding);
  const rested = pause === null ? told : { ...atRest(reading, told), tasks: pause.tasks };
  const reread = async (text: string) => read({ ...reading.input, text });
  const further = (await unsureValues(reading, rested, reread)).filter(
    (doubt) => !doubts.some((one) => isSameField(one, doubt)),
  );
  const open = [...doubts, ...further];
  const blank = blanked(rested, open, reading.today);
  const remarks: Remarks = {
    doubts: open.slice(0, MOST_DOUBTS),
    pausedUntil: pause?.until ?? null,
    furtherDeal: FURTHER_DEAL.test(reading.skeleton.text),
    noOffer: NO_OFFER.test(reading.skeleton.text),
    lostReason: blank.opportunity?.stage === 'lost' ? lostReason(reading) : null,
    succession,
    when: whenIn(reading),
    period: readPeriod(reading, blank.intent),
    customer: knownCustomer(reading),
    newName: newCustomer(reading),
    colleagues: reading.people.colleagues.map(({ name }) => name),
  };
  if (succession === null) return { ...blank, remarks };
  return { ...blank, contactFacts: factsOfSuccessor(blank.contactFacts, succession, blank.contacts), remarks };
}

const isSameField = ({ choices: [one] }: Doubt, { choices: [other] }: Doubt): boolean =>
  one !== undefined && other !== undefined && keyOf(one) === keyOf(other);

/** Words that only tell who came and went are about those people. */
const aboutPeople = (reading: Reading, read: Understanding): Understanding =>
  read.intent === 'unknown' ? understandReading(reading, 'contact.update') : read;

/** Words that only let a deal rest are about that deal; its day is not that of the talk. */
function atRest(reading: Reading, read: Understanding): Understanding {
  if (read.intent === 'unknown' || (read.intent === 'task.create' && read.tasks.length <= 1))
    return understandReading(reading, 'opportunity.update');
  const { interaction } = read;
  const alone = reading.dates.filter(({ kind }) => kind === 'date').length === 1;
  return interaction !== null && alone ? { ...read, interaction: { ...interaction, date: reading.today } } : read;
}

function knownCustomer({ people: { account } }: Reading): Remarks['customer'] {
  if (account === null || account.id === null) return null;
  const { mention, name, id } = account;
  return { mention, name, id, candidates: [] };
}

/** What a step is put off to stands last: 周三的拜访改到周四. */
function whenIn({ dates }: Reading): Remarks['when'] {
  const timed = dates.filter(({ kind, impossible }) => kind === 'date' || kind === 'clock' || impossible !== null);
  const mention = timed.findLast(({ kind }) => kind !== 'clock') ?? timed.at(-1);
  if (mention === undefined) return null;
  const { impossible, time, monthDay, weekday, bareWeekday } = mention;
  if (impossible !== null) return { days: [...impossible.nearest], to: null, time, missing: monthDay, weekday: null };
  const ahead = mention.kind === 'date' ? mention.resolve('future') : null;
  const part = timed.map(partSaid).findLast((one) => one !== null) ?? null;
  if (ahead === null && time === null && part === null) return null;
  return {
    days: ahead === null ? [] : [ahead.day],
    to: ahead !== null && mention.grain === 'range' ? ahead.lastDay : null,
    time,
    missing: null,
    weekday: bareWeekday ? weekday : null,
    ...(time === null && part !== null ? { part } : {}),
  };
}

/** A pause or a change of people that is told without naming the customer, and is no talk of its own. */
function remarkOn(previous: PreviousRecord, reading: Reading): Understanding | null {
  const { account } = previous;
  if (account === null || reading.people.companies.some(({ id }) => id !== account.id)) return null;
  if (tellsOfOwnTalk(reading, previous)) return null;
  const { id, name, mention = name } = account;
  const about = { mention, name, id, candidates: [] };
  const people = { ...reading.people, account: { ...about, span: [0, 0] as const } };
  return { ...understandReading({ ...reading, people }, 'interaction.log'), account: about, interaction: null };
}

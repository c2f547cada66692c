import type { Clause } from '../intent/clauses.ts';
import { type Reading, readMessage } from '../intent/reading.ts';
import { CONTACT_CUES, CUSTOMER_SPOKE, UNREACHED } from '../intent/words/contact-words.ts';
import { STAGE_CUES } from '../intent/words/stage-words.ts';
import { PLEDGE, REQUEST } from '../intent/words/step-words.ts';
import type { NameDirectory } from '../name-directory.ts';
import type { MessageInput } from '../understanding.ts';
import { dayAhead } from './day-ahead.ts';
import type { MessagePart } from './message-part.ts';
import { sharedVerbParts } from './shared-verb.ts';

/** A list mark right before a name: "1腾云", "2) Alderbank", "③海拓", "3新客户北辰". */
const MARK =
  /(?:^|(?<=[\s,，。;；:：、]))(?:[(（]?\d{1,2}\s*[)）、.:：]?|[①②③④⑤⑥⑦⑧⑨]|[-*•])\s*(?=(?:新客户|new (?:client|customer)\s+)?[◆◇])/gu;
const TELLS = [
  ...Object.values(CONTACT_CUES),
  ...Object.values(STAGE_CUES),
  REQUEST,
  PLEDGE,
  CUSTOMER_SPOKE,
  UNREACHED,
  /^[◆◇](?:那边|他们)?(?:也|还|就|又|老)?(?:要|想|让|催|等|缺|嫌|需要|希望|问|怕|急)/u,
  /[◷¤]|再看|再说|没预算|暂停|不在|等(?:通知|消息|回复|审批)|(?:还在|仍)|later|on hold|paused|(?:still|wants?|needs?|asked|quiet|waiting|pending|nothing|signing)(?!\p{L})/u,
];
/** Says of how many customers there is news: 三家都跑了, three visits today. */
const COUNTED =
  /^[^◆◇]*(?:[两三四五六七八九十\d]家|(?:two|three|four|five|six|\d) (?:customers?|clients?|accounts?|visits?|calls?|meetings?))[^◆◇]*$/iu;
/** What opens a report of several customers and names none: 今天跑了三家:, today: */
const OPENING = /^[^◆◇:：\n]{0,24}[:：]\s*(?=◷?◆)/u;

/**
 * The parts of a message that speaks of several customers one after the other, in order; the whole message as the
 * one part otherwise. A second company inside one event (a partner, a rival) is no split.
 */
export function split(input: MessageInput, directory: NameDirectory): MessagePart[] {
  const reading = readMessage(input, directory);
  const starts =
    markedStarts(reading, directory) ??
    lineStarts(reading, directory) ??
    clauseStarts(reading, directory) ??
    sentenceStarts(reading, directory);
  const listed = listedParts(input, directory);
  if (listed && listed.length > (starts?.length ?? 0)) return listed;
  if (!starts) return sharedVerbParts(reading, directory) ?? [{ text: input.text, span: [0, input.text.length] }];
  const firstName = nameBehind(reading, starts[0]);
  return starts.map(({ from, nameAt }, index) => {
    const next = starts[index + 1]?.from ?? reading.skeleton.text.length;
    const part = [textAt(reading, index === 0 && nameAt === from ? 0 : nameAt), textAt(reading, next)] as const;
    const [start, end] = reading.normal.toOriginal(part);
    const raw = input.text.slice(start, end);
    const text = raw.replace(/^[\s,，。;；、]+|[\s,，;；、]+$/gu, '');
    const at = start + raw.indexOf(text);
    const day = index > 0 ? dayAhead(reading, firstName, [part[0], part[0]]) : null;
    return { text: day === null ? text : `${day} ${text}`, span: [at, at + text.length] };
  });
}

/** A list mark at the head of a line or behind a blank or a stop, before a word; a bare number before 汉字 must count on. */
const LIST_MARK =
  /(?:^|(?<=[\s,，。;；]))(?:[(（]?\d{1,2}[)）.、:：]\s*|(?<bare>\d{1,2})(?=\p{Script=Han})|[①②③④⑤⑥⑦⑧⑨]\s*|[-*•]\s+)(?=[\p{L}])|(?:\n|[;；])\s*(?=\p{L})/gu;
/** A list of more is no note. */
const MOST_PARTS = 12;

/** 1 sent the quote to Alderbank 2 Sable wants a call: numbers that count from the beginning on, without a point. */
function countedMarks(text: string): RegExpExecArray[] {
  let next = 1;
  return [...text.matchAll(/(?:^|(?<=[\s,;]))(\d{1,2})\s+(?=\p{L})/gu)].filter((mark) => {
    const isNext = Number(mark[1]) === next && (next > 1 || mark.index === 0);
    if (isNext) next++;
    return isNext;
  });
}

/** 1腾云报价发了 2海拓年后再看: 80 in 打完电话,80万嫌贵 is a figure, as it is not the list's next number. */
function listMarks(text: string): RegExpExecArray[] {
  let next = 1;
  return [...text.matchAll(LIST_MARK)].filter(({ groups }) => {
    const isNext = groups?.bare === undefined || Number(groups.bare) === next;
    if (isNext) next++;
    return isNext;
  });
}

/** The parts of a list whose every item, read by itself, names another customer, known or not. */
function listedParts(input: MessageInput, directory: NameDirectory): MessagePart[] | null {
  const counted = countedMarks(input.text);
  const marks = counted.length > 1 ? counted : listMarks(input.text);
  const first = marks[0];
  if (!first || marks.length > MOST_PARTS) return null;
  const heads = [
    ...(first.index > 0 && /\p{L}/u.test(input.text.slice(0, first.index)) ? [0] : []),
    ...marks.map((mark) => mark.index + mark[0].length),
  ];
  if (heads.length < 2) return null;
  const parts = heads.map((start): MessagePart => {
    const raw = input.text.slice(start, marks.find((mark) => mark.index >= start)?.index ?? input.text.length);
    const text = raw.replace(/[\s,，;；、]+$/u, '');
    return { text, span: [start, start + text.length] };
  });
  const customers = parts.map(({ text }) => {
    const { account } = readMessage({ ...input, text }, directory).people;
    return account === null ? null : (account.id ?? account.mention);
  });
  return customers.every((one) => one !== null) && new Set(customers).size === customers.length ? parts : null;
}

/** Where a part begins, and where its customer's name stands (after the list mark). Skeleton positions. */
interface Start {
  from: number;
  nameAt: number;
}

function markedStarts(reading: Reading, directory: NameDirectory): Start[] | null {
  const starts = [...reading.skeleton.text.matchAll(MARK)].map((match) => ({
    from: match.index,
    nameAt: match.index + match[0].length,
  }));
  return ofDifferentCustomers(reading, directory, starts) ? starts : null;
}

function lineStarts(reading: Reading, directory: NameDirectory): Start[] | null {
  const starts = [...reading.skeleton.text.matchAll(/(?:^|[\n;；])\s*(?=[^\n;；]{0,12}◆)/gu)].map((match) => {
    const at = match.index + match[0].length;
    return { from: at, nameAt: at };
  });
  return ofDifferentCustomers(reading, directory, starts) ? starts : null;
}

/** Clauses that each begin with another customer and each tell something of it. */
function clauseStarts(reading: Reading, directory: NameDirectory): Start[] | null {
  const [first, ...rest] = reading.clauses;
  if (first === undefined) return null;
  const clauses = [opened(first), ...rest];
  const from = clauses.findIndex(({ text }) => /[◆◇]/u.test(text));
  const heads = clauses.filter(({ text }) => /^(?:◷\s?)?◆/u.test(withoutJoint(text)));
  if (heads.length < 2 || heads[0] !== clauses[from]) return null;
  // Behind words that announce a report anything said of a customer is news of it: 跑了三家:芯澜谈细节,海禾没人在.
  const announced = clauses[0] !== first || COUNTED.test(first.text);
  if (!heads.every((head) => tellsSomething(head, clauses) || (announced && saysMore(head)))) return null;
  const starts = heads.map(({ start, text }) => ({
    from: start,
    nameAt: start + text.length - withoutJoint(text).length,
  }));
  return ofDifferentCustomers(reading, directory, starts) ? starts : null;
}

/** … wants a demo, and Alderbank went quiet: what joins one customer's news to the next is of neither. */
const withoutJoint = (text: string): string =>
  text.replace(/^(?:and|but|while|whereas|plus|meanwhile|另外|还有|同时|而)(?:[\s,，]+|(?=[◆◷]))/u, '');

/** The first clause without the words that open the report. */
function opened(clause: Clause): Clause {
  const opening = OPENING.exec(clause.text)?.[0].length ?? 0;
  return opening === 0 ? clause : { ...clause, start: clause.start + opening, text: clause.text.slice(opening) };
}

const saysMore = ({ text }: Clause): boolean => (text.match(/\p{L}/gu)?.length ?? 0) > 1;

/** Sentences that each begin with somebody of another customer: Priya called back. Dana is waiting for legal. */
function sentenceStarts(reading: Reading, directory: NameDirectory): Start[] | null {
  const { clauses } = reading;
  const firsts = clauses.filter(({ sentence }, at) => sentence !== clauses[at - 1]?.sentence);
  const heads = firsts.filter(({ text }) => /^[◆◇]/u.test(text));
  if (heads.length < 2 || heads[0] !== clauses[0] || !heads.every((head) => tellsSomething(head, clauses))) return null;
  const starts = heads.map(({ start }) => ({ from: start, nameAt: start }));
  // Somebody unknown may well be of the customer spoken of.
  const known = customersAt(reading, directory, starts).every((one) => one !== null && !one.startsWith('?'));
  return known && ofDifferentCustomers(reading, directory, starts) ? starts : null;
}

function tellsSomething(head: Clause, clauses: readonly Clause[]): boolean {
  const next = clauses[clauses.indexOf(head) + 1];
  const own = withoutJoint(head.text);
  const text = own.trim() === '◆' && next ? own + next.text : own;
  return !/也在|也来|一起|同行|陪同|as well|too$/iu.test(text) && TELLS.some((cue) => cue.test(text));
}

function ofDifferentCustomers(reading: Reading, directory: NameDirectory, starts: readonly Start[]): boolean {
  const names = customersAt(reading, directory, starts);
  return names.length >= 2 && names.every((name) => name !== null) && new Set(names).size === names.length;
}

/** The customer whose name, or whose person's, stands at each start; `?…` where it is not known which. */
function customersAt(
  { skeleton, people }: Reading,
  directory: NameDirectory,
  starts: readonly Start[],
): (string | null)[] {
  return starts.map(({ nameAt }) => {
    for (let at = nameAt; at < nameAt + 14; at++) {
      const token = skeleton.at.get(at);
      if (token?.kind === 'account')
        return people.companies.find(({ span }) => span[0] === token.span[0])?.id ?? `?${token.span[0]}`;
      if (token?.kind === 'person')
        return companyOf(people.contacts[token.contact]?.name, directory) ?? `?${token.span[0]}`;
    }
    return null;
  });
}

/** Whose person somebody is; null for who could be several or is nobody one knows. */
function companyOf(person: string | null | undefined, directory: NameDirectory): string | null {
  if (person == null) return null;
  const known = directory.find(person, [], {}).find(({ kind }) => kind === 'contact')?.candidates ?? [];
  return known.length === 1 ? (known[0]?.accountId ?? null) : null;
}

/** Where in the text the first name stands. */
function nameBehind(reading: Reading, first: Start | undefined): number {
  const from = first?.from ?? 0;
  return textAt(reading, from + (/[◆◇]/u.exec(reading.skeleton.text.slice(from))?.index ?? 0));
}

function textAt({ skeleton }: Reading, at: number): number {
  return skeleton.offsets[at] ?? skeleton.offsets.at(-1) ?? 0;
}

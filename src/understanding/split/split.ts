import { type Clause, cutClauses } from '../intent/clauses.ts';
import { type Reading, readMessage } from '../intent/reading.ts';
import { CONTACT_CUES } from '../intent/words/contact-words.ts';
import { STAGE_CUES } from '../intent/words/stage-words.ts';
import { PLEDGE, REQUEST } from '../intent/words/step-words.ts';
import type { NameDirectory } from '../name-directory.ts';
import type { Span } from '../text/normal-text.ts';
import type { MessageInput } from '../understanding.ts';

/** One customer's part of a message; `understand` is given `{ ...input, text: part.text }`. */
export interface MessagePart {
  text: string;
  /** Where the part stands in the message. */
  span: Span;
}

/** A list mark right before a name: "1腾云", "2) Alderbank", "③海拓", "3新客户北辰". */
const MARK =
  /(?:^|(?<=[\s,，。;；:：、]))(?:[(（]?\d{1,2}\s*[)）、.:：]?|[①②③④⑤⑥⑦⑧⑨]|[-*•])\s*(?=(?:新客户|new (?:client|customer)\s+)?[◆◇])/gu;
const TELLS = [
  ...Object.values(CONTACT_CUES),
  ...Object.values(STAGE_CUES),
  REQUEST,
  PLEDGE,
  /[◷¤]|再看|再说|没预算|暂停|later|on hold|paused/u,
];

/**
 * The parts of a message that speaks of several customers one after the other, in order; the whole message as the
 * one part otherwise. A second company inside one event (a partner, a rival) is no split.
 */
export function split(input: MessageInput, directory: NameDirectory): MessagePart[] {
  const reading = readMessage(input, directory);
  const starts = markedStarts(reading) ?? lineStarts(reading) ?? clauseStarts(reading);
  const listed = listedParts(input, directory);
  if (listed && listed.length > (starts?.length ?? 0)) return listed;
  if (!starts) return [{ text: input.text, span: [0, input.text.length] }];
  return starts.map(({ from, nameAt }, index) => {
    const next = starts[index + 1]?.from ?? reading.skeleton.text.length;
    const [start, end] = reading.normal.toOriginal([
      textAt(reading, index === 0 && nameAt === from ? 0 : nameAt),
      textAt(reading, next),
    ]);
    const raw = input.text.slice(start, end);
    const text = raw.replace(/^[\s,，。;；、]+|[\s,，;；、]+$/gu, '');
    const at = start + raw.indexOf(text);
    return { text, span: [at, at + text.length] };
  });
}

/** A list mark at the head of a line or behind a blank or a stop, before a word. */
const LIST_MARK =
  /(?:^|(?<=[\s,，。;；]))(?:[(（]?\d{1,2}[)）.、:：]\s*|\d{1,2}(?=\p{Script=Han})|[①②③④⑤⑥⑦⑧⑨]\s*|[-*•]\s+)(?=[\p{L}])|(?:\n|[;；])\s*(?=\p{L})/gu;
/** A list of more is no note. */
const MOST_PARTS = 12;

/** The parts of a list whose every item, read by itself, names another customer, known or not. */
function listedParts(input: MessageInput, directory: NameDirectory): MessagePart[] | null {
  const marks = [...input.text.matchAll(LIST_MARK)];
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

function markedStarts(reading: Reading): Start[] | null {
  const starts = [...reading.skeleton.text.matchAll(MARK)].map((match) => ({
    from: match.index,
    nameAt: match.index + match[0].length,
  }));
  return ofDifferentCustomers(reading, starts) ? starts : null;
}

function lineStarts(reading: Reading): Start[] | null {
  const starts = [...reading.skeleton.text.matchAll(/(?:^|[\n;；])\s*(?=[^\n;；]{0,12}◆)/gu)].map((match) => {
    const at = match.index + match[0].length;
    return { from: at, nameAt: at };
  });
  return ofDifferentCustomers(reading, starts) ? starts : null;
}

/** Clauses that each begin with another customer and each tell something of it. */
function clauseStarts(reading: Reading): Start[] | null {
  const clauses = cutClauses(reading.skeleton, reading.lang);
  const heads = clauses.filter(({ text }) => /^◆/u.test(text));
  if (heads.length < 2 || heads[0] !== clauses[0]) return null;
  if (!heads.every((head) => tellsSomething(head, clauses))) return null;
  const starts = heads.map(({ start }) => ({ from: start, nameAt: start }));
  return ofDifferentCustomers(reading, starts) ? starts : null;
}

function tellsSomething(head: Clause, clauses: readonly Clause[]): boolean {
  const next = clauses[clauses.indexOf(head) + 1];
  const text = head.text.trim() === '◆' && next ? head.text + next.text : head.text;
  return !/也在|也来|一起|同行|陪同|as well|too$/iu.test(text) && TELLS.some((cue) => cue.test(text));
}

function ofDifferentCustomers({ skeleton, people }: Reading, starts: readonly Start[]): boolean {
  const names = starts.map(({ nameAt }) => {
    for (let at = nameAt; at < nameAt + 14; at++) {
      const token = skeleton.at.get(at);
      if (token?.kind === 'account')
        return people.companies.find(({ span }) => span[0] === token.span[0])?.id ?? `?${token.span[0]}`;
      if (token?.kind === 'person') return people.contacts[token.contact]?.id ?? `?${token.span[0]}`;
    }
    return null;
  });
  return names.length >= 2 && names.every((name) => name !== null) && new Set(names).size === names.length;
}

function textAt({ skeleton }: Reading, at: number): number {
  return skeleton.offsets[at] ?? skeleton.offsets.at(-1) ?? 0;
}

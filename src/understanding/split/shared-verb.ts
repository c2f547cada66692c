import { type Reading, readMessage } from '../intent/reading.ts';
import type { NameDirectory } from '../name-directory.ts';
import type { Span } from '../text/normal-text.ts';
import { dayAhead } from './day-ahead.ts';
import type { MessagePart } from './message-part.ts';
import {
  BEFORE_EACH,
  COUNTED_AHEAD,
  COUNTED_BEHIND,
  EACH,
  HOUSE,
  JOINT,
  LISTED,
  NAME,
  OF_EACH,
  ONE_EVENT,
  VERB,
  WHEN,
  WHO_AND_WHEN,
} from './shared-verb-words.ts';

/** One customer of such a message; all spans are in the normal text. */
interface Visit {
  /** Its day and verb, up to its name; those of the one before where it has none of its own. */
  ahead: Span;
  hasOwnVerb: boolean;
  /** One goes to customers; who is met or called may be one of their people. */
  going: boolean;
  name: Span;
  when: Span;
  /** What else is told of it. */
  behind: Span;
}

interface Round {
  visits: Visit[];
  /** The day said with their number: three customers today: … */
  when: Span;
  counted: boolean;
}

/**
 * The parts of a message whose customers have one verb of being in touch in common, or one each: visited A today and
 * B yesterday, 上午去了A,下午去了B, 今天见了A、B、C三家. Null where it tells of one customer, or of one event with several.
 */
export function sharedVerbParts(reading: Reading, directory: NameDirectory): MessagePart[] | null {
  const masked = maskedText(reading);
  const round = ONE_EVENT.test(masked) ? null : roundIn(masked);
  if (round === null || round.visits.length < 2 || !areCustomers(reading, masked, round)) return null;
  const parts = round.visits.map((visit, at) => partOf(reading, masked, round, visit, at));
  const customers = round.visits.map(({ name }, at) => {
    const { account } = readMessage({ ...reading.input, text: parts[at]?.text ?? '' }, directory).people;
    const isItself =
      isKnown(masked, name) || account?.mention === reading.text.slice(...name).replace(/^\S+ (?:at|from|of) /u, '');
    return account !== null && isItself ? (account.id ?? account.mention) : null;
  });
  return customers.every((one) => one !== null) && new Set(customers).size === customers.length ? parts : null;
}

function maskedText({ text, dates, people }: Reading): string {
  const masked = text.replace(/[◷◆◈]/gu, '·').split('');
  const cover = (found: readonly { span: Span }[], glyph: string) => {
    for (const { span } of found) masked.fill(glyph, ...span);
  };
  cover(dates, '◷');
  cover(
    people.companies.filter(({ by }) => by !== 'unknown'),
    '◆',
  );
  cover(people.colleagues, '◈');
  return masked.join('');
}

const isKnown = (masked: string, name: Span): boolean => masked.slice(...name).includes('◆');

const spanOf = (pattern: RegExp, masked: string, at: number): Span => [
  at,
  at + (pattern.exec(masked.slice(at))?.[0].length ?? 0),
];

const isEmpty = ([from, to]: Span): boolean => from === to;

function roundIn(masked: string): Round | null {
  const first = verbAt(masked, 0) ?? noVerb(masked);
  const ahead = COUNTED_AHEAD.exec(masked.slice(first.ahead[1]));
  const from = first.ahead[1] + (ahead?.[0].length ?? 0);
  const said = ahead?.groups?.when ?? '';
  const saidAt = first.ahead[1] + (ahead?.[0].indexOf(said) ?? 0);
  const visits: Visit[] = [];
  let visit = visitAt(masked, from, first);
  while (visit !== null) {
    visits.push(visit);
    const next = nextVisit(masked, visit) ?? laterVisit(masked, visit);
    if (next !== null) visit.behind = [visit.behind[0], next.from];
    visit = next?.visit ?? null;
  }
  const last = visits.at(-1);
  if (last === undefined) return null;
  const counted = spanOf(COUNTED_BEHIND, masked, last.behind[0]);
  const each = spanOf(OF_EACH, masked, counted[1]);
  if (isEmpty(each) && !visits.some(({ hasOwnVerb }) => hasOwnVerb)) return null;
  last.behind = [each[1], masked.length];
  return { visits, when: [saidAt, saidAt + said.length], counted: ahead !== null || !isEmpty(counted) };
}

/** 腾云和海拓都签了, Alderbank and Tern Island both signed: what each did stands behind them. */
const noVerb = (masked: string): Verb => ({
  ahead: [0, spanOf(BEFORE_EACH, masked, 0)[1]],
  hasOwnVerb: false,
  going: false,
});

type Verb = Pick<Visit, 'ahead' | 'hasOwnVerb' | 'going'>;

function verbAt(masked: string, at: number): Verb | null {
  const [, from] = spanOf(WHO_AND_WHEN, masked, at);
  const verb = VERB.exec(masked.slice(from));
  return verb && { ahead: [at, from + verb[0].length], hasOwnVerb: true, going: verb.groups?.going !== undefined };
}

function visitAt(masked: string, at: number, verb: Verb): Visit | null {
  const name = spanOf(NAME, masked, at);
  if (isEmpty(name)) return null;
  const when = spanOf(WHEN, masked, name[1]);
  return { ...verb, name, when, behind: [when[1], when[1]] };
}

interface Next {
  visit: Visit;
  /** Where what joins it to the one before begins. */
  from: number;
}

/** The customer told right behind this one, with a verb of its own or without. */
function nextVisit(masked: string, { behind: [from], ...verb }: Visit): Next | null {
  const joint = spanOf(JOINT, masked, from);
  const isJoined = !isEmpty(joint) || masked[from] === '◷';
  if (!isJoined) return null;
  const own = verbAt(masked, joint[1]);
  if (own) {
    const visit = visitAt(masked, own.ahead[1], own);
    return visit && { visit, from };
  }
  const visit = isEmpty(joint) ? null : visitAt(masked, joint[1], { ...verb, hasOwnVerb: false });
  const isInList = visit !== null && (!isEmpty(visit.when) || LISTED.test(masked.slice(visit.name[1])));
  // 拜访了◆,对方想要样品: what stands behind a comma is a sentence of its own, unless it can only be a name.
  const isClause = /[,，;；]/u.test(masked.slice(...joint)) && /\p{Script=Han}/u.test(masked[joint[1]] ?? '');
  return isInList && !isClause ? { visit, from } : null;
}

/** A customer one knows, behind what is told of this one. */
function laterVisit(masked: string, { behind: [from] }: Visit): Next | null {
  for (const { index } of masked.slice(from).matchAll(/[,，;；。.!！\n]\s*|\s(?=(?:and|then)\s)/gu)) {
    const at = from + index;
    const start = spanOf(/^[,，;；。.!！\s]*(?:(?:and|then|然后|又|再)\s*)*/u, masked, at)[1];
    const own = verbAt(masked, start);
    const visit = own && visitAt(masked, own.ahead[1], own);
    if (visit && isKnown(masked, visit.name)) return { visit, from: at };
  }
  return null;
}

/** Whether who stands in a customer's place may be one: Barton and Sons are one together, and so may Barton and Oakes be. */
function areCustomers({ people }: Reading, masked: string, { visits, counted }: Round): boolean {
  const isList = counted || EACH.test(masked) || visits.filter(({ hasOwnVerb }) => !hasOwnVerb).length > 1;
  return visits.every(({ name, going, hasOwnVerb, when, ahead }, at) => {
    const before = visits[at - 1];
    const words = masked.slice(...name);
    if (before === undefined || isKnown(masked, name)) return true;
    if (/\p{Script=Han}/u.test(words))
      return !people.contacts.some(({ spans }) => spans.some(([from]) => from === name[0]));
    if (HOUSE.test(words)) return false;
    if (hasOwnVerb) return going || !isEmpty(when) || masked.slice(...ahead).includes('◷');
    if (isList) return true;
    return isKnown(masked, before.name) ? going || !isEmpty(when) : !isEmpty(before.when) && (going || !isEmpty(when));
  });
}

function partOf(
  reading: Reading,
  masked: string,
  { visits, when, counted }: Round,
  visit: Visit,
  at: number,
): MessagePart {
  const words = (span: Span) => reading.input.text.slice(...reading.normal.toOriginal(span));
  const firstVerb = visits[0]?.ahead[1] ?? 0;
  const day = at > 0 && visit.hasOwnVerb ? dayAhead(reading, firstVerb, [visit.ahead[0], visit.when[1]]) : null;
  const isUnknownOfCounted = counted && !isKnown(masked, visit.name) && /\p{Script=Han}/u.test(words(visit.name));
  const said = [
    day === null ? '' : `${day} `,
    words(visit.ahead),
    words(visit.name),
    isUnknownOfCounted ? '这家' : '',
    words(isEmpty(visit.when) ? whenOf(visits, at, when) : visit.when),
    ...(at < visits.length - 1 ? [words(visit.behind)] : []),
    ...restOf(reading, masked, visits, at).map(words),
  ].join('');
  return {
    text: said.replace(/^[\s,，;；、]+|[\s,，;；、]+$/gu, ''),
    span: reading.normal.toOriginal([visit.name[0], visit.behind[1]]),
  };
}

/** Visited A and B yesterday: the day of those that have none is that of the next who has one, or of the one before. */
function whenOf(visits: readonly Visit[], at: number, ofAll: Span): Span {
  const from = Math.max(
    visits.findLastIndex(({ hasOwnVerb }, index) => hasOwnVerb && index <= at),
    0,
  );
  const behind = visits.findIndex(({ hasOwnVerb }, index) => hasOwnVerb && index > at);
  const fellows = visits.slice(from, behind < 0 ? visits.length : behind);
  const others = [...fellows.slice(at - from + 1), ...fellows.slice(0, at - from).reverse()];
  return others.find(({ when }) => !isEmpty(when))?.when ?? ofAll;
}

/** What is told behind the last name: of whom it names, of all of them, of the last one where it is a sum or only its own. */
function restOf(reading: Reading, masked: string, visits: readonly Visit[], at: number): Span[] {
  const last = visits.at(-1);
  if (last === undefined) return [];
  const rest = masked.slice(...last.behind);
  const isLastsOwn =
    visits.slice(1).some(({ hasOwnVerb }) => hasOwnVerb) ||
    /^(?:的|'s)/u.test(rest) ||
    reading.sums.some(({ span }) => span[0] >= last.behind[0]);
  let of = isLastsOwn && !EACH.test(rest) ? visits.length - 1 : null;
  const own: Span[] = [];
  for (const match of rest.matchAll(/[^,，;；。.!！]*[,，;；。.!！]*/gu)) {
    const from = last.behind[0] + match.index;
    const clause = reading.text.slice(from, from + match[0].length);
    const named = visits.findIndex(({ name }) => clause.includes(reading.text.slice(...name)));
    if (named >= 0) of = named;
    if (match[0] !== '' && (of === null || of === at)) own.push([from, from + match[0].length]);
  }
  return own;
}

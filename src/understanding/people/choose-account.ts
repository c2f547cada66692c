import type { NameHit } from '../name-directory.ts';
import type { Span } from '../text/normal-text.ts';
import { quick } from '../text/quick-pattern.ts';
import type { AccountReference, Candidate, MessageContext } from '../understanding.ts';
import type { PersonMention } from './person-mention.ts';
import type { UnknownName } from './unknown-name.ts';
import { TOWNS } from './words/company-words.ts';

/** The account that the message is about; a tie is broken by the people named, then by what the sender spoke of lately. */
export function chooseAccount(
  text: string,
  named: readonly NameHit[],
  unknown: readonly UnknownName[],
  people: readonly PersonMention[],
  context: MessageContext,
): (AccountReference & { span: Span }) | null {
  const companies = named.length > 1 ? named.filter((hit) => !isMetBeside(text, hit, named[0])) : named;
  const ofPeople = new Set(people.flatMap((person) => person.candidates.map(({ accountId }) => accountId)));
  const supported = (hit: NameHit) => hit.candidates.filter(({ id }) => ofPeople.has(id));
  const hit = companies.find((one) => supported(one).length > 0) ?? companies[0];
  const filed = unknown.find(({ kind, announced }) => kind === 'account' && announced);
  if (filed && (!hit || filed.span[0] < hit.span[0])) return unknownAccount(text, filed.span);
  if (!hit) {
    const span = unknown.find((name) => name.kind === 'account' && !isOfTheirs(text.slice(...name.span), people))?.span;
    if (span && (ANNOUNCED.test(text.slice(0, span[0])) || people.some((person) => belongs(text, person.span, span))))
      return unknownAccount(text, span);
    if (people.some((person) => person.candidates.length === 1 && !person.weak && person.colleague === null))
      return null;
    return span ? unknownAccount(text, span) : null;
  }
  const lately = [context.repliedTo?.accountId, ...(context.recentAccounts ?? [])];
  const narrowed =
    hit.candidates.length === 1
      ? hit.candidates
      : supported(hit).length === 1
        ? supported(hit)
        : latest(hit.candidates, lately);
  const only = narrowed.length === 1 && !isNewBesides(text, hit) ? narrowed[0] : undefined;
  const span = withoutTown(text, hit.span);
  return {
    mention: text.slice(...span),
    name: only?.name ?? null,
    id: only?.id ?? null,
    candidates: only ? [] : hit.candidates,
    span,
  };
}

/** 楚天胡院长, where the one 胡院长 is of 武汉楚天骨科医院: no other company than theirs. */
const isOfTheirs = (name: string, people: readonly PersonMention[]): boolean =>
  people.some(({ candidates: [who, another] }) => another === undefined && who?.accountName.includes(name) === true);

/** 新线索:佳禾食品, where a 海禾食品 is known: what is filed as new may well be another one. */
const isNewBesides = (text: string, { by, span }: NameHit): boolean =>
  (by === 'typo' || by === 'sound') && ANNOUNCED.test(text.slice(0, span[0]));

/** 拜访了◆,碰到另一家的人也在: who was there too is not whom it was about. */
function isMetBeside(text: string, hit: NameHit, first: NameHit | undefined): boolean {
  if (first === undefined || hit.span[0] <= first.span[0]) return false;
  const [between, behind] = [text.slice(first.span[1], hit.span[0]), text.slice(hit.span[1])];
  return (
    /[,，。;；.][^,，。;；.]{0,8}(?:碰到|碰见|遇到|遇见|ran into|bumped into)了?\s*$/iu.test(between) ||
    /^[^,，。;；]{0,12}也[在来到]/u.test(behind)
  );
}

/** 新线索:…, new lead: … */
const ANNOUNCED = quick(
  /(?:新|录入?|加|建|来了?|收到)[^,，。]{0,6}(?:线索|客户|潜客|公司|询盘|咨询)[^。]{0,6}$|(?:new|add|log|create|inbound|got a) (?:[a-z]+ ){0,3}(?:lead|account|customer|client|company|prospect)[^.]{0,12}$/iu,
);

function unknownAccount(text: string, span: Span): AccountReference & { span: Span } {
  return { mention: text.slice(...span), name: null, id: null, candidates: [], span };
}

/** Whether the words say that this person is of that company: Priya at Skyharbor, 金石的程总. */
function belongs(text: string, person: Span, company: Span): boolean {
  return company[0] >= person[1]
    ? /^\s*,?\s*(?:at|from|of|over at|@|with)\s+(?:the\s+)?$/iu.test(text.slice(person[1], company[0]))
    : /^(?:的|那边的?|'s\s+|\s+)?$/u.test(text.slice(company[1], person[0]));
}

function latest(candidates: readonly Candidate[], lately: readonly (string | undefined)[]): readonly Candidate[] {
  const id = lately.find((one) => candidates.some((candidate) => candidate.id === one));
  return id === undefined ? candidates : candidates.filter((candidate) => candidate.id === id);
}

function withoutTown(text: string, [start, end]: Span): Span {
  const town = TOWNS.find((one) => text.startsWith(one, start) && end - start >= one.length + 2);
  return town ? [start + town.length, end] : [start, end];
}

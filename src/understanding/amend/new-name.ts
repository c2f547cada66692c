import { cue } from '../intent/glyphs.ts';
import type { Reading } from '../intent/reading.ts';
import type { Token } from '../intent/skeleton.ts';
import { STAGE_NAMES } from '../intent/words/deal-words.ts';
import { LATIN_LEGAL, LATIN_TRADES, TRADES } from '../people/words/company-words.ts';
import { NEVER_NAMES } from '../people/words/english-words.ts';
import { GIVEN_NAMES } from '../people/words/given-names.ts';
import type { PreviousPerson, PreviousRecord } from './previous-record.ts';
import type { Sides } from './sides.ts';

/** A name that a correction puts in the place of another, and that nobody knows yet. */
export interface NewName {
  words: string;
  /** `either`: the words do not tell. */
  kind: 'account' | 'contact' | 'either';
}

const CUSTOMER = cue({
  zh: `客户|公司|单位|[记归挂算放](?:到|在|给)`,
  en: `customer|client|account|company|(?:put|file|move|log|record|book) (?:it|that|this) (?:under|to|for|against)`,
});
const CONTACT = cue({ zh: `联系人|对接人|跟我聊的|接电话的`, en: `contact|person|with` });

/** What comes before a name that corrects one; nothing stands between it and the end. */
const ZH =
  /^(?:.*(?:[改换写]成|[改换]为|是|[记归挂算放](?:到|在|给)|叫|[>》→:：]|[错对混]了?[,，\s]))?\s*([\p{Script=Han}A-Za-z0-9&·()]{2,20}?)(?:那边|这边|名下|上面?|的)?[\s。.,!，吧了啊哈]*$/u;
const EN =
  /^(?:.*(?:[,.;:>→]|(?<![a-z])(?:was|is|it's|that's|me?ant?|for|to|with|at|under|against|about|up|be|been|say|actually|no|wait|sorry|oops|but|by|customer|client|company|account|contact|person)(?![a-z])|\s-|[-–])\s*)?(?:the\s+)?([\p{L}][\p{L}\p{M}\d&.'-]*(?: [\p{L}&][\p{L}\p{M}\d&.'-]*){0,3})[\s.,;!]*$/iu;
const IS_PHRASE = /[的了吗呢吧么我你他她它们这那没不是就再还也想]|客户|公司$|联系|电话|拜访|金额|时间/u;
const ENDS_AS_COMPANY = new RegExp(`(?:${TRADES.join('|')}|公司|集团|厂|店|院|所|中心)$`, 'u');
/** That was X: what it all was about, not a word of it. */
const THAT_WAS = /(?<![a-z])(?:that|this|it)(?:'s| was| is)(?![a-z])/u;
const CAPITAL = /^\p{Lu}/u;

/** The unknown name that takes the place of the record's customer or of its person; null where none does. */
export function newNameIn(previous: PreviousRecord, reading: Reading, sides: Sides): NewName | null {
  const words = ((reading.lang === 'zh' ? ZH.exec(sides.words) : null) ?? EN.exec(sides.words))?.[1]?.trim();
  if (words === undefined || !isFree(previous, reading, reading.text.lastIndexOf(words), words.length)) return null;
  const { text: said } = reading.skeleton;
  const named = CUSTOMER.test(said) ? 'account' : CONTACT.test(said) ? 'contact' : null;
  const wrong = kindOfWrong(previous, reading, sides);
  const kind = wrong ?? named;
  if (/\p{Script=Han}/u.test(words)) return chineseName(words, kind);
  const isPlain = words.split(' ').every((one) => NEVER_NAMES.has(one.toLowerCase().replace(/'s$/u, '')));
  if (isPlain || isStage(words) || !(CAPITAL.test(words) || wrong !== null)) return null;
  if (isCompany(words)) return { words, kind: 'account' };
  if (kind !== null) return { words, kind };
  if (previous.contacts.length === 0 && THAT_WAS.test(said)) return { words, kind: 'account' };
  return { words, kind: GIVEN_NAMES.has(words.split(' ')[0]?.toLowerCase() ?? '') ? 'contact' : 'either' };
}

function chineseName(words: string, kind: 'account' | 'contact' | null): NewName | null {
  if (ENDS_AS_COMPANY.test(words) && !IS_PHRASE.test(words.slice(0, -2))) return { words, kind: 'account' };
  return kind === null || IS_PHRASE.test(words) ? null : { words, kind };
}

/** Whether the words that are wrong are the record's customer or its person. */
function kindOfWrong(
  { account, contacts }: PreviousRecord,
  { people }: Reading,
  { wrong, isWrong }: Sides,
): 'account' | 'contact' | null {
  const stands = ({ name, mention }: Pick<PreviousPerson, 'name' | 'mention'>) =>
    [name, mention].some((words) => words !== undefined && wrong.toLowerCase().includes(words.toLowerCase()));
  const isNamed = people.companies.some(({ id, span }) => id !== null && id === account?.id && isWrong(span[0]));
  if (account !== null && (isNamed || stands(account))) return 'account';
  return contacts.some(stands) ? 'contact' : null;
}

/** Whether nothing that is known stands there; what only looks like the record's own customer is another. */
function isFree({ account }: PreviousRecord, { skeleton, people }: Reading, from: number, length: number): boolean {
  const isSlip = (token: Token) =>
    token.kind === 'account' &&
    people.companies.some(
      ({ span, id, by }) => span[0] === token.span[0] && (by === 'typo' || by === 'sound') && id === account?.id,
    );
  return [...skeleton.at.values()].every(
    (token) => token.span[1] <= from || token.span[0] >= from + length || isSlip(token),
  );
}

const isStage = (words: string): boolean => Object.values(STAGE_NAMES).some((stage) => stage.test(words.toLowerCase()));

function isCompany(name: string): boolean {
  const last = name.toLowerCase().replace(/\.$/u, '').split(' ').at(-1) ?? '';
  return LATIN_LEGAL.has(last) || LATIN_TRADES.has(last) || name.includes('&');
}

import type { Span } from '../text/normal-text.ts';
import { type QuickPattern, quick } from '../text/quick-pattern.ts';
import {
  ANNOUNCED,
  ASKED,
  CARD_HEAD,
  CARD_LINE,
  COMPANION,
  DOING,
  FILED,
  HEADED,
  IN_A_HURRY,
  INBOUND,
  INTRODUCED,
  MIXED_COMPANION,
  MIXED_COMPANY,
  MIXED_PERSON,
  OWNED,
  PLACE,
  REACHED_AT,
  RELATED,
  SEQUENCE,
  SPEAKER,
  TIPPED,
  TITLED,
} from './unknown-latin-slots.ts';
import type { UnknownName } from './unknown-name.ts';
import { LATIN_LEGAL, LATIN_TRADES } from './words/company-words.ts';
import { NAMES_THAT_ARE_WORDS, NEVER_NAMES } from './words/english-words.ts';
import { GIVEN_NAMES } from './words/given-names.ts';

const CAPITAL = /\p{Lu}/u;

/** Capitalised words where a company or a person must stand. */
export function unknownLatinNames(text: string, accountKnown: boolean): UnknownName[] {
  if (!CAPITAL.test(text)) return inHurry(text);
  const names = inHurry(text);
  names.push(...givenNames(text));
  for (const span of spansOf(text, ANNOUNCED)) names.push(...announced(text, span));
  for (const pattern of [INBOUND, TIPPED])
    for (const span of spansOf(text, pattern)) names.push(...announced(text, span));
  for (const pattern of [CARD_HEAD, FILED, PLACE, MIXED_COMPANY])
    for (const span of spansOf(text, pattern))
      if (!MEAL_AT_THE.test(text.slice(0, span[0]))) names.push({ kind: 'account', span });
  for (const pattern of [INTRODUCED, REACHED_AT, TITLED, RELATED])
    for (const span of spansOf(text, pattern)) names.push({ kind: labelledKind(text, span), span });
  for (const span of spansOf(text, HEADED)) if (isHeading(text.slice(...span))) names.push({ kind: 'account', span });
  for (const span of spansOf(text, MIXED_PERSON)) names.push({ kind: 'contact', span });
  names.push(...onCard(text));
  for (const pattern of [COMPANION, SPEAKER, OWNED, DOING, ASKED, MIXED_COMPANION])
    for (const span of spansOf(text, pattern)) names.push({ kind: kindOf(text, span, accountKnown), span });
  return names.flatMap((name) => (name.kind === 'contact' ? eachOf(text, name) : [name]));
}

/** Lunch with Priya at the Ritz: where one ate is nobody's company. */
const MEAL_AT_THE =
  /(?<!\p{L})(?:lunch|dinner|supper|breakfast|brunch|drinks|coffee|tea)(?!\p{L})[^.,;!?\n]{0,30} at the\s$/iu;

/** Martin and Sue are two. */
function eachOf(text: string, { kind, span: [start, end] }: UnknownName): UnknownName[] {
  const [, first, joint, second] = /^(\S+)(\s+(?:and|&)\s+)(\S.*)$/u.exec(text.slice(start, end)) ?? [];
  if (first === undefined || joint === undefined || second === undefined) return [{ kind, span: [start, end] }];
  return [
    { kind, span: [start, start + first.length] },
    { kind, span: [end - second.length, end] },
  ];
}

/** What a heading says of the message itself is no name: Action Items: …, Meeting Notes: … */
const LABEL =
  /^(?:action|agenda|attendees|background|details|items|minutes|notes|outcome|participants|points|priority|result|results|status|steps|subject|summary|topic)$/iu;
const isHeading = (name: string): boolean => {
  const words = name.split(/\s+/u);
  return (
    !words.some((word) => LABEL.test(word)) &&
    (words.length > 1 || isCompany(name)) &&
    !GIVEN_NAMES.has((words[0] ?? '').toLowerCase())
  );
};

/** People who are many: the guys at greyfield. */
const SEVERAL = /^(?:guys|folks|people|team|lads|crew|chaps|ladies|girls|boys)$/u;
/** Where anybody may be: no company. */
const ANYWHERE =
  /^(?:work|site|reception|support|home|school|church|head|hq|headquarters|home|lunch|noon|least|last|present|once|both|about|around|other|another|yesterday|today)$/u;

/** Names without a capital, where both the person and the company stand in their places. */
function inHurry(text: string): UnknownName[] {
  return IN_A_HURRY.matchAll(text).flatMap(({ index, 0: whole, 1: who = '', 2: place = '' }): UnknownName[] => {
    const isPerson = GIVEN_NAMES.has(who);
    if (!(isPerson || SEVERAL.test(who)) || isEveryday(place) || ANYWHERE.test(place)) return [];
    const at = index + whole.length - place.length;
    const company: UnknownName = { kind: 'account', span: [at, at + place.length] };
    return isPerson ? [company, { kind: 'contact', span: [index, index + who.length] }] : [company];
  });
}

function labelledKind(text: string, span: Span): UnknownName['kind'] {
  return isCompany(text.slice(...span)) ? 'account' : 'contact';
}

/** The lines of a card; right below the name stands the office, unless it is a company. */
function onCard(text: string): UnknownName[] {
  const lines = spansOf(text, CARD_LINE).map((span): UnknownName => ({ kind: labelledKind(text, span), span }));
  return lines.filter(({ kind, span }, index) => {
    const above = lines[index - 1];
    return kind === 'account' || above?.kind !== 'contact' || /\n\s*\n/u.test(text.slice(above.span[1], span[0]));
  });
}

/**
 * Company or person, for a capitalised name that nothing labels: by its own words, by the pronoun that takes it up,
 * by being a given name; any other is rather a company, unless the company is known already.
 */
function kindOf(text: string, [start, end]: Span, accountKnown: boolean): UnknownName['kind'] {
  const name = text.slice(start, end);
  if (isCompany(name)) return 'account';
  const tokens = name.split(/\s+/);
  if (GIVEN_NAMES.has((tokens[0] ?? '').toLowerCase())) return 'contact';
  const after = text.slice(end, end + 60);
  if (OWN_PEOPLE.test(after)) return 'account';
  if (AT_COMPANY.test(after)) return 'contact';
  const pronoun = PRONOUN.exec(after)?.[1]?.toLowerCase();
  if (pronoun !== undefined) return /^s?h/.test(pronoun) ? 'contact' : 'account';
  return accountKnown ? 'contact' : 'account';
}

const PRONOUN = /^[^.!?\n]{0,40}?[\s,.;-]+(she|he|his|her|they|they're|their|them|it|its)\b/iu;
const OWN_PEOPLE =
  /^(?:'s? (?:new )?(?:team|folks|guys|people|procurement|legal|finance|office|plant|warehouse|portal|delivery|order|board|unit)| (?:team|folks|guys|people|crew))\b/iu;
const AT_COMPANY = /^,? (?:from|at|of|over at) (?:the )?\p{Lu}/u;

/** "Orrin Falk, Falk Timber": a person, then the company; one name alone is the company. */
function announced(text: string, span: Span): UnknownName[] {
  const next = COMMA_NAME.exec(text.slice(span[1]));
  const company = next?.[1];
  if (isCompany(text.slice(...span)) || company === undefined || !isCompany(company))
    return [{ kind: 'account', span, announced: true }];
  const start = span[1] + (next?.[0].indexOf(company) ?? 0);
  return [
    { kind: 'account', span: [start, start + company.length], announced: true },
    { kind: 'contact', span },
  ];
}

/** Given names at the head of a sentence, before a verb: Lars was happy. */
function givenNames(text: string): UnknownName[] {
  return [...HEAD_WORD.matchAll(text)].flatMap((match): UnknownName[] => {
    const name = match[1] ?? '';
    if (!GIVEN_NAMES.has(name.toLowerCase()) || NAMES_THAT_ARE_WORDS.has(name.toLowerCase())) return [];
    const start = match.index + match[0].length - name.length;
    return [{ kind: 'contact', span: [start, start + name.length] }];
  });
}

const HEAD_WORD = quick(/(?:^|[.!?;\n]\s*)(\p{Lu}\p{Ll}+)(?=(?:'s)?\s+[a-z])/gu);

const COMMA_NAME = new RegExp(`^\\s*(?:,|at|from|of|@)\\s*(${SEQUENCE})`, 'u');

function spansOf(text: string, pattern: QuickPattern): Span[] {
  const spans: Span[] = [];
  for (const match of pattern.matchAll(text)) {
    const words = match[1] ?? match[2] ?? match[3] ?? '';
    const span = trimmed(text, words, match.index + match[0].lastIndexOf(words));
    if (span) spans.push(span);
  }
  return spans;
}

/** Ashby's office, Aviva's project: of Ashby, of Aviva. */
const THEIR_PLACE =
  /^ (?:new )?(?:office|place|site|factory|plant|warehouse|shop|store|yard|premises|showroom|hq|project|deal|contract|order|board|team|people|budget|tender|bid|account|invoice|renewal)/u;
const EVENT =
  /^\s+(?:seminar|webinar|gala|congress|symposium|meetup|roadshow|awards|festival|dinner|lunch|breakfast|party|ball|golf|tournament|workshop|training|open day|trade|exhibition|symposium|fair|expo|show|conference|summit|plan|edition|tier|package|version|licen[cs]es?|module|integration|subscription|airport|station|event|forum|convention|trade)/iu;
/** The German client, a Dutch prospect. */
const NATION =
  /^(?:american|asian|australian|austrian|belgian|brazilian|british|canadian|chinese|czech|danish|dutch|english|european|finnish|french|german|greek|indian|irish|israeli|italian|japanese|korean|mexican|norwegian|polish|portuguese|russian|scottish|spanish|swedish|swiss|thai|turkish|uk|us|vietnamese|welsh)$/iu;
const JOB = /\b(?:director|manager|officer|engineer|head of|president|assistant|analyst|coordinator)$/iu;

/** The triggers ignore letter case, names do not. */
const CAPITALISED = new RegExp(`^${SEQUENCE}`, 'u');

/** Without everyday words at either end; null when nothing is left. */
function trimmed(text: string, words: string, start: number): Span | null {
  let from = 0;
  let name = CAPITALISED.exec(words)?.[0] ?? '';
  for (;;) {
    const first = /^(\S+)\s+/.exec(name);
    if (!first || !isEveryday(first[1] ?? '')) break;
    from += first[0].length;
    name = name.slice(first[0].length);
  }
  for (;;) {
    const last = /\s+(\S+)$/.exec(name);
    if (!last || !isEveryday(last[1] ?? '')) break;
    name = name.slice(0, -last[0].length);
  }
  const behind = text.slice(start + from + name.length);
  if (THEIR_PLACE.test(behind)) name = name.replace(/'s$/u, '');
  if (EVENT.test(behind) || JOB.test(words) || NATION.test(name)) return null;
  if (name.length < 2 || isEveryday(name) || !/^\p{Lu}/u.test(name)) return null;
  return [start + from, start + from + name.length];
}

function isEveryday(word: string): boolean {
  return NEVER_NAMES.has(word.toLowerCase().replace(/'s$/, ''));
}

function isCompany(name: string): boolean {
  const last = name.toLowerCase().replace(/\.$/, '').split(/\s+/).at(-1) ?? '';
  return (
    LATIN_LEGAL.has(last) || LATIN_TRADES.has(last) || LATIN_TRADES.has(last.replace(/s$/, '')) || name.includes('&')
  );
}

import type { NameHit } from '../name-directory.ts';
import type { Span } from '../text/normal-text.ts';
import type { Candidate, MessageContext } from '../understanding.ts';
import { COMMON_SURNAMES, type Honorific } from './honorifics.ts';
import { SpanIndex } from './span-index.ts';
import { NEVER_NAMES } from './words/english-words.ts';
import { GIVEN_NAMES } from './words/given-names.ts';

/** Words that mean a person, before it is settled which one. */
export interface PersonMention {
  span: Span;
  mention: string;
  candidates: Candidate[];
  honorific: Honorific | null;
  /** Fits a short form or a slip only: weak evidence. */
  weak: boolean;
  colleague: string | null;
}

/** Known people and those addressed by family name, each place once. */
export function mentionsOfPeople(
  text: string,
  hits: readonly NameHit[],
  honorifics: readonly Honorific[],
): PersonMention[] {
  const people = new Map<number, PersonMention>();
  const addressed = new SpanIndex(honorifics);
  const named = new SpanIndex(hits);
  for (const hit of hits) {
    if (hit.kind === 'account') continue;
    const honorific = addressed.find(hit.span);
    const there = people.get(hit.span[0]);
    const colleague = hit.kind === 'user' && hit.candidates.length === 1 ? (hit.candidates[0]?.name ?? null) : null;
    if (there) {
      there.colleague ??= colleague;
      if (hit.kind === 'contact') there.candidates = hit.candidates;
      continue;
    }
    const weak = hit.by === 'short' || hit.by === 'sound' || hit.by === 'typo';
    people.set(hit.span[0], {
      span: hit.span,
      mention: hit.mention,
      candidates: hit.kind === 'contact' ? hit.candidates : [],
      honorific,
      weak,
      colleague,
    });
  }
  for (const honorific of honorifics) {
    const [start, end] = honorific.span;
    if (named.meets(honorific.span)) continue;
    people.set(start, {
      span: honorific.span,
      mention: text.slice(start, end),
      candidates: [],
      honorific,
      weak: true,
      colleague: null,
    });
  }
  return [...people.values()];
}

/**
 * Of a person whom several accounts have, the one of the message replied to; those of accounts spoken of lately are
 * offered first, for that alone is no reason not to ask.
 */
export function narrowedByRecent(
  people: readonly PersonMention[],
  companies: readonly NameHit[],
  { repliedTo, recentAccounts = [], spokenOf }: MessageContext,
): PersonMention[] {
  if (companies.length > 0) return [...people];
  return people.map((person) => {
    if (person.candidates.length < 2) return person;
    const ofReplied = person.candidates.filter(({ accountId }) => accountId === repliedTo?.accountId);
    if (ofReplied.length === 1) return { ...person, candidates: ofReplied };
    const ofTalk = person.candidates.filter(({ accountId }) => accountId === spokenOf?.accountId);
    if (ofTalk.length === 1 && spokenOf?.people.includes(person.mention)) return { ...person, candidates: ofTalk };
    const place = ({ accountId }: Candidate) => recentAccounts.indexOf(accountId) + 1 || recentAccounts.length + 1;
    return { ...person, candidates: [...person.candidates].sort((a, b) => place(a) - place(b)) };
  });
}

/** Who writes is no contact, though a contact may bear the same name. */
export function isSender(hits: readonly NameHit[], span: Span, { sender }: MessageContext): boolean {
  return (
    sender !== undefined &&
    hits.some(
      (hit) =>
        hit.kind === 'user' &&
        hit.span[0] === span[0] &&
        hit.candidates.some(({ id, name }) => id === sender || name === sender),
    )
  );
}

/** Lionel Achterberg, Eleanor Tully-Webb: the surname of somebody known, borne by another. */
export function isNamesake(
  text: string,
  { span: [start, end], mention, candidates, honorific }: PersonMention,
): boolean {
  if (candidates.length === 0 || honorific !== null || !/^\p{Lu}\p{Ll}+$/u.test(mention)) return false;
  if (!candidates.every(({ name }) => name.endsWith(` ${mention}`) || name.endsWith(`-${mention}`))) return false;
  const before = GIVEN_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_GIVEN), start));
  const given = before?.[2] ?? '';
  if (given === '' || candidates.some(({ name }) => name.includes(given)) || NEVER_NAMES.has(given.toLowerCase()))
    return false;
  return before?.[1] === '' || GIVEN_NAMES.has(given.toLowerCase()) || /^-\p{Lu}/u.test(text.slice(end));
}

/** 叫刘建国, where a 王建国 is known: the given name behind another surname is somebody new. */
export function withOwnSurname(text: string, person: PersonMention): PersonMention {
  const { span, mention, candidates, honorific } = person;
  const surname = candidates.length > 0 && honorific === null ? SURNAMED.exec(text.slice(0, span[0]))?.[1] : undefined;
  const isAnother = ({ name }: Candidate) => name.endsWith(mention) && name !== mention && name !== surname + mention;
  if (surname === undefined || !candidates.every(isAnother)) return person;
  return newPerson(text, [span[0] - surname.length, span[1]]);
}

const SURNAMED = new RegExp(`(?:^|[\\s,，。:：;；、叫是找跟与给约见由换成的])([${COMMON_SURNAMES}])$`, 'u');

/** The word before, and in front of it what opens a sentence, where every word has a capital. */
const GIVEN_BEFORE = /(^|[.!?\n]\s*|(?<=[\s:,(–-]))(\p{Lu}\p{Ll}+) $/u;
const LONGEST_GIVEN = 24;

export function newPerson(text: string, span: Span): PersonMention {
  return { span, mention: text.slice(...span), candidates: [], honorific: null, weak: false, colleague: null };
}

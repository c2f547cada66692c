import { type Atom, type Reading, wordAt } from './atom.ts';
import { isChineseName, isChineseTitle } from './chinese-name.ts';

const CHINESE = /[\u4e00-\u9fff]/;
const ABBREVIATED = /^(?:thu|tue|sep|sept|oct|nov|feb|jul|jan|jun|mar|apr|dec|mon|sun|sat|wed|fri)$/;
/** Mr. Friday, Ms April. */
const TITLE_BEFORE = /\b(?:mr|mrs|ms|miss|madam|sir|lady|lord)\.?\s+$/i;
/** Friday Ltd: what is registered is no day. */
const FIRM_BEHIND = /^,?\s+(?:Ltd|Limited|Inc|LLC|LLP|Corp|Corporation|plc|PLC|GmbH|Holdings)\b/;
/** Tuesday Morning is a retailer: what is said to be a thing or somebody. */
const DEFINED_BEHIND =
  /^(?:\s+[A-Z][\w'’]+){0,2}\s+(?:is|was)\s+(?:a|an|the|our|her|his|my|their)\s+(?:[\w-]+\s+){0,2}(?:brand|company|firm|band|song|album|film|movie|show|series|book|novel|poem|shop|store|retailer|restaurant|bar|caf[eé]|designer|client|customer|character|detective|singer|actor|actress|author|magazine|newspaper|app|tool|product|perfume|rapper|agency|startup)(?=\s*(?:$|[.,;!?]|(?:in|from|of|based|on|that|who|with|and|for|by)\b))/;
const BEFORE_DATE =
  /^(?:on|by|in|this|next|last|until|till|from|since|before|after|every|each|for|to|through|thru|of|late|early|mid|and|or|@|-|\/|,|\()$/;
const IDENTIFIED = /^(?:team|group|project|codename|version|release|file|table|column|class)$/;

/** An expression of time by its form alone: part of an address, a greeting, or the name of somebody, a place or a thing. */
export function isNoDate(reading: Reading, atom: Atom): boolean {
  const { text, tokens } = reading;
  const start = tokens[atom.from]?.start ?? 0;
  const end = tokens[atom.to - 1]?.end ?? 0;
  if (isInAddress(text, start, end)) return true;
  if (isGreeting(reading, atom, start)) return true;
  const plain =
    atom.clock === undefined && atom.until === undefined && atom.part === undefined && atom.recurrence === undefined;
  const chinese = CHINESE.test(text.charAt(start));
  if (atom.until === undefined && atom.to - atom.from <= 4)
    if (chinese ? isChineseTitle(text, end) : isLatinTitle(reading, atom, start, end)) return true;
  if (!plain || atom.to - atom.from > 3) return false;
  return chinese ? isChineseName(reading, atom, start, end) : isLatinName(reading, atom);
}

/** fan.may5@example.com, file_2026: part of an address or an identifier. */
function isInAddress(text: string, start: number, end: number): boolean {
  if (text.charAt(end) === '@' || /[@_]/.test(text.charAt(start - 1))) return true;
  return /[a-z]\.$/i.test(text.slice(Math.max(0, start - 2), start)) && /[a-z]/i.test(text.charAt(start));
}

/** A lone English morning or night is a greeting or an idiom more often than a time; 下午 alone is one. */
function isGreeting({ text, vague, tokens }: Reading, atom: Atom, start: number): boolean {
  if (atom.part === undefined || atom.day !== undefined || atom.clock !== undefined) return false;
  if (CHINESE.test(text.charAt(start)) || atom.to - atom.from > 1) return false;
  return !(vague && /^(?:by|until|till|before|after|the|since)$/.test(tokens[atom.from - 1]?.text ?? ''));
}

/** Thu Nguyen, Sep Vanmarcke: an abbreviation that no word for a date stands by, before another name. */
function isLatinName(reading: Reading, atom: Atom): boolean {
  if (atom.to - atom.from !== 1 || reading.tokens[atom.from]?.number !== null) return false;
  const word = wordAt(reading, atom.from);
  const before = wordAt(reading, atom.from - 1);
  const next = reading.tokens[atom.to];
  if (IDENTIFIED.test(wordAt(reading, atom.to)) && before === 'the') return true;
  if (!ABBREVIATED.test(word) || BEFORE_DATE.test(before) || next === undefined || !next.spaced) return false;
  const name = reading.text.slice(next.start, next.end);
  return (
    /^[A-Z][a-z]+$/.test(name) &&
    next.meaning === null &&
    /[A-Z]/.test(reading.text.charAt(reading.tokens[atom.from]?.start ?? 0))
  );
}

/** A name by the title before it, the legal form behind it, or what it is said to be. */
function isLatinTitle({ text }: Reading, atom: Atom, start: number, end: number): boolean {
  if (atom.day === undefined) return false;
  const behind = text.slice(end, end + 70);
  return (
    TITLE_BEFORE.test(text.slice(Math.max(0, start - 8), start)) ||
    FIRM_BEHIND.test(behind) ||
    DEFINED_BEHIND.test(behind)
  );
}

import type { DateMention } from '../dates/date-mention.ts';
import type { MoneyMention } from '../money/find-money.ts';
import type { PeopleRead } from '../people/read-people.ts';
import { mandarin } from '../text/cantonese.ts';
import type { Span } from '../text/normal-text.ts';
import type { Found } from './contact-lines.ts';
import { GLYPH, TYPED_GLYPHS } from './glyphs.ts';

/** The text with a glyph for every expression, in lower case. */
export interface Skeleton {
  text: string;
  /** Text offset of each position, and of the end. */
  offsets: number[];
  /** What each glyph stands for, by its position. */
  at: Map<number, Token>;
}

export type Token =
  | { kind: 'day'; span: Span; day: DateMention }
  | { kind: 'sum'; span: Span; sum: MoneyMention }
  | { kind: 'account'; span: Span }
  | { kind: 'person'; span: Span; contact: number }
  | { kind: 'colleague'; span: Span; name: string }
  | { kind: 'phone'; span: Span; value: string }
  | { kind: 'email'; span: Span; value: string };

/** What was read from a text before its words are looked at. */
export interface Expressions {
  dates: readonly DateMention[];
  sums: readonly MoneyMention[];
  phones: readonly Found[];
  emails: readonly Found[];
  people: PeopleRead;
}

/** The text in lower case and in the words of Mandarin, with a glyph for every expression that was read. */
export function skeletonOf(text: string, read: Expressions): Skeleton {
  const tokens = tokensOf(read).sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const skeleton: Skeleton = { text: '', offsets: [], at: new Map() };
  let done = 0;
  const copy = (to: number) => {
    const plain = lower(text.slice(done, to)).replace(TYPED_GLYPHS, '·');
    for (let at = 0; at < plain.length; at++) skeleton.offsets.push(done + at);
    skeleton.text += plain;
  };
  for (const token of tokens) {
    if (token.span[0] < done) continue;
    copy(token.span[0]);
    skeleton.at.set(skeleton.text.length, token);
    skeleton.offsets.push(token.span[0]);
    skeleton.text += GLYPH[token.kind];
    done = token.span[1];
  }
  copy(text.length);
  skeleton.offsets.push(text.length);
  const tight = withoutTypographicBlanks(text, skeleton);
  return { ...tight, text: mandarin(tight.text) };
}

const HAN = /\p{Script=Han}/u;
const LATIN_LETTER = /\p{Script=Latin}/u;
/** What these leave open is a figure: 给到 15w, 定 12/8. */
const BINDING = /[到定在于至约给报成为是共价]/u;

/** In Chinese text the blank around a Latin word is a matter of type: 建个 deal is one phrase, and 跟 Lumina 的 Vicky. */
function withoutTypographicBlanks(text: string, { text: plain, offsets, at }: Skeleton): Skeleton {
  if (!HAN.test(text) || !/[A-Za-z\d]/u.test(text)) return { text: plain, offsets, at };
  const tight: Skeleton = { text: '', offsets: [], at: new Map() };
  for (let place = 0; place < plain.length; place++) {
    const start = offsets[place] ?? 0;
    if (plain[place] === ' ' && isTypographic(text[start - 1] ?? '', text[start + 1] ?? '')) continue;
    const token = at.get(place);
    if (token) tight.at.set(tight.text.length, token);
    tight.offsets.push(start);
    tight.text += plain[place];
  }
  tight.offsets.push(offsets.at(-1) ?? 0);
  return tight;
}

function isTypographic(left: string, right: string): boolean {
  return (
    (HAN.test(left) && LATIN_LETTER.test(right)) ||
    (LATIN_LETTER.test(left) && HAN.test(right)) ||
    (BINDING.test(left) && /[\d$€£¥]/u.test(right))
  );
}

function tokensOf({ dates, sums, phones, emails, people }: Expressions): Token[] {
  return [
    ...people.contacts.flatMap(({ spans }, contact): Token[] =>
      spans.map((span) => ({ kind: 'person', span, contact })),
    ),
    ...people.companies.map(({ span }): Token => ({ kind: 'account', span })),
    ...people.colleagues.map(({ span, name }): Token => ({ kind: 'colleague', span, name })),
    ...dates.filter(({ kind }) => kind !== 'duration').map((day): Token => ({ kind: 'day', span: day.span, day })),
    ...sums.map((sum): Token => ({ kind: 'sum', span: sum.span, sum })),
    ...phones.map((phone): Token => ({ kind: 'phone', ...phone })),
    ...emails.map((email): Token => ({ kind: 'email', ...email })),
  ];
}

/** Lower case of the same length: the few letters that grow stay as they are. */
function lower(text: string): string {
  const low = text.toLowerCase();
  return low.length === text.length
    ? low
    : [...text].map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join('');
}

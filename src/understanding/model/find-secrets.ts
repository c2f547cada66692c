import { readMessage } from '../intent/reading.ts';
import type { NameDirectory, NameHit } from '../name-directory.ts';
import type { Span } from '../text/normal-text.ts';
import type { MessageContext, MessageInput } from '../understanding.ts';

/** What stands in a text for something that stays in the house. */
export type Mark = 'ORG' | 'PER' | 'COL' | 'TEL' | 'MAIL' | 'ID';

/** A passage that does not leave the house. Two with one key are the same company, person or number. */
export interface Secret {
  span: Span;
  mark: Mark;
  key: string;
}

const MARK_OF: Record<NameHit['kind'], Mark> = { account: 'ORG', contact: 'PER', user: 'COL' };

/** Addresses, handles and numbers that name somebody or something. A group, where there is one, is the secret part. */
const IDENTIFIERS: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)[^\s，。；、）)]+/giu,
  /@[\p{Script=Latin}\d_][\p{Script=Latin}\d_.-]+/gu,
  /(?:微信号?|企微|vx|wx|qq|wechat|weixin|whatsapp|telegram|skype|line)\s?(?:id|号|号码)?\s?(?:[:：是]|is)?\s?([\p{Script=Latin}\d_][\p{Script=Latin}\d_.-]{4,})/giu,
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z\d]{5,6}(?![A-Z\d])/gu,
  /(?<![\p{Script=Latin}\d_/#-])(?:[\p{Script=Latin}\d][\p{Script=Latin}\d_/#-]*)?\d[\p{Script=Latin}\d_/#-]*\d(?:[ -]\d{3,})*/gu,
];
const CAPITAL_WORD = /(?<![\p{Script=Latin}\d])\p{Lu}[\p{Script=Latin}]{1,30}(?![\p{Script=Latin}\d])/gu;
/** A number with so many digits names something, unless it is a day or a sum. */
const TELLING_DIGITS = 5;
/** With so many it may be a phone number that a sum was typed up against; a sum is read here anyway. */
const SURELY_DIGITS = 9;

/**
 * Every name, number and address of a message, known or not: whoever may see them in the house, none leaves it. Spans
 * are in the message's own text, in order, without overlap.
 */
export function findSecrets(input: MessageInput, directory: NameDirectory): Secret[] {
  const { sees: _everyone, ...context } = input.context ?? {};
  const reading = readMessage({ ...input, context }, directory);
  const { text, normal, people } = reading;
  const words = (span: Span) => text.slice(...span).toLowerCase();
  const told = [...reading.dates, ...reading.sums].map(({ span }) => span);
  const found: Secret[] = [
    ...reading.emails.map(({ span }): Secret => ({ span, mark: 'MAIL', key: words(span) })),
    ...reading.phones.map(({ span, value }): Secret => ({ span, mark: 'TEL', key: value })),
    ...people.contacts.flatMap(({ spans, id, mention }) =>
      spans.map((span): Secret => ({ span, mark: 'PER', key: id ?? mention })),
    ),
    ...people.companies.map(({ span, id }): Secret => ({ span, mark: 'ORG', key: id ?? words(span) })),
    ...people.colleagues.map(({ span, name }): Secret => ({ span, mark: 'COL', key: name })),
    ...directory
      .find(text, [], context)
      .filter(({ by, span }) => by === 'name' || by === 'alias' || by === 'taught' || isApart(span, told))
      .map(
        ({ span, kind, candidates }): Secret => ({
          span,
          mark: MARK_OF[kind],
          key: candidates[0]?.id ?? words(span),
        }),
      ),
    ...capitalNames(text, directory, context),
    ...identifiers(text).filter(({ span }) => isApart(span, told) || digitsIn(words(span)) >= SURELY_DIGITS),
  ];
  const named = withoutOverlap(found);
  return withoutOverlap([...named, ...echoes(text, named)]).map(({ span, ...rest }) => ({
    ...rest,
    span: normal.toOriginal(span),
  }));
}

/** "Will call again": a name that is an everyday word too is no name to the reader of notes, but it leaves the house no less. */
function capitalNames(text: string, directory: NameDirectory, context: MessageContext): Secret[] {
  return [...text.matchAll(CAPITAL_WORD)].flatMap(({ 0: word, index }) => {
    const [hit] = directory.find(`: ${word},`, [], context);
    const whole = hit !== undefined && hit.mention === word && (hit.by === 'name' || hit.by === 'alias');
    const key = hit?.candidates[0]?.id ?? word;
    return whole ? [{ span: [index, index + word.length] as const, mark: MARK_OF[hit.kind], key }] : [];
  });
}

function identifiers(text: string): Secret[] {
  return IDENTIFIERS.flatMap((pattern, index) =>
    [...text.matchAll(pattern)].flatMap((match): Secret[] => {
      const value = match[1] ?? match[0];
      if (index === IDENTIFIERS.length - 1 && digitsIn(value) < TELLING_DIGITS) return [];
      const start = match.index + match[0].length - value.length;
      return [{ span: [start, start + value.length], mark: 'ID', key: value.toLowerCase() }];
    }),
  );
}

const digitsIn = (words: string): number => words.replace(/\D/g, '').length;

/** The same words, or one word of a Latin name, at other places of the text, where the rules did not take them for a name. */
function echoes(text: string, named: readonly Secret[]): Secret[] {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  const words = new Map<string, Omit<Secret, 'span'>>();
  for (const { span, mark, key } of named) {
    const name = lower.slice(...span);
    for (const part of [name, ...(mark === 'PER' || mark === 'COL' ? name.split(/[\s·]+/u) : [])])
      if (part.length >= 2 && !words.has(part)) words.set(part, { mark, key });
  }
  return [...words].flatMap(([word, secret]) => {
    const places: Secret[] = [];
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      const span: Span = [at, at + word.length];
      if (!cutsWord(lower, span)) places.push({ ...secret, span });
    }
    return places;
  });
}

/** A span that begins or ends inside a Latin word or a number. */
const cutsWord = (text: string, [start, end]: Span): boolean =>
  /[\p{Script=Latin}\d]{2}/u.test(text.slice(start - 1, start + 1)) ||
  /[\p{Script=Latin}\d]{2}/u.test(text.slice(end - 1, end + 1));

const isApart = (span: Span, from: readonly Span[]): boolean =>
  !from.some(([start, end]) => span[0] < end && span[1] > start);

/** In order of the text; what overlaps becomes one, under the mark of the first. */
function withoutOverlap(secrets: readonly Secret[]): Secret[] {
  const kept: Secret[] = [];
  for (const secret of [...secrets].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    const last = kept.at(-1);
    if (last === undefined || last.span[1] <= secret.span[0]) kept.push(secret);
    else if (last.span[1] < secret.span[1]) kept[kept.length - 1] = { ...last, span: [last.span[0], secret.span[1]] };
  }
  return kept;
}

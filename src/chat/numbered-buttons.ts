import type { Message } from './message.ts';

/** The buttons that were last shown to a reader as numbered lines: the first one's number is 1. */
export interface NumberedButtons {
  ids: string[];
  at: Date;
  /** So many of the first are the choices of a question, which was asked then. */
  question?: { choices: number; at: Date };
}

/** How long a bare number presses the button that was shown under it. */
const NUMBERS_MS = 10 * 60_000;
const HAN_DIGITS = '一二三四五六七八九';

/**
 * The numbers once a message is shown, and that of its own first button: a number answers the question that was asked, so
 * for as long as it presses anything the buttons of later messages have numbers of their own.
 */
export function numberedAfter(
  shown: NumberedButtons | null,
  { buttons = [], asks }: Pick<Message, 'buttons' | 'asks'>,
  at: Date,
): { shown: NumberedButtons | null; first: number } {
  if (buttons.length === 0) return { shown, first: 1 };
  const ids = buttons.map(({ id }) => id);
  if (asks) return { shown: { ids, at, question: { choices: ids.length, at } }, first: 1 };
  const question = shown?.question !== undefined && isFresh(shown.question, at) ? shown.question : null;
  const kept = question === null ? [] : (shown?.ids ?? []).slice(0, question.choices);
  const now = { ids: [...kept, ...ids], at, ...(question === null ? {} : { question }) };
  return { shown: now, first: kept.length + 1 };
}

const isFresh = (one: { at: Date }, at: Date): boolean => at.getTime() - one.at.getTime() <= NUMBERS_MS;

/** The button that words of a bare number (2, ２, 2., 二) press at an instant; undefined where they are words. */
export function pressedByNumber(text: string, shown: NumberedButtons | null, at: Date): string | undefined {
  if (shown === null || !isFresh(shown, at)) return undefined;
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/[.、。]$/u, '');
  const number = /^[1-9]$/.test(bare) ? Number(bare) : bare.length === 1 ? HAN_DIGITS.indexOf(bare) + 1 : 0;
  return shown.ids[number - 1];
}

import type { Locale } from '../chat/texts.ts';
import { clip, dotted, fitted, soft } from '../chat/width.ts';
import { ruleTexts } from './texts.ts';

const MOST_ROWS = 4;
/** Columns of a name in a list's head, which also says how many there are. */
const NAME_WIDTH = 20;

/** What is told of one customer, in at most four rows of a bubble: its state and name, then what there is to say. */
export const reminderText = (state: string, customer: string, lines: readonly string[]): string =>
  fitted([dotted([state, soft(customer)]), ...lines.flatMap((line) => line.split('\n'))], MOST_ROWS).join('\n');

/** The first line of a list: its state, the first customer, and how many there are. */
export function listHead(state: string, customer: string, count: number, locale: Locale): string {
  const texts = ruleTexts(locale);
  return texts.headed(state, texts.more(clip(customer, NAME_WIDTH), count));
}

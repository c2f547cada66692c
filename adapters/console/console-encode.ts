import type { Reply } from '../../src/chat/chat-adapter.ts';
import { degradeTable, withSparkline } from '../../src/chat/degrade.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { widthOf } from '../../src/chat/width.ts';
import { consoleTexts } from './console-texts.ts';

/** A reply as lines for a terminal; its buttons carry the numbers that press them, from `first` on. */
export function encodeForConsole({ message: given, replaces }: Reply, locale: Locale, first = 1): string {
  const message = withSparkline(given);
  const { text, card, table, footer, buttons } = message;
  const shown = degradeTable(message, { aligned: fitsTerminal, words: () => true });
  const beneath = footer?.split('\n') ?? [];
  const body = card
    ? [card.title, ...card.rows.map(({ label, value }) => `  ${label}  ${value}`), ...beneath]
    : shown.as === 'aligned'
      ? [table?.title ?? '', ...shown.text.split('\n'), ...beneath]
      : text.split('\n');
  const lines = replaces === undefined ? body : [consoleTexts(locale).updated, ...body];
  if (buttons?.length) lines.push(buttons.map(({ label }, at) => `[${at + first}] ${label}`).join('  '));
  return `${lines.map(printable).join('\n')}\n`;
}

const COLUMNS = 100;
const fitsTerminal = (text: string): boolean => text.split('\n').every((line) => widthOf(line) <= COLUMNS);

/** One line without the signs that steer a terminal: what somebody typed into a note must not move a reader's cursor. */
const printable = (line: string): string => line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');

import type { types } from '@slack/bolt';
import type { Card, Message, MessageButton } from '../../src/chat/message.ts';
import { clip, escapeText, splitText } from './slack-text.ts';

/** Slack's limits, in its own characters (docs.slack.dev: Block Kit reference). The sum is where Slack was seen to refuse. */
export const LIMITS = {
  section: 3_000,
  field: 2_000,
  fields: 10,
  header: 150,
  button: 75,
  buttonValue: 2_000,
  buttons: 25,
  blocks: 50,
  sum: 12_000,
} as const;

/** One message as Slack takes it; `text` is for notifications and for readers of the screen. */
export interface SlackContent {
  text: string;
  blocks: types.KnownBlock[];
}

/** What a button's action id begins with; a message may not have the same one twice. */
export const PRESS = 'press:';

/**
 * A message in Slack's shape: one, or several where the text is longer than Slack shows in one. Every text is a
 * `plain_text` object with its entities escaped: whatever a person once typed is no mention, link or markup here.
 */
export function encodeMessage(message: Message): SlackContent[] {
  const buttons = actions(message.buttons ?? []);
  const card = message.card === undefined ? null : cardBlocks(message.card);
  if (card !== null && card.length + buttons.length <= LIMITS.blocks) {
    const text = clip(message.text || (message.card?.title ?? ''), LIMITS.section);
    return [{ text, blocks: [...card, ...buttons] }];
  }
  const pieces = splitText(message.text.trim() === '' ? '…' : message.text, LIMITS.section);
  return pieces.map((text, at) => ({
    text,
    blocks: [{ type: 'section', text: shown(text) }, ...(at === pieces.length - 1 ? buttons : [])],
  }));
}

/** One section of a longer page: its card, or its first line above the others. No buttons. */
export function encodeSection({ text, card }: Message): types.KnownBlock[] {
  const shownCard = card === undefined ? null : cardBlocks(card);
  if (shownCard !== null) return shownCard;
  const [first = '', ...rest] = text.split('\n');
  const below = splitText(rest.join('\n'), LIMITS.section).filter((piece) => piece !== '');
  return [
    { type: 'header', text: shown(clip(first, LIMITS.header) || '…') },
    ...below.map((piece): types.KnownBlock => ({ type: 'section', text: shown(piece) })),
  ];
}

/** `text` is escaped already. */
const shown = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: true });

/** A card as header and two columns; null where Slack would not take it, and the text says the same. */
function cardBlocks({ title, rows }: Card): types.KnownBlock[] | null {
  const columns = rows.map(({ label, value }) => [escapeText(label) || ' ', escapeText(value) || ' ']);
  const sum = columns.flat().reduce((length, text) => length + text.length, LIMITS.header as number);
  if (sum > LIMITS.sum || columns.flat().some((text) => text.length > LIMITS.field)) return null;
  const blocks: types.KnownBlock[] = [{ type: 'header', text: shown(clip(title, LIMITS.header) || ' ') }];
  const perSection = LIMITS.fields / 2;
  for (let at = 0; at < columns.length; at += perSection)
    blocks.push({
      type: 'section',
      fields: columns
        .slice(at, at + perSection)
        .flat()
        .map(shown),
    });
  return blocks;
}

function actions(buttons: readonly MessageButton[]): types.KnownBlock[] {
  const elements = buttons.map(
    ({ id, label }, at): types.Button => ({
      type: 'button',
      action_id: `${PRESS}${at}`,
      text: shown(clip(label, LIMITS.button) || '…'),
      value: id,
    }),
  );
  const blocks: types.KnownBlock[] = [];
  for (let at = 0; at < elements.length; at += LIMITS.buttons)
    blocks.push({ type: 'actions', elements: elements.slice(at, at + LIMITS.buttons) });
  return blocks;
}

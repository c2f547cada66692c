/** What WeCom refuses, with its errcodes, as its documents say (developer.work.weixin.qq.com, 智能机器人). */

export type Body = Record<string, unknown>;

const MARKDOWN_BYTES = 20_480;
const KEY_BYTES = 1_024;

export const CODES = {
  busy: -1,
  kind: 40_008,
  parameter: 40_035,
  long: 45_002,
  chat: 93_006,
  request: 846_605,
  pace: 846_607,
  expired: 846_608,
  subscribed: 846_609,
} as const;

const MINUTE_MS = 60_000;
const PER_MINUTE = 30;

/** Whether one more message of the bot is too much in a chat; `now`: milliseconds. */
export function minuteLimit(now: () => number): (chat: string) => boolean {
  const sent = new Map<string, number[]>();
  return (chat) => {
    const recent = (sent.get(chat) ?? []).filter((at) => now() - at < MINUTE_MS);
    sent.set(chat, recent);
    if (recent.length >= PER_MINUTE) return true;
    recent.push(now());
    return false;
  };
}

const bytes = (value: unknown): number => Buffer.byteLength(String(value ?? ''));

/** Why a message's body is not taken; null where it is. `tasks`: those of earlier cards. */
export function contentRefusal(body: Body, kinds: readonly string[], tasks: ReadonlySet<string>): number | null {
  const kind = String(body.msgtype);
  if (!kinds.includes(kind)) return CODES.kind;
  if (kind === 'markdown') return textRefusal((body.markdown as Body | undefined)?.content);
  if (kind === 'text') return textRefusal((body.text as Body | undefined)?.content);
  if (kind === 'stream') return textRefusal((body.stream as Body | undefined)?.content);
  const card = body.template_card as Body;
  return tasks.has(String(card.task_id)) ? CODES.parameter : cardRefusal(card);
}

const textRefusal = (text: unknown): number | null =>
  text === undefined || text === '' ? CODES.parameter : bytes(text) > MARKDOWN_BYTES ? CODES.long : null;

export function cardRefusal(card: Body): number | null {
  const { card_type, task_id, main_title, horizontal_content_list: rows = [], button_list: buttons = [] } = card;
  if (!/^[0-9A-Za-z_@-]{1,128}$/.test(String(task_id))) return CODES.parameter;
  if (((main_title as Body | undefined)?.title ?? '') === '') return CODES.parameter;
  if ((rows as Body[]).length > 6 || (buttons as Body[]).length > 6) return CODES.parameter;
  if (card_type === 'text_notice') {
    const { type, url } = (card.card_action ?? {}) as Body;
    return type === 1 && url !== undefined ? null : CODES.parameter;
  }
  if (card_type !== 'button_interaction' || (buttons as Body[]).length === 0) return CODES.parameter;
  const keys = (buttons as Body[]).map(({ key }) => String(key));
  const wrong = keys.some((key) => key === '' || bytes(key) > KEY_BYTES) || new Set(keys).size < keys.length;
  return wrong || (buttons as Body[]).some(({ text }) => text === '') ? CODES.parameter : null;
}

/** What a client shows of markdown: backslashes and hard line ends are gone. */
export const rendered = (markdown: string): string =>
  markdown.replaceAll('  \n', '\n').replace(/\\([\\`*_~[\]<>|#.)\-+=])/g, '$1');

/** All that a card shows. */
export function cardText(card: Body): string {
  const rows = (card.horizontal_content_list ?? []) as Body[];
  const buttons = (card.button_list ?? []) as Body[];
  return [
    (card.main_title as Body).title,
    card.sub_title_text,
    ...rows.map(({ keyname, value }) => `${keyname} ${value}`),
    ...buttons.map(({ text }) => `[${text}]`),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

/** A press on the newest of these cards that has such a button; null where none has. */
export function pressOn(
  cards: readonly (Body | undefined)[],
  wanted: (button: { text: unknown; key: unknown }) => boolean,
): Body | null {
  for (const card of cards.toReversed()) {
    const button = ((card?.button_list ?? []) as { text: unknown; key: unknown }[]).find(wanted);
    if (card !== undefined && button !== undefined)
      return { card_type: 'button_interaction', event_key: button.key, task_id: card.task_id };
  }
  return null;
}

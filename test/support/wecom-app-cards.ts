type Card = Record<string, unknown>;

const TEXT_BYTES = 2048;

/** WeCom says no. */
export class Errcode extends Error {
  readonly errcode: number;
  constructor(errcode: number) {
    super(String(errcode));
    this.errcode = errcode;
  }
}

/** What a member sees; anything longer than WeCom shows, which it would cut without a word, is refused here. */
export function contentOf(
  body: Record<string, unknown>,
  uploaded: ReadonlySet<string>,
): { type: string; text: string; task?: string; buttons?: string[] } {
  const type = String(body.msgtype);
  const part = body[type] as Record<string, unknown> | undefined;
  if (type === 'text' || type === 'markdown') {
    const text = String(part?.content ?? '');
    if (text === '' || Buffer.byteLength(text) > TEXT_BYTES) throw new Errcode(45_002);
    return { type, text };
  }
  if (type === 'template_card' && part !== undefined) {
    if (cardFault(part) !== null || !/^[\w@-]{1,128}$/.test(String(part.task_id))) throw new Errcode(40_058);
    const buttons = ((part.button_list ?? []) as Card[]).map(({ key }) => String(key));
    return { type, text: textOfCard(part), task: String(part.task_id), buttons };
  }
  if (type !== 'file' || !uploaded.has(String(part?.media_id))) throw new Errcode(40_007);
  return { type, text: '' };
}

const LIMITS = { title: 26, sub: 112, rows: 6, label: 5, value: 26, buttons: 6, button: 10, keyBytes: 1024 };
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const length = (text: unknown): number => [...graphemes.segment(String(text ?? ''))].length;

/** What is wrong with a card of buttons: too long, too much, or incomplete; null where WeCom would show all of it. */
export function cardFault(card: Card): string | null {
  const buttons = (card.button_list ?? []) as Card[];
  const rows = (card.horizontal_content_list ?? []) as Card[];
  if (card.card_type !== 'button_interaction') return 'card_type';
  const title = (card.main_title as Card | undefined)?.title;
  if (length(title) === 0 || length(title) > LIMITS.title || length(card.sub_title_text) > LIMITS.sub) return 'title';
  if (rows.length > LIMITS.rows) return 'rows';
  if (rows.some(({ keyname, value }) => length(keyname) > LIMITS.label || length(value) > LIMITS.value)) return 'row';
  if (rows.some(({ keyname, value }) => length(keyname) === 0 || length(value) === 0)) return 'row';
  if (buttons.length === 0 || buttons.length > LIMITS.buttons) return 'buttons';
  const isWrong = ({ text, key }: Card) =>
    length(text) === 0 || length(text) > LIMITS.button || !key || Buffer.byteLength(String(key)) > LIMITS.keyBytes;
  return buttons.some(isWrong) ? 'button' : null;
}

/** All that a member reads on a card. */
export function textOfCard(card: Card): string {
  const rows = (card.horizontal_content_list ?? []) as Card[];
  const buttons = (card.button_list ?? []) as Card[];
  return [
    (card.main_title as Card).title,
    card.sub_title_text,
    ...rows.map(({ keyname, value }) => `${keyname} ${value}`),
    ...(card.replace_text === undefined ? buttons.map(({ text }) => `[${text}]`) : [`(${card.replace_text})`]),
  ]
    .filter((line) => line !== undefined && line !== '')
    .join('\n');
}

import type { Reply } from '../../src/chat/chat-adapter.ts';
import { type Message, personOf } from '../../src/chat/message.ts';
import { rowsOf, widthOf } from '../../src/chat/width.ts';

/** What was known when a message was put out. `typed`: all that people have written so far. `askedForAll`: it answers 全部. */
export interface SaidWhen {
  typed: readonly string[];
  askedForAll: boolean;
}

/**
 * What a message breaks of the law of words and shape; nothing where it keeps it. A line is a row of a phone's bubble, 17
 * 汉字 or 34 letters wide, so a line that is longer counts as the rows it fills. Allowed beyond that:
 * - a row of a list or of a report stands for one thing, and may go down to a second row of the bubble; so may each part
 *   of a numbered receipt, where there are at most four;
 * - a manager's morning is a list and a report (what happened, then whom it concerns): eight such lines;
 * - what 全部 was asked for is shown whole.
 */
export function breaches(reply: Reply, when: SaidWhen): string[] {
  const { message, id } = reply;
  const { text } = message;
  const push = id.startsWith('rule:');
  return [
    ...rowFaults(reply, when.askedForAll),
    ...buttonFaults(message),
    ...(push ? pushFaults(reply) : []),
    ...dayFaults(text, when.typed),
    ...wordFaults(message, when.typed),
  ].map((fault) => `${fault}: ${id}\n${text}\n${(message.buttons ?? []).map(({ label }) => `[${label}]`).join('')}`);
}

const MOST = { receipt: 5, question: 2, reminder: 4, rows: 5, report: 8, error: 2 } as const;
const RECEIPT = /^(?:✓|已撤销|已恢复|已改|Undone|Restored|Changed)/u;
/** What came of an import is a report of it: its first line, then the rows left out. */
const IMPORTED = /^✓ (?:已导入|Imported)/u;

function rowFaults({ id, message }: Reply, all: boolean): string[] {
  const { text, table, buttons = [] } = message;
  const lines = text.split('\n');
  const over = (what: string, count: number, most: number) => (count > most ? [`${what} ${count} > ${most}`] : []);
  const tall = (most: number) => lines.flatMap((line) => over('rows of a line', rowsOf(line), most));
  const parts = lines.filter((line) => /^\d+ (?:✓|已)/u.test(line));
  if (parts.length > 0)
    return [...tall(parts.length > 4 ? 1 : 2), ...over('lines beside the parts', lines.length - parts.length, 2)];
  const entries = lines.filter((line) => /^\d+ (?!customer|deal|step|note|row)\S/u.test(line));
  if (all && (entries.length > 0 || table !== undefined || lines.length > MOST.report)) return tall(2);
  if (entries.length > 0 || table !== undefined)
    return [...tall(2), ...over('lines', lines.length, MOST.report), ...over('rows', entries.length, MOST.rows)];
  const rows = rowsOf(text);
  if (id.startsWith('rule:open-questions')) return over('rows', rows, 1 + MOST.rows);
  if (id.startsWith('rule:')) return over('rows of a reminder', rows, MOST.reminder);
  if (RECEIPT.test(text) && !IMPORTED.test(text)) return over('rows of a receipt', rows, MOST.receipt);
  if (lines.length === 1) return over('rows', rows, buttons.length > 0 ? MOST.question : MOST.error);
  return over('rows', rows, MOST.report);
}

/** Three buttons; four where they are the choices of a question. A verb is short; a choice, or whose report comes next, may be a name. */
function buttonFaults({ text, table, buttons = [] }: Message): string[] {
  const asks = /[??]$/u.test(text);
  const labels = buttons.map(({ label }) => label);
  const most = table === undefined ? 4 : 7;
  const wide = labels.filter((label) => (label.match(/\p{Script=Han}/gu) ?? []).length > most || widthOf(label) > 14);
  return [
    ...(labels.length > (asks ? 4 : 3) ? [`${labels.length} buttons`] : []),
    ...(asks || wide.length === 0 ? [] : [`wide labels ${wide.join()}`]),
    ...labels.filter((label) => /^(?:确定|取消|确认|OK|Cancel|Confirm)$/iu.test(label)),
    ...(new Set(labels).size < labels.length ? ['two buttons of one name'] : []),
  ];
}

const AMOUNT = /\d(?:[\d,.]*\d)?[万亿KM]\b|\d[\d,.]*[万亿元]|[$€£¥]\s?\d|(?:US|CN)[$¥]/u;

/** The first twelve characters are state and customer, and no amount is on the lock screen. */
function pushFaults({ message: { text, buttons = [] }, to }: Reply): string[] {
  const [head = ''] = text.split('\n');
  const border = head.indexOf(' · ');
  const stale = /^(?:久未跟进|团队久未跟|Stale|Team)/u.test(head) && personOf(to) !== null;
  return [
    ...(border < 0 || border + 3 >= 12 ? ['state and customer not in the first 12 characters'] : []),
    ...(AMOUNT.test(head) ? ['an amount in the first line of a push'] : []),
    ...(stale && buttons.some(({ label }) => /^(?:完成|Done)$/u.test(label)) ? ['done on a stale deal'] : []),
  ];
}

const MONTHS = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const DAYS: { day: RegExp; whole: RegExp }[] = [
  {
    day: /(?<![\d/.,:])(?:20\d\d\/)?(?:1[0-2]|[1-9])\/(?:3[01]|[12]\d|[1-9])(?![\d/,%]| 家)/gu,
    whole: /^ 周[日一二三四五六]/u,
  },
  { day: /20\d\d(?:-\d\d-\d\d|年\d+月\d+日)/gu, whole: /^[ (]?周[日一二三四五六]/u },
];
const EN_DAY = new RegExp(
  String.raw`(?<!(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) )\b${MONTHS} \d{1,2}\b(?! \((?:solar|lunar))`,
  'gu',
);
/** A day that does not exist has no weekday, nor have those that it may have meant. */
const NO_SUCH_DAY = /没有这一天|no such day|does not exist|There is no/iu;

/** A date always has its weekday; what people wrote themselves is quoted as they wrote it. */
function dayFaults(text: string, typed: readonly string[]): string[] {
  if (NO_SUCH_DAY.test(text)) return [];
  const bare = DAYS.flatMap(({ day, whole }) =>
    [...text.matchAll(day)].flatMap((found) => (whole.test(text.slice(found.index + found[0].length)) ? [] : found[0])),
  );
  const named = [...text.matchAll(EN_DAY)].map(([found]) => found);
  return [...bare, ...named]
    .filter((found) => !typed.some((words) => words.includes(found)))
    .map((found) => `${found} without its weekday`);
}

const NEVER = /抱歉|对不起|不好意思|加油|太棒了|\bsorry\b|apolog|congrat|great job|well done|oops/iu;
const INSIDE = /undefined|\bnull\b|NaN|\[object|\b[0-9a-f]{24}\b|direct:|rule:|\b(?:customer|task|deal|contact)-\d/u;

/** No apology or cheer, no words of the inside, no shares but in a report of them. */
function wordFaults({ text, table, buttons = [] }: Message, typed: readonly string[]): string[] {
  const own = (found: string | undefined) => found !== undefined && !typed.some((words) => words.includes(found));
  const [blame] = NEVER.exec(text) ?? [];
  const [inside] = INSIDE.exec(text) ?? [];
  const [share] = /\d+%/u.exec(text) ?? [];
  return [
    ...(own(blame) ? [`${blame} is said`] : []),
    ...(own(inside) ? [`${inside} is of the inside`] : []),
    ...(table === undefined && own(share) ? [`${share} in what is no report of shares`] : []),
    ...buttons.filter(({ id }) => text.includes(id)).map(() => 'the id of a button'),
  ];
}

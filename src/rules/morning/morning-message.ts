import { maySee } from '../../access/viewer.ts';
import { dayText } from '../../chat/format.ts';
import type { ButtonDraft, MessageDraft } from '../../chat/message.ts';
import { fitted, listRow, type Part, soft } from '../../chat/width.ts';
import { noRateText } from '../../crm/rate/no-rate-text.ts';
import type { Colleagues } from '../colleagues.ts';
import { type DigestItem, needFirst, newsOf, type TeamDigestFacts, weekBefore } from '../decide/team-digest.ts';
import type { DueStore } from '../due-store.ts';
import { type Item, rowsOf, subjectOf } from '../item.ts';
import { type NameBook, openNameBook, type WantedNames } from '../name-book.ts';
import type { Reader } from '../reader.ts';
import { listHead, reminderText } from '../reminder-text.ts';
import { ruleTexts } from '../texts.ts';
import { lastNoteLine, wordsOf } from './item-words.ts';

const ROWS = 5;
const MOST_LINES = 8;
/** A manager's own rows before the team's, where there are both. */
const OWN_ROWS = 3;

/** What a morning's message tells, in order. */
export interface MorningContent {
  items: readonly Item[];
  digest: TeamDigestFacts | null;
}

/** The ids whose names a morning's words need. A single thing is told with the customer's last note. */
export function namesFor({ items, digest }: MorningContent): WantedNames {
  const accounts = [
    ...items.flatMap(({ facts }) => (facts.account === null ? [] : [facts.account])),
    ...(digest?.items ?? []).map(({ account }) => account),
    ...(digest?.news?.won ?? []).map(({ account }) => account),
  ];
  const single = digest === null && rowsOf(items).length === 1;
  return {
    accounts,
    contacts: items.flatMap((item) => (item.rule === 'birthday' ? [item.facts.contact] : [])),
    tasks: items.flatMap((item) => (item.rule === 'step-due' ? [item.facts.task] : [])),
    held: items.flatMap((item) => (item.rule === 'told' ? [item.facts.push] : [])),
    notes: single ? accounts : [],
  };
}

/** The names for several messages at once. */
export async function namesForAll(
  due: DueStore,
  colleagues: Colleagues,
  contents: readonly MorningContent[],
): Promise<NameBook> {
  const wanted = contents.map(namesFor);
  const all = (kind: keyof WantedNames) => wanted.flatMap((one) => one[kind] ?? []);
  return openNameBook(due, colleagues, {
    accounts: all('accounts'),
    contacts: all('contacts'),
    tasks: all('tasks'),
    notes: all('notes'),
    held: all('held'),
  });
}

/** The one merged push of a morning, `set` being the change set that carries it; null when there is nothing to tell. */
export function morningMessage(
  content: MorningContent,
  set: string,
  subject: string,
  reader: Reader,
  book: NameBook,
): MessageDraft | null {
  const texts = ruleTexts(reader.locale);
  const rows = morningRows(content, reader, book);
  const own = rowsOf(content.items);
  const [only] = own;
  const news = content.digest === null ? [] : newsLines(content.digest, reader, book);
  if (rows.length === 1 && only !== undefined && news.length === 0) {
    const words = wordsOf(only, reader, book);
    const note = only.rule === 'told' ? null : lastNoteLine(only.facts.account, reader, book);
    return {
      text: reminderText(words.state, words.customer, [words.detail, ...(note === null ? [] : [note])]),
      buttons: itemButtons(only, set, reader),
    };
  }
  const [first] = rows;
  if (first === undefined) {
    const [head, ...more] = news;
    if (head === undefined) return null;
    const why = { label: texts.why, action: 'reminder.why', args: { set } };
    return { text: [texts.headed(texts.teamNews, head), ...more].join('\n'), buttons: [why] };
  }
  const shown = shownOf(rows, content);
  const state = own.length === 0 ? texts.team : texts.duty;
  const head = listHead(state, first.customer, rows.length, reader.locale);
  const lines = [head, ...news, ...shown.map(({ parts }, index) => listRow(parts, `${index + 1} `))];
  return {
    text: [...lines, ...(lines.length < MOST_LINES ? withoutWeight(content.digest, reader) : [])].join('\n'),
    buttons: [
      ...(rows.length > shown.length ? [{ label: texts.all, action: 'list.all', args: { set } }] : []),
      { label: texts.tomorrow, action: 'reminder.snooze', args: { rule: 'morning', subject, days: 1 } },
      { label: texts.why, action: 'reminder.why', args: { set } },
    ],
  };
}

/** What happened with the team's deals, in one line, and whom they were closed with, as far as the reader may know. */
function newsLines(digest: TeamDigestFacts, { viewer, locale }: Reader, book: NameBook): string[] {
  const news = newsOf(digest);
  if (news === null) return [];
  const texts = ruleTexts(locale);
  const before = weekBefore(digest);
  const won = news.won.flatMap(({ account, owner }) =>
    maySee(viewer, owner) ? (book.customer(viewer, account) ?? []) : [],
  );
  const against = (count: number, known: number | undefined) => texts.against(count, known ?? null);
  const numbers = [
    news.weekly ? texts.lastWeek : texts.sinceYesterday,
    ...(news.won.length > 0 || news.weekly ? [texts.closed(against(news.won.length, before?.won))] : []),
    ...(news.lost > 0 ? [texts.lost(news.lost)] : []),
    ...(news.moved > 0 || news.weekly ? [texts.moved(against(news.moved, before?.moved))] : []),
    ...(news.gaps > 0 ? [texts.gaps(news.gaps)] : []),
  ];
  return [numbers.join(' · '), ...(won.length === 0 ? [] : fitted([texts.closedWith(won)], 2))];
}

/** Once a week: what weighs nothing in the list as long as nobody sets a rate. Whoever has a team may set one. */
function withoutWeight(digest: TeamDigestFacts | null, { locale }: Reader): string[] {
  if (!digest?.news?.weekly) return [];
  const missing = digest.items.flatMap(({ noRate }) => noRate ?? []);
  return noRateText([...new Set(missing)].sort(), locale);
}

/** A row of a list, and what it stands for. */
interface Row {
  customer: string;
  parts: Part[];
  account: string | null;
  /** The step that it is. */
  task: string | null;
}

/** The rows of a morning that its message has room for. */
export function shownOf(rows: readonly Row[], { items }: Pick<MorningContent, 'items'>): Row[] {
  const own = rowsOf(items).length;
  const ownRows = own === rows.length ? ROWS : Math.min(OWN_ROWS, own);
  return [...rows.slice(0, ownRows), ...rows.slice(own)].slice(0, ROWS);
}

/** All rows of a morning that the reader may see: their own, then the team's. */
export function morningRows({ items, digest }: MorningContent, reader: Reader, book: NameBook): Row[] {
  return [
    ...rowsOf(items).map((item) => ({
      ...wordsOf(item, reader, book),
      account: item.facts.account,
      task: item.rule === 'step-due' ? item.facts.task : null,
    })),
    ...(digest === null ? [] : needFirst(digest))
      .filter(({ owner }) => maySee(reader.viewer, owner))
      .map((item) => digestRow(item, reader, book)),
  ];
}

/** A row of a list that tells of other people's customers. */
export function digestRow(item: DigestItem, reader: Reader, book: NameBook): Row {
  const texts = ruleTexts(reader.locale);
  const customer = book.customer(reader.viewer, item.account) ?? texts.someone;
  const state = item.rule === 'stale-deal' ? [] : [texts.important];
  const last = item.never ? texts.neverTouched : texts.lastOn(dayText(item.last, reader.locale, reader.today));
  const parts = [soft(customer), ...state, soft(book.person(item.owner)), last];
  return { customer, parts, account: item.account, task: null };
}

function itemButtons(item: Item, set: string, reader: Reader): ButtonDraft[] {
  const texts = ruleTexts(reader.locale);
  const subject = subjectOf(item);
  const { rule } = item;
  const silent = rule === 'stale-deal' || rule === 'important-account';
  return [
    ...(rule === 'step-due' ? [{ label: texts.done, action: 'reminder.done', args: { task: subject } }] : []),
    silent
      ? { label: texts.logIt, action: 'reminder.log', args: { account: item.facts.account } }
      : { label: texts.tomorrow, action: 'reminder.snooze', args: { rule, subject, days: 1 } },
    ...(rule === 'step-due' || rule === 'told'
      ? []
      : [{ label: texts.pause, action: 'reminder.pause', args: { rule, subject } }]),
    { label: texts.why, action: 'reminder.why', args: { set } },
  ];
}

import { isDeepStrictEqual } from 'node:util';
import { dayText, moneyText, nearDayText } from '../../chat/format.ts';
import type { MessageDraft } from '../../chat/message.ts';
import type { Locale } from '../../chat/texts.ts';
import { dotted, fitted, type Line, soft } from '../../chat/width.ts';
import type { ContactBirthday } from '../contact/contact.ts';
import { type StagePreset, stageLabel } from '../deal/stages.ts';
import { kindLabel } from '../interaction/kind-label.ts';
import { foldedFacts } from './folded-facts.ts';
import type { ReceiptFacts, Step } from './telling.ts';
import { tellingTexts } from './texts.ts';

export interface ReceiptReader {
  locale: Locale;
  /** `YYYY-MM-DD` in the reader's zone. */
  today: string;
  stages: StagePreset;
}

const MOST_LINES = 5;

/**
 * What was written, in at most five rows of a bubble: result, customer, what changed (old→new), next step. `earlier`:
 * what the receipt said before; where not all has room, what is new is what stays.
 */
export function receiptText(
  says: ReceiptFacts,
  reader: ReceiptReader,
  head: 'logged' | 'amended' = 'logged',
  earlier?: ReceiptFacts,
): string {
  const texts = tellingTexts(reader.locale);
  const customer =
    says.customer === null
      ? texts.openCustomer
      : `${says.customer.name}${says.customer.isNew ? ` (${texts.newCustomer})` : ''}`;
  const happened =
    says.interaction === null
      ? []
      : [
          kindLabel(says.interaction.kind, reader.locale),
          ...(says.interaction.day === null ? [] : [nearDayText(says.interaction.day, reader.locale, reader.today)]),
        ];
  const title = dotted([texts[head], soft(customer), ...(says.people ?? []).map(soft), ...happened]);
  const lines = changedLines(says, reader);
  const room = MOST_LINES - 1;
  const shown = lines.length <= room ? lines : newestOf(lines, room - 1, earlier && changedLines(earlier, reader));
  const rest = lines.length - shown.length;
  return fitted([title, ...shown, ...(rest === 0 ? [] : [texts.more(rest)])], MOST_LINES).join('\n');
}

/** What changed, what is to be done next and what was added in words, a line each. */
function changedLines(says: ReceiptFacts, reader: ReceiptReader): Line[] {
  const texts = tellingTexts(reader.locale);
  return [
    ...dealLines(says.deal, reader).map((line) => [line]),
    ...successionLines(says, reader),
    ...factLines(says.facts, reader),
    ...(says.done ?? []).map((title) => [`${texts.done} `, soft(title)]),
    ...taskLines(
      says.tasks.filter(({ title }) => !says.done?.includes(title)),
      reader,
    ),
    ...(says.remark === undefined ? [] : [[texts.remark, soft(says.remark)]]),
  ];
}

/** As many lines as there is room for, in their order, those that were not said earlier before the others. */
function newestOf(lines: readonly Line[], room: number, earlier: readonly Line[] = []): Line[] {
  const isNew = (line: Line) => !earlier.some((one) => isDeepStrictEqual(one, line));
  const kept = [...lines.filter(isNew), ...lines.filter((line) => !isNew(line))].slice(0, room);
  return lines.filter((line) => kept.includes(line));
}

/** A receipt with its buttons. `set`: the change set that they take back or correct. */
export function receipt(
  says: ReceiptFacts,
  reader: ReceiptReader,
  set: string,
  head?: 'logged' | 'amended',
  earlier?: ReceiptFacts,
): MessageDraft {
  const texts = tellingTexts(reader.locale);
  const solar = foldedFacts(says.facts).find((fact) => fact.birthday?.calendar === 'solar');
  return {
    text: receiptText(says, reader, head, earlier),
    buttons: [
      { label: texts.undo, action: 'undo.record', args: { set } },
      { label: texts.edit, action: 'amend.start', args: { set } },
      ...(solar === undefined
        ? []
        : [{ label: texts.isLunar, action: 'amend.lunar', args: { set, contact: solar.name } }]),
    ],
  };
}

function dealLines(deal: ReceiptFacts['deal'], { locale, today, stages }: ReceiptReader): string[] {
  if (deal === null) return [];
  const texts = tellingTexts(locale);
  const withReason = (line: string) => (deal.lostReason == null ? line : `${line} · ${deal.lostReason}`);
  const lines = [
    ...step(texts.amount, deal.amount, ({ minor, currency }) => moneyText(minor, currency, locale)),
    ...step(texts.stage, deal.stage, (stage) => stageLabel(stages, stage, locale)).map(withReason),
    ...step(texts.closeDate, deal.closeDate, (day) => dayText(day, locale, today)),
    ...step(texts.pausedUntil, deal.pausedUntil ?? null, (day) => dayText(day, locale, today)),
  ];
  const said = deal.isNew ? [`${texts.newDeal} · ${lines.slice(0, 2).join(' · ')}`, ...lines.slice(2)] : lines;
  return deal.tooLarge === true ? [...said, texts.tooLarge] : said;
}

function taskLines(tasks: ReceiptFacts['tasks'], { locale, today }: ReceiptReader): Line[] {
  const texts = tellingTexts(locale);
  return tasks.map(({ title, day, time, assignee }) => {
    const when = day === null ? null : `${dayText(day, locale, today)}${time === null ? '' : ` ${time}`}`;
    const who = assignee === null ? '' : ` @${assignee}`;
    if (locale === 'en') return [`${texts.next}: `, soft(title), `${who}${when === null ? '' : `, ${when}`}`];
    return [`${texts.next} ${when ?? texts.noDay} `, soft(title), who];
  });
}

const step = <T>(label: string, told: Step<T> | null, text: (value: T) => string): string[] =>
  told === null ? [] : change(label, told.from, told.to, text);

function factLines(facts: ReceiptFacts['facts'], { locale }: ReceiptReader): Line[] {
  const texts = tellingTexts(locale);
  return foldedFacts(facts).flatMap(({ name, phone, email, birthday, title, was = {} }) => {
    const told = [
      ...change(texts.birthday, was.birthday, birthday, (value) => birthdayText(value, locale)),
      ...change(texts.phone, was.phone, phone, (value) => (isWhole(value) ? value : texts.notWhole(value))),
      ...change(texts.email, was.email, email, String),
      ...change(texts.title, was.title, title, String),
    ];
    return told.length === 0 ? [] : [[soft(name), ` ${told.join(' · ')}`]];
  });
}

/** A number that fits its country's plan is kept with its country code, another one as it was written. */
const isWhole = (phone: string): boolean => phone.startsWith('+');

/** Old→new; what reads the same before and after has not changed. */
function change<T>(label: string, from: T | null | undefined, to: T | null, text: (value: T) => string): string[] {
  if (to === null) return [];
  const [was, is] = [from == null ? null : text(from), text(to)];
  return [`${label} ${was === null || was === is ? '' : `${was}→`}${is}`];
}

function successionLines({ succession }: ReceiptFacts, { locale }: ReceiptReader): string[] {
  if (succession == null) return [];
  const texts = tellingTexts(locale);
  const { gone, now } = succession;
  return [now === null ? texts.left(gone) : `${texts.person} ${gone}→${now}`];
}

const enMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A birthday always says its calendar: `8月15日(公历)`, `Aug 15 (solar)`, `lunar 8/15`. */
export function birthdayText({ calendar, month, day, leap }: ContactBirthday, locale: Locale): string {
  const texts = tellingTexts(locale);
  if (locale === 'zh') return `${leap ? texts.leap : ''}${month}月${day}日(${texts[calendar]})`;
  if (calendar === 'lunar') return `${texts.lunar} ${leap ? texts.leap : ''}${month}/${day}`;
  return `${enMonths[month - 1]} ${day} (${texts.solar})`;
}

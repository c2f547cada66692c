import type { QuestionFields } from '../chat/capability.ts';
import { dayText, moneyText, toMinor } from '../chat/format.ts';
import { defineTexts, type Locale } from '../chat/texts.ts';
import { type StagePreset, stageLabel } from '../crm/deal/stages.ts';
import { birthdayText } from '../crm/telling/receipt.ts';
import type { FieldChange } from '../understanding/amend/amend.ts';
import type { Doubt } from '../understanding/open/heard.ts';

export const openFieldTexts = defineTexts({
  zh: {
    later: '先放着',
    leftOpen: '好,先空着。',
    gone: '这条已不在了。',
    missing: (day: string, choices: string) => `${day}没有这一天。是 ${choices}?`,
    lunar: '农历',
    which: (field: string, choices: string) => `${field}是 ${choices}?`,
    is: (field: string, value: string) => `${field}是${value}吗?`,
    or: ' 还是 ',
    amount: '金额',
    stage: '阶段',
    closeDate: '预计成交',
    day: '日期',
    step: '下一步',
    birthday: '生日',
    value: '值',
  },
  en: {
    later: 'Later',
    leftOpen: 'Left open.',
    gone: 'That record is gone.',
    missing: (day: string, choices: string) => `There is no ${day}. Is it ${choices}?`,
    lunar: 'lunar ',
    which: (field: string, choices: string) => `${field}: ${choices}?`,
    is: (field: string, value: string) => `${field}: ${value}?`,
    or: ' or ',
    amount: 'Amount',
    stage: 'Stage',
    closeDate: 'Close date',
    day: 'Date',
    step: 'Next step',
    birthday: 'Birthday',
    value: 'Value',
  },
});

export interface ChoiceReader {
  locale: Locale;
  /** `YYYY-MM-DD` in the reader's zone. */
  today: string;
  stages: StagePreset;
  /** Of an amount that was told without one. */
  currency: string;
}

/** How a value reads on its button: days with their weekday. */
export function choiceLabel(change: FieldChange, { locale, today, stages, currency }: ChoiceReader): string {
  switch (change.field) {
    case 'opportunity.amount': {
      const code = change.currency ?? currency;
      return moneyText(toMinor(change.to, code), code, locale);
    }
    case 'opportunity.stage':
      return stageLabel(stages, change.to, locale);
    case 'opportunity.closeDate':
    case 'opportunity.pausedUntil':
    case 'interaction.date':
    case 'task.date':
      return dayText(change.to, locale, today);
    case 'contactFact.birthday':
      return birthdayText(change.to, locale);
    default:
      return typeof change.to === 'string' ? change.to : '';
  }
}

/** Other words that pick it: a day without its weekday, and the weekday alone. */
export function choiceNames(change: FieldChange, locale: Locale): string[] {
  if (!isDay(change)) return [];
  const [month, day] = monthAndDay(change.to);
  const weekday = (style: 'long' | 'short') =>
    new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(new Date(`${change.to}T00:00:00Z`));
  const said = locale === 'zh' ? [`${month}月${day}日`, `${month}月${day}号`] : [monthDayText(month, day, locale)];
  return [`${month}/${day}`, ...said, weekday('long'), weekday('short')];
}

/** One line that asks for the field; a day that does not exist is named as such. */
export function fieldQuestion({ choices, missing }: Doubt, reader: ChoiceReader): string {
  const texts = openFieldTexts(reader.locale);
  const labels = choices.map((change) => choiceLabel(change, reader));
  if (missing !== null) {
    const days = choices.map((change, at) => dayOf(change, reader.locale) ?? labels[at]);
    return missingQuestion(missing, days.join(texts.or), reader.locale);
  }
  const values = labels.join(texts.or);
  const [first] = choices;
  const field = first === undefined ? texts.value : fieldName(first, texts);
  return choices.length === 1 ? texts.is(field, values) : texts.which(field, values);
}

const DAYS = ['opportunity.closeDate', 'opportunity.pausedUntil', 'interaction.date', 'task.date'] as const;
type DayChange = Extract<FieldChange, { field: (typeof DAYS)[number] }>;

const isDay = (change: FieldChange): change is DayChange => DAYS.some((field) => field === change.field);

const monthAndDay = (day: string): [number, number] => [Number(day.slice(5, 7)), Number(day.slice(8))];

/** `2/28`, `Feb 28`: beside a button that says the weekday, or the calendar of a birthday. */
function dayOf(change: FieldChange, locale: Locale): string | null {
  if (change.field === 'contactFact.birthday') return monthDayText(change.to.month, change.to.day, locale);
  return isDay(change) ? monthDayText(...monthAndDay(change.to), locale) : null;
}

const monthDayText = (month: number, day: number, locale: Locale): string =>
  locale === 'zh' ? `${month}/${day}` : `${englishMonth(month)} ${day}`;

/** `2月30日没有这一天。是 2/28 还是 3/1?` */
const missingQuestion = (missing: NonNullable<Doubt['missing']>, values: string, locale: Locale): string =>
  openFieldTexts(locale).missing(missingText(missing, locale), values);

function missingText({ calendar, month, day }: NonNullable<Doubt['missing']>, locale: Locale): string {
  const texts = openFieldTexts(locale);
  const lunar = calendar === 'lunar' ? texts.lunar : '';
  return locale === 'zh' ? `${lunar}${month}月${day}日` : `${lunar}${englishMonth(month)} ${day}`;
}

const englishMonth = (month: number): string =>
  new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2001, month - 1, 1)));

function fieldName(change: FieldChange, texts: ReturnType<typeof openFieldTexts>): string {
  switch (change.field) {
    case 'opportunity.amount':
      return texts.amount;
    case 'opportunity.stage':
      return texts.stage;
    case 'opportunity.closeDate':
      return texts.closeDate;
    case 'interaction.date':
      return texts.day;
    case 'task.date':
      return texts.step;
    case 'contactFact.birthday':
      return texts.birthday;
    default:
      return texts.value;
  }
}

/** Which of the days around one that does not exist is meant; each choice's value is its `day`. */
export function missingDayQuestion(
  days: readonly string[],
  missing: NonNullable<Doubt['missing']>,
  { locale, today }: Pick<ChoiceReader, 'locale' | 'today'>,
): { text: string; choices: QuestionFields['choices'] } {
  const texts = openFieldTexts(locale);
  const changes = days.map((to): DayChange => ({ field: 'interaction.date', to }));
  const values = changes.map((change) => dayOf(change, locale)).join(texts.or);
  const near = changes.map((change) => ({
    label: dayText(change.to, locale, today),
    value: { day: change.to },
    names: choiceNames(change, locale),
  }));
  const later: QuestionFields['choices'][number] = { label: texts.later, value: {}, means: 'no' };
  return { text: missingQuestion(missing, values, locale), choices: [...near, later] };
}

import type { Viewer } from '../../access/viewer.ts';
import { dayText as dayOf, parseDay } from '../../calendar/days.ts';
import { nextBirthday } from '../../calendar/lunar.ts';
import { dayText } from '../../chat/format.ts';
import type { MessageDraft } from '../../chat/message.ts';
import { defineTexts } from '../../chat/texts.ts';
import { listRow, soft } from '../../chat/width.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { birthdayText } from '../../crm/telling/receipt.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { sayScoped } from '../say-scoped.ts';

const texts = defineTexts({
  zh: {
    head: (count: number) => `近期生日 · ${count}位`,
    none: '这段时间没有人过生日。',
    more: (count: number) => `另有 ${count} 位`,
    columns: '日期 · 联系人 · 客户 · 生日',
  },
  en: {
    head: (count: number) => (count === 1 ? 'Birthdays · 1 person' : `Birthdays · ${count} people`),
    none: 'No birthdays in that time.',
    more: (count: number) => `and ${count} more`,
    columns: 'Day · Person · Customer · Birthday',
  },
});

const DEFAULT_DAYS = 30;
const MOST_ROWS = 5;
/** The columns of a row that are names. */
const NAMES = new Set([1, 2]);

/** Lists whose birthday comes next, solar and lunar: in the time named, else in the next thirty days. */
export const createBirthdayList = (tools: CrmTools): CrmCapability => ({
  name: 'birthday-list',
  purpose: { zh: '看谁快过生日了', en: 'Whose birthday comes next' },
  examples: { zh: ['这个月谁过生日'], en: ['birthdays this month'] },
  intents: ['birthday.list'],
  async run(turn, { understanding }) {
    const today = todayOf(turn);
    const { from, to } = understanding.period ?? { from: today, to: dayOf(parseDay(today) + DEFAULT_DAYS) };
    const words = texts(turn.speaker.locale);
    await sayScoped(turn, (viewer) => listed(turn, viewer, from, to, tools), { text: words.none });
  },
});

async function listed(
  turn: CrmTurn,
  viewer: Viewer,
  from: string,
  to: string,
  { stores }: CrmTools,
): Promise<MessageDraft | null> {
  const { locale } = turn.speaker;
  const words = texts(locale);
  const contacts = await stores.contacts.list(viewer, { birthday: { $ne: null } });
  const coming = contacts
    .flatMap(({ name, account, birthday }) =>
      birthday == null ? [] : [{ name, account, birthday, day: nextBirthday(birthday, from) }],
    )
    .filter(({ day }) => day <= to)
    .sort((left, right) => (left.day < right.day ? -1 : 1));
  if (coming.length === 0) return null;
  const shown = coming.slice(0, MOST_ROWS);
  const accounts = new Map(
    (await stores.accounts.byIds(shown.map(({ account }) => account))).map((one) => [one._id, shortName(one)]),
  );
  const cells = shown.map(({ name, account, birthday, day }) => [
    dayText(day, locale, todayOf(turn)),
    name,
    accounts.get(account) ?? '',
    birthdayText(birthday, locale),
  ]);
  const head = words.head(coming.length);
  const rest = coming.length - shown.length;
  const more = rest > 0 ? [words.more(rest)] : [];
  return {
    text: [
      head,
      ...cells.map((row) => listRow(row.map((cell, at) => (NAMES.has(at) ? soft(cell) : cell)))),
      ...more,
    ].join('\n'),
    table: { title: head, head: words.columns.split(' · '), rows: cells, figures: [] },
    ...(rest > 0 ? { footer: words.more(rest) } : {}),
  };
}

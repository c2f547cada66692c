import { privately } from '../../access/viewer-for.ts';
import { dayText } from '../../chat/format.ts';
import type { MessageDraft } from '../../chat/message.ts';
import { defineTexts } from '../../chat/texts.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { type CrmCapability, type CrmReading, type CrmTools, todayOf } from '../crm-turn.ts';

const texts = defineTexts({
  zh: {
    head: (count: number) => `今天 · ${count}件事`,
    none: '今天没有要做的事。',
    overdue: '逾期',
    more: (count: number) => `另有 ${count} 件`,
  },
  en: {
    head: (count: number) => (count === 1 ? 'Today · 1 step' : `Today · ${count} steps`),
    none: 'Nothing to do today.',
    overdue: 'overdue',
    more: (count: number) => `and ${count} more`,
  },
});

const COMMAND = /^(?:今天|今日|我的一天|今天(?:有|要)(?:什么|啥)(?:事|安排)?|my day|today)[\s??。.!!]*$/iu;
const MOST_ROWS = 5;
const MOST_AT_HOME = 20;

/** Lists the steps that are due today or overdue. */
export const createMyDay = (tools: CrmTools): CrmCapability => ({
  name: 'my-day',
  purpose: { zh: '今天要做的事', en: "The day's steps" },
  examples: { zh: ['今天'], en: ['my day'] },
  intents: ['task.list'],
  command: (text) => (COMMAND.test(text.trim()) ? {} : null),
  async run(turn) {
    turn.whisper(await dayOf(turn, MOST_ROWS, tools));
  },
  home: (reading) => dayOf(reading, MOST_AT_HOME, tools),
});

async function dayOf(turn: CrmReading, most: number, { stores }: CrmTools): Promise<MessageDraft> {
  const { locale, id } = turn.speaker;
  const words = texts(locale);
  const today = todayOf(turn);
  const viewer = privately(turn.viewer);
  const tasks = await stores.tasks.openOf(viewer, id, today);
  if (tasks.length === 0) return { text: words.none };
  const ids = tasks.flatMap(({ account }) => (account === null ? [] : [account]));
  const accounts = new Map(
    (await stores.accounts.list(viewer, { _id: { $in: ids } })).map((one) => [one._id, shortName(one)]),
  );
  const rows = tasks.slice(0, most).map(({ title, day, time, account }) => {
    const late = day !== null && day < today ? `${words.overdue} ${dayText(day, locale, today)}` : time;
    return [account === null ? null : accounts.get(account), title, late].filter((part) => part != null).join(' · ');
  });
  const rest = tasks.length - rows.length;
  return { text: [words.head(tasks.length), ...rows, ...(rest > 0 ? [words.more(rest)] : [])].join('\n') };
}

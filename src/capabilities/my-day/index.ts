import { privately } from '../../access/viewer-for.ts';
import { dayText } from '../../chat/format.ts';
import type { MessageDraft } from '../../chat/message.ts';
import { defineTexts } from '../../chat/texts.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { actOnSteps } from '../act-on-steps.ts';
import { type CrmCapability, type CrmReading, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { lastQuery } from '../last-query.ts';
import { type NumberedAct, numberedAct } from '../numbered-act.ts';
import { moveSteps } from '../step-acts.ts';

const texts = defineTexts({
  zh: {
    head: (count: number) => `今天 · ${count}件事`,
    none: '今天没有要做的事。',
    overdue: '逾期',
    more: (count: number) => `另有 ${count} 件`,
    all: '全部',
  },
  en: {
    head: (count: number) => (count === 1 ? 'Today · 1 step' : `Today · ${count} steps`),
    none: 'Nothing to do today.',
    overdue: 'overdue',
    more: (count: number) => `and ${count} more`,
    all: 'Show all',
  },
});

const NAME = 'my-day';
const COMMAND = /^(?:今天|今日|我的一天|今天(?:有|要)(?:什么|啥)(?:事|安排)?|my day|today)[\s??。.!!]*$/iu;
const ALL = /^(?:全部|show all)[。.!!]?$/iu;
const MOST_ROWS = 5;
const MOST_AT_HOME = 20;

/** Lists the steps that are due today or overdue; for ten minutes their numbers can be acted on (1完成, 2推到周五). */
export const createMyDay = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '今天要做的事', en: "The day's steps" },
  examples: { zh: ['今天'], en: ['my day'] },
  intents: ['task.list'],
  command(text, _locale, conversation, { now }) {
    if (COMMAND.test(text.trim())) return {};
    const listed = lastQuery(conversation, NAME, now);
    if (listed === null) return null;
    if (ALL.test(text.trim())) return { all: true };
    const act = numberedAct(text);
    return act === null ? null : { ...act, steps: listed.steps };
  },
  async run(turn, said, command) {
    const asked = (command ?? {}) as { all?: boolean; steps?: string[] } & Partial<NumberedAct>;
    if (asked.steps !== undefined && asked.rows !== undefined)
      return actOnSteps(turn, said, { rows: asked.rows, act: asked.act ?? 'move' }, asked.steps);
    await sayDay(turn, asked.all === true ? Number.POSITIVE_INFINITY : MOST_ROWS, tools);
  },
  async answered(turn, question, { day }) {
    const { steps, time } = question.memo as { steps: string[]; time: string | null };
    if (typeof day === 'string') await moveSteps(turn, steps, { day, time });
  },
  actions: { 'my-day.all': (turn) => sayDay(turn, Number.POSITIVE_INFINITY, tools) },
  home: async (reading) => (await dayOf(reading, MOST_AT_HOME, tools)).message,
});

async function sayDay(turn: CrmTurn, most: number, tools: CrmTools): Promise<void> {
  const { message, steps } = await dayOf(turn, most, tools);
  turn.remember({ query: { capability: NAME, at: turn.now, memo: { steps } } });
  turn.whisper(message);
}

/** The rows, and the steps that their numbers stand for. */
async function dayOf(
  turn: CrmReading,
  most: number,
  { stores }: CrmTools,
): Promise<{ message: MessageDraft; steps: string[] }> {
  const { locale, id } = turn.speaker;
  const words = texts(locale);
  const today = todayOf(turn);
  const viewer = privately(turn.viewer);
  const tasks = await stores.tasks.openOf(viewer, id, today);
  if (tasks.length === 0) return { message: { text: words.none }, steps: [] };
  const ids = tasks.flatMap(({ account }) => (account === null ? [] : [account]));
  const accounts = new Map(
    (await stores.accounts.list(viewer, { _id: { $in: ids } })).map((one) => [one._id, shortName(one)]),
  );
  const rows = tasks.slice(0, most).map(({ title, day, time, account }, index) => {
    const late = day !== null && day < today ? `${words.overdue} ${dayText(day, locale, today)}` : time;
    const parts = [account === null ? null : accounts.get(account), title, late].filter((part) => part != null);
    return `${index + 1} ${parts.join(' · ')}`;
  });
  const rest = tasks.length - rows.length;
  const text = [words.head(tasks.length), ...rows, ...(rest > 0 ? [words.more(rest)] : [])].join('\n');
  const buttons = rest > 0 ? [{ label: words.all, action: 'my-day.all' }] : [];
  return { message: { text, buttons }, steps: tasks.map(({ _id }) => _id) };
}

import type { Viewer } from '../../access/viewer.ts';
import { narrowed, privately } from '../../access/viewer-for.ts';
import { parseDay } from '../../calendar/days.ts';
import { daysTold } from '../../calendar/number-words.ts';
import { workdaysBetween } from '../../calendar/work-calendar.ts';
import { moneyText } from '../../chat/format.ts';
import type { MessageDraft } from '../../chat/message.ts';
import { defineTexts } from '../../chat/texts.ts';
import { listRow, soft } from '../../chat/width.ts';
import { staleSince } from '../../rules/decide/stale-deal.ts';
import { staleFacts } from '../../rules/facts-of.ts';
import { localDay, regionOf } from '../../rules/local-time.ts';
import { asksForMore } from '../asks-for-more.ts';
import { type CrmCapability, type CrmReading, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { lastQuery } from '../last-query.ts';
import { notYoursTexts } from '../not-yours.ts';
import { sayScoped } from '../say-scoped.ts';
import { settleWhose } from '../settle-whose.ts';
import { mayAskOf, type Named, ourNext, ownersOf, type Whose, whoseAfter, whoseIn } from '../whose.ts';

const texts = defineTexts({
  zh: {
    head: (count: number) => `${count}单好久没跟`,
    of: (name: string, head: string) => `${name} · ${head}`,
    none: '没有好久没跟的单子。',
    older: (days: number, head: string) => `${head} · 超过${days}天`,
    days: (days: number | null) => (days === null ? '没有跟进记录' : `${days}个工作日`),
    all: '全部',
    columns: '客户 · 工作日 · 负责人 · 金额',
  },
  en: {
    head: (count: number) => (count === 1 ? '1 deal gone quiet' : `${count} deals gone quiet`),
    of: (name: string, head: string) => `${name} · ${head}`,
    none: 'No deal has gone quiet.',
    older: (days: number, head: string) => `${head}, over ${days} days`,
    days: (days: number | null) => (days === null ? 'no contact yet' : days === 1 ? '1 workday' : `${days} workdays`),
    all: 'Show all',
    columns: 'Customer · Working days · Owner · Amount',
  },
});

const NAME = 'stale-deals';
const MOST_ROWS = 5;
const MOST_AT_HOME = 20;

/** Whose quiet deals; `days`: those alone that nobody has touched for longer. */
interface Question {
  of: Whose | null;
  days: number | null;
}

/** Answers which deals nobody has touched for too long, longest first; planned steps and pauses count as care. */
export const createStaleDeals = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '看哪些单子好久没跟', en: 'Which deals have gone quiet' },
  examples: { zh: ['哪些单子好久没跟了'], en: ['which deals have gone quiet'] },
  intents: ['opportunity.stale'],
  async command(text, _locale, conversation, { now }) {
    if (lastQuery(conversation, NAME, now) === null) return null;
    const named = await ourNext(text, tools);
    if (named !== null) return { named };
    return asksForMore(text) ? {} : null;
  },
  async goesOn({ text, understanding: { remarks } }, conversation, now) {
    if (lastQuery(conversation, NAME, now) === null) return null;
    const named = await whoseAfter(text, remarks.colleagues, tools);
    return named.kind === 'nobody' ? null : { named };
  },
  async run(turn, { text, understanding: { remarks } }, command) {
    const last = lastQuery(turn.conversation, NAME, turn.now) as Question | null;
    if (command !== null && command.named === undefined) return sayAll(turn, last ?? ALL_OF_ALL, tools);
    const days = command === null ? daysTold(text) : (last?.days ?? null);
    await sayNamed(turn, (command?.named as Named) ?? (await whoseIn(text, remarks.colleagues, tools)), days, tools);
  },
  answered: (turn, _question, { of, days = null }) => say(turn, { of, days } as Question, tools),
  home: (reading) => listed(reading, privately(reading.viewer), MOST_AT_HOME, tools),
  actions: {
    'stale-deals.all': (turn, { of = null, days = null }) => sayAll(turn, { of, days } as Question, tools),
  },
});

const ALL_OF_ALL: Question = { of: null, days: null };

async function sayNamed(turn: CrmTurn, named: Named, days: number | null, tools: CrmTools): Promise<void> {
  const choice = (of: Whose) => ({ of, days });
  await settleWhose(turn, named, choice, (of) => say(turn, { of, days }, tools));
}

async function say(turn: CrmTurn, question: Question, tools: CrmTools): Promise<void> {
  const { of } = question;
  const words = texts(turn.speaker.locale);
  const owners = await ownersOf(of, tools);
  if (of !== null && !mayAskOf(privately(turn.viewer), of, owners))
    return void turn.whisper({ text: notYoursTexts(turn.speaker.locale).records(of.name) });
  turn.remember({ query: { capability: NAME, at: turn.now, memo: { ...question } } });
  await sayScoped(turn, (viewer) => listed(turn, narrowed(viewer, owners), MOST_ROWS, tools, question), {
    text: words.none,
  });
}

async function sayAll(turn: CrmTurn, question: Question, tools: CrmTools): Promise<void> {
  const viewer = narrowed(privately(turn.viewer), await ownersOf(question.of, tools));
  const all = await listed(turn, viewer, Number.POSITIVE_INFINITY, tools, question);
  turn.whisper(all ?? { text: texts(turn.speaker.locale).none });
}

async function listed(
  turn: CrmReading,
  viewer: Viewer,
  most: number,
  tools: CrmTools,
  { of, days: over }: Question = ALL_OF_ALL,
): Promise<MessageDraft | null> {
  const { locale } = turn.speaker;
  const words = texts(locale);
  const stale = (await staleFor(turn, viewer, tools)).filter(({ age }) => over === null || age === null || age >= over);
  if (stale.length === 0) return null;
  const people = new Map((await tools.stores.people.active()).map(({ _id, name }) => [_id, name]));
  const shown = stale.slice(0, most).map(({ deal, days }) => {
    const amount = deal.amount === null || deal.currency === null ? '' : moneyText(deal.amount, deal.currency, locale);
    return { name: deal.name, days, owner: people.get(deal.owner) ?? '', amount };
  });
  const rows = shown.map(({ name, days, owner, amount }) =>
    listRow([soft(name), words.days(days), soft(owner), ...(amount === '' ? [] : [amount])]),
  );
  const more =
    stale.length > rows.length ? [{ label: words.all, action: 'stale-deals.all', args: { of, days: over } }] : [];
  const count = over === null ? words.head(stale.length) : words.older(over, words.head(stale.length));
  const head = of === null ? count : words.of(of.name, count);
  const cells = shown.map(({ name, days, owner, amount }) => [name, days === null ? '' : String(days), owner, amount]);
  const table = { title: head, head: words.columns.split(' · '), rows: cells, figures: [1, 3] };
  return { text: [head, ...rows].join('\n'), table, buttons: more };
}

async function staleFor(turn: CrmReading, viewer: Viewer, { stores }: CrmTools) {
  const team = await stores.team.settings();
  const { zone } = turn.speaker;
  const today = todayOf(turn);
  const region = regionOf(zone, team.holidays);
  const deals = await stores.deals.list(viewer, { stage: { $nin: ['won', 'lost'] } }, { sort: { touchedAt: 1 } });
  const ahead = await stores.tasks.list(viewer, { doneAt: null, day: { $gte: today } });
  const base = { after: team.staleAfterWorkdays, zone, region, today, named: null };
  const daysSince = (at: Date | null) => (at === null ? null : workdaysBetween(localDay(at, zone), today, region));
  const calendarDays = (at: Date | null) => (at === null ? null : parseDay(today) - parseDay(localDay(at, zone)));
  return deals
    .filter((deal) => staleSince(staleFacts(deal, ahead, base)) !== null)
    .map((deal) => ({ deal, days: daysSince(deal.touchedAt), age: calendarDays(deal.touchedAt) }));
}

import type { Viewer } from '../../access/viewer.ts';
import { dayText, nearDayText } from '../../chat/format.ts';
import type { MessageDraft } from '../../chat/message.ts';
import { listRow, type Part, soft } from '../../chat/width.ts';
import { shortName } from '../../crm/account/create-account.ts';
import type { Task } from '../../crm/task/task.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type CrmReading, type CrmTools, todayOf } from '../crm-turn.ts';
import type { Whose } from '../whose.ts';
import type { Span } from './days-asked.ts';
import { myDayTexts } from './texts.ts';

/** Whose steps of which days. `of` null: the asker's own. */
export interface StepsAsked {
  span: Span;
  of: Whose | null;
}

/** The rows, and the steps that their numbers stand for. `owners`: whose steps these are. */
export async function listSteps(
  turn: CrmReading,
  viewer: Viewer,
  asked: StepsAsked,
  owners: readonly string[],
  most: number,
  tools: CrmTools,
): Promise<{ message: MessageDraft; steps: string[] }> {
  const { locale } = turn.speaker;
  const texts = myDayTexts(locale);
  const today = todayOf(turn);
  const open = await tools.stores.tasks.openOf(viewer, owners);
  const steps = open.filter((step) => isIn(asked.span, step, today)).sort(byDay);
  const ahead = asked.span.kind === 'today' ? open.filter(({ day }) => day !== null && day > today) : [];
  const next = ahead.sort(byDay).slice(0, 1);
  const row = await rowWriter(turn, viewer, asked, steps.length > 0 ? steps : next, tools);
  const what = spanText(asked, turn);
  if (steps.length === 0) {
    const none = asked.span.kind === 'all' && asked.of === null ? texts.noneAtAll : texts.none(what);
    const rows = next.map((step) => texts.nextUp(listRow(row(step))));
    return { message: { text: [none, ...rows].join('\n') }, steps: [] };
  }
  const rows = steps.slice(0, most).map((step, at) => listRow(row(step), `${at + 1} `));
  const rest = steps.length - rows.length;
  const text = [texts.head(what, steps.length), ...rows, ...(rest > 0 ? [texts.more(rest)] : [])].join('\n');
  const buttons = rest > 0 ? [{ label: texts.showAll, action: 'my-day.all', args: { ...asked } }] : [];
  return { message: { text, buttons }, steps: steps.map(({ _id }) => _id) };
}

function isIn(span: Span, { day }: Task, today: string): boolean {
  if (span.kind === 'all') return true;
  if (day === null) return false;
  return span.kind === 'today' ? day <= today : day >= span.from && day <= span.to;
}

/** By day and time; what has no day stands last, what has no time first on its day. */
function byDay(left: Task, right: Task): number {
  const key = ({ day, time }: Task) => `${day ?? '~'} ${time ?? ''}`;
  return key(left) < key(right) ? -1 : 1;
}

/** Customer, step, when; the owner too where several are asked about. */
async function rowWriter(
  turn: CrmReading,
  viewer: Viewer,
  { span, of }: StepsAsked,
  steps: readonly Stored<Task>[],
  { stores }: CrmTools,
): Promise<(step: Task) => Part[]> {
  const { locale } = turn.speaker;
  const texts = myDayTexts(locale);
  const today = todayOf(turn);
  const ids = steps.flatMap(({ account }) => (account === null ? [] : [account]));
  const accounts = new Map(
    (await stores.accounts.list(viewer, { _id: { $in: ids } })).map((one) => [one._id, shortName(one)]),
  );
  const people =
    of?.kind === 'group' ? new Map((await stores.people.active()).map((one) => [one._id, one.name])) : null;
  return ({ title, day, time, account, owner }) => {
    const late = day !== null && day < today ? texts.overdue(dayText(day, locale, today)) : null;
    const dated = day === null || (span.kind === 'today' && day === today) ? [] : [dayText(day, locale, today)];
    const when = late ?? [...dated, ...(time === null ? [] : [time])].join(' ');
    const customer = account === null ? texts.noCustomer : accounts.get(account);
    const names = [people?.get(owner), customer, title].flatMap((part) => (part ? [soft(part)] : []));
    return [...names, ...(when === '' ? [] : [when])];
  };
}

function spanText({ span, of }: StepsAsked, turn: CrmReading): string {
  const { locale } = turn.speaker;
  const texts = myDayTexts(locale);
  const today = todayOf(turn);
  const days = () => {
    if (span.kind === 'all') return texts.all;
    if (span.kind === 'today') return texts.today;
    const [from, to] = [span.from, span.to].map((day) => dayText(day, locale, today));
    return span.from === span.to ? nearDayText(span.from, locale, today) : texts.span(from ?? '', to ?? '');
  };
  return of === null ? days() : texts.of(of.name, days());
}

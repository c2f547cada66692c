import { privately } from '../../access/viewer-for.ts';
import { moneyText } from '../../chat/format.ts';
import { dotted, type Part, soft } from '../../chat/width.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { stageLabel } from '../../crm/deal/stages.ts';
import type { Task } from '../../crm/task/task.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { localDay } from '../../rules/local-time.ts';
import { type CrmReading, type CrmTools, todayOf } from '../crm-turn.ts';
import { type CareFacts, careOrder, careText } from './care.ts';

export type ListName = 'customers' | 'deals';

/** One row, and what its number stands for. */
export interface ListRow {
  account: string;
  name: string;
  step: string | null;
  /** What its row says. */
  line: Part[];
}

/** Somebody's customers or open deals, as far as the reader may know of them, what needs care first. */
export async function readList(
  turn: CrmReading,
  list: ListName,
  owner: string,
  { stores }: CrmTools,
): Promise<ListRow[]> {
  const { locale, zone } = turn.speaker;
  const viewer = privately(turn.viewer);
  const today = todayOf(turn);
  const [accounts, steps] = await Promise.all([
    stores.accounts.mine(viewer, owner),
    stores.tasks.openOf(viewer, [owner]),
  ]);
  const day = (at: Date | null) => (at === null ? null : localDay(at, zone));
  const row = (account: string, name: string, parts: string[], facts: CareFacts) => ({
    order: careOrder(facts, today),
    row: {
      account,
      name,
      step: facts.step?._id ?? null,
      line: [...dotted([soft(name), ...parts, '']), ...careText(facts, locale, today)],
    },
  });
  const stepOf = nextSteps(steps);
  if (list === 'customers')
    return inOrder(
      accounts.map((account) => {
        const name = shortName(account);
        const facts = { step: stepOf(account._id), touched: day(account.lastContactAt), pausedUntil: null };
        return row(account._id, name, [], facts);
      }),
    );
  const { stages } = await stores.team.settings();
  const names = new Map(accounts.map((account) => [account._id, shortName(account)]));
  const deals = await stores.deals.list(viewer, { owner, stage: { $nin: ['won', 'lost'] } });
  return inOrder(
    deals.map(({ _id, account, name, amount, currency, stage, touchedAt, pausedUntil }) => {
      const known = names.get(account) ?? name;
      const money = amount === null || currency === null ? [] : [moneyText(amount, currency, locale)];
      const facts = { step: stepOf(account, _id), touched: day(touchedAt), pausedUntil };
      return row(account, known, [...money, stageLabel(stages, stage, locale)], facts);
    }),
  );
}

/** The next step of an account, or of one deal of it; a step without a day comes last. */
function nextSteps(steps: readonly Stored<Task>[]) {
  const ordered = [...steps].sort((left, right) => whenOf(left).localeCompare(whenOf(right)));
  return (account: string, deal?: string): Stored<Task> | null =>
    ordered.find((one) => one.account === account && (deal === undefined || one.deal === null || one.deal === deal)) ??
    null;
}

const whenOf = ({ day, time }: Task): string => `${day ?? '9'} ${time ?? ''}`;

const inOrder = (rows: { order: string; row: ListRow }[]): ListRow[] =>
  rows.sort((left, right) => (left.order < right.order ? -1 : 1)).map(({ row }) => row);

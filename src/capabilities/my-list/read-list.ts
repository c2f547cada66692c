import type { Viewer } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import { dayText, moneyText, toMinor } from '../../chat/format.ts';
import { dotted, type Part, soft } from '../../chat/width.ts';
import type { Account } from '../../crm/account/account.ts';
import { shortName } from '../../crm/account/create-account.ts';
import type { Deal } from '../../crm/deal/deal.ts';
import { type Stage, stageIn, stageLabel } from '../../crm/deal/stages.ts';
import { inOwn, isAtLeast, type Reckoning, sizeOf } from '../../crm/rate/reckon.ts';
import type { Task } from '../../crm/task/task.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { localDay } from '../../rules/local-time.ts';
import { type CrmReading, type CrmTools, todayOf } from '../crm-turn.ts';
import { type Days, instantsOf } from '../period.ts';
import { type CareFacts, careOrder, careText } from './care.ts';
import type { Cut, ListName } from './deals-asked.ts';

/** One row, and what its number stands for. */
export interface ListRow {
  account: string;
  name: string;
  step: string | null;
  /** What its row says. */
  line: Part[];
  /** Of a deal. */
  money?: Pick<Deal, 'amount' | 'currency'>;
}

/** What a list is of. `owners`: whose; `days`: when those that have ended did. */
export interface ListOf extends Cut {
  list: ListName;
  owners: readonly string[];
  days: Days;
}

type Ordered = { order: string; row: ListRow };

/**
 * The customers or deals of these owners, as far as the reader may know of them: what needs care first, of what has ended the latest,
 * or the biggest.
 */
export async function readList(turn: CrmReading, asked: ListOf, { stores }: CrmTools): Promise<ListRow[]> {
  const viewer = privately(turn.viewer);
  const rows = asked.list === 'customers' ? customers : asked.list === 'deals' ? openDeals : endedDeals;
  const found = inOrder(await rows(turn, viewer, asked, stores));
  return asked.first === undefined ? found : found.slice(0, asked.first);
}

type Stores = CrmTools['stores'];

async function customers(turn: CrmReading, viewer: Viewer, asked: ListOf, stores: Stores): Promise<Ordered[]> {
  const [accounts, steps, owner] = await Promise.all([
    accountsOf(viewer, asked, stores),
    stores.tasks.openOf(viewer, asked.owners),
    ownerNames(asked, stores),
  ]);
  const stepOf = nextSteps(steps);
  return accounts.filter(isAsked(asked, turn)).map((account) => {
    const touched = dayOf(account.lastContactAt, turn);
    const facts = { step: stepOf(account._id), touched, pausedUntil: null };
    return rowOf(turn, account._id, shortName(account), owner(account), facts);
  });
}

async function openDeals(turn: CrmReading, viewer: Viewer, asked: ListOf, stores: Stores): Promise<Ordered[]> {
  const [deals, names, steps, owner, team] = await Promise.all([
    stores.deals.openOf(viewer, asked.owners),
    namesOf(viewer, asked, stores),
    stores.tasks.openOf(viewer, asked.owners),
    ownerNames(asked, stores),
    stores.team.settings(),
  ]);
  const { stages } = team;
  const stepOf = nextSteps(steps);
  const hasStep = ({ _id, account, pausedUntil }: Stored<Deal>) =>
    stepOf(account, _id) !== null || (pausedUntil !== null && pausedUntil > todayOf(turn));
  const wanted = (deal: Stored<Deal>) =>
    !(asked.only === 'stepless' && hasStep(deal)) &&
    isExpected(asked, deal) &&
    (asked.stage === undefined || deal.stage === stageIn(stages, asked.stage));
  return deals
    .filter(bigEnough(asked, team))
    .filter(wanted)
    .map((deal) => {
      const { _id, account, stage, touchedAt, pausedUntil } = deal;
      const facts = { step: stepOf(account, _id), touched: dayOf(touchedAt, turn), pausedUntil };
      const parts = [...moneyOf(deal, turn), stageLabel(stages, stage, turn.speaker.locale), ...owner(deal)];
      const row = rowOf(turn, account, names.get(account) ?? deal.name, parts, facts);
      row.row.money = deal;
      return asked.byAmount ? { ...row, order: bySize(deal, team) } : row;
    });
}

async function endedDeals(turn: CrmReading, viewer: Viewer, asked: ListOf, stores: Stores): Promise<Ordered[]> {
  const { from, to } = instantsOf(asked.days, turn.speaker.zone);
  const stage: Stage = asked.list === 'won' ? 'won' : 'lost';
  const ended = { owner: { $in: [...asked.owners] }, stage, closedAt: { $gte: from, $lte: to } };
  const [deals, names, owner, team] = await Promise.all([
    stores.deals.list(viewer, ended),
    namesOf(viewer, asked, stores),
    ownerNames(asked, stores),
    stores.team.settings(),
  ]);
  return deals.filter(bigEnough(asked, team)).map((deal) => {
    const { account, closedAt, lostReason } = deal;
    const name = names.get(account) ?? deal.name;
    const day = dayOf(closedAt, turn);
    const parts = [
      soft(name),
      ...moneyOf(deal, turn),
      ...(day === null ? [] : [dayText(day, turn.speaker.locale, todayOf(turn))]),
      ...owner(deal).map(soft),
      ...(lostReason === null ? [] : [soft(lostReason)]),
    ];
    const order = asked.byAmount ? bySize(deal, team) : latestFirst(closedAt);
    return { order, row: { account, name, step: null, line: dotted(parts), money: deal } };
  });
}

const isAsked =
  ({ only, days }: ListOf, { speaker }: CrmReading) =>
  ({ important, createdAt }: Account): boolean => {
    if (only === 'important') return important;
    const { from, to } = instantsOf(days, speaker.zone);
    return only !== 'fresh' || (createdAt >= from && createdAt <= to);
  };

/** To be signed within the days that are asked about. */
const isExpected = ({ only, days }: ListOf, { closeDate }: Deal): boolean =>
  only !== 'closing' || (closeDate !== null && closeDate >= days.from && closeDate <= days.to);

const accountsOf = (viewer: Viewer, { owners }: ListOf, { accounts }: Stores) =>
  accounts.list(viewer, { owner: { $in: [...owners] } }, { sort: { lastContactAt: -1 } });

async function namesOf(viewer: Viewer, asked: ListOf, stores: Stores): Promise<Map<string, string>> {
  const accounts = await accountsOf(viewer, asked, stores);
  return new Map(accounts.map((account) => [account._id, shortName(account)]));
}

/** Whose each record is, where the list is of several people. */
async function ownerNames({ owners }: ListOf, { people }: Stores): Promise<(record: { owner: string }) => string[]> {
  if (owners.length < 2) return () => [];
  const names = new Map((await people.active()).map(({ _id, name }) => [_id, name]));
  return ({ owner }) => [names.get(owner) ?? ''].filter((name) => name !== '');
}

function rowOf(turn: CrmReading, account: string, name: string, parts: string[], facts: CareFacts): Ordered {
  const { locale } = turn.speaker;
  const today = todayOf(turn);
  return {
    order: careOrder(facts, today),
    row: {
      account,
      name,
      step: facts.step?._id ?? null,
      line: [...dotted([soft(name), ...parts, '']), ...careText(facts, locale, today)],
    },
  };
}

const dayOf = (at: Date | null, { speaker }: CrmReading): string | null =>
  at === null ? null : localDay(at, speaker.zone);

const moneyOf = ({ amount, currency }: Deal, { speaker }: CrmReading): string[] =>
  amount === null || currency === null ? [] : [moneyText(amount, currency, speaker.locale)];

/**
 * A sum told without a currency is in the one that most of the deals are in, once there are rates; a deal that cannot be
 * reckoned in it is measured in its own.
 */
export function leastIn(
  { least }: Pick<Cut, 'least'>,
  deals: readonly Pick<Deal, 'amount' | 'currency'>[],
  { currency: own, rates }: Reckoning,
): Pick<Cut, 'least'> {
  if (least === undefined || least.currency !== null || rates.size === 0) return { least };
  const counts = new Map<string, number>();
  for (const { currency } of deals) if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const [first = own] = [...counts].filter(([, count]) => count === most).map(([currency]) => currency);
  return { least: { ...least, currency: counts.get(own) === most ? own : first, bare: true } };
}

const bigEnough =
  ({ least }: Cut, team: Reckoning) =>
  ({ amount, currency }: Deal): boolean => {
    if (least === undefined) return true;
    if (amount === null || currency === null) return false;
    const known = inOwn(team, amount, currency) !== null;
    const told = least.currency === null || (least.bare && !known) ? currency : least.currency;
    return isAtLeast(team, { amount, currency }, { amount: toMinor(least.amount, told), currency: told });
  };

const FAR = 10 ** 16;
const bySize = (deal: Deal, team: Reckoning): string =>
  String(FAR - Math.min(Math.round(sizeOf(team, deal)), FAR)).padStart(17, '0');
const latestFirst = (at: Date | null): string => String(FAR - (at?.getTime() ?? 0)).padStart(17, '0');

/** The next step of an account, or of one deal of it; a step without a day comes last. */
function nextSteps(steps: readonly Stored<Task>[]) {
  const ordered = [...steps].sort((left, right) => whenOf(left).localeCompare(whenOf(right)));
  return (account: string, deal?: string): Stored<Task> | null =>
    ordered.find((one) => one.account === account && (deal === undefined || one.deal === null || one.deal === deal)) ??
    null;
}

const whenOf = ({ day, time }: Task): string => `${day ?? '9'} ${time ?? ''}`;

const inOrder = (rows: Ordered[]): ListRow[] =>
  rows.sort((left, right) => (left.order < right.order ? -1 : 1)).map(({ row }) => row);

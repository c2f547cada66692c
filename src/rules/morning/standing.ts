import { workdaysBetween } from '../../calendar/work-calendar.ts';
import { fromMinor } from '../../chat/format.ts';
import type { Account } from '../../crm/account/account.ts';
import type { Deal } from '../../crm/deal/deal.ts';
import { inOwn } from '../../crm/rate/reckon.ts';
import type { Team } from '../../crm/team/team.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Colleagues } from '../colleagues.ts';
import { type ImportantAccountFacts, neglectedSince } from '../decide/important-account.ts';
import { type StaleDealFacts, staleSince } from '../decide/stale-deal.ts';
import type { DigestItem } from '../decide/team-digest.ts';
import type { DueStore } from '../due-store.ts';
import { importantFacts, staleFacts } from '../facts-of.ts';
import { groupBy } from '../group-by.ts';
import { type Day, regionOf } from '../local-time.ts';

/** Deals and customers that may have been left alone for too long, as facts, before anybody's reminders are looked at. */
export interface Standing {
  deals: StaleDealFacts[];
  accounts: ImportantAccountFacts[];
}

interface StandingContext {
  due: DueStore;
  team: Team;
  colleagues: Colleagues;
  day: Day;
}

const DAY_MS = 86_400_000;

/** What stands with these owners; in the owner's own zone and working days, seen on `day`. */
export async function standingOf(context: StandingContext, owners: readonly string[], now: Date): Promise<Standing> {
  const { due, team } = context;
  // Two days of slack: owners live in other zones, and the rules themselves count exactly.
  const before = (days: number) => new Date(now.getTime() - (days - 2) * DAY_MS);
  const [deals, accounts] = await Promise.all([
    due.untouchedDeals(owners, before(team.staleAfterWorkdays)),
    due.neglectedAccounts(owners, before(team.importantAfterDays)),
  ]);
  return standing(context, deals, accounts);
}

/** The same for records by id, for a second look. */
export async function standingNow(
  context: StandingContext,
  ids: { deals: readonly string[]; accounts: readonly string[] },
): Promise<Standing> {
  const [deals, accounts] = await Promise.all([context.due.deals(ids.deals), context.due.accounts(ids.accounts)]);
  return standing(context, deals, accounts);
}

async function standing(
  { due, team, colleagues, day }: StandingContext,
  deals: readonly Stored<Deal>[],
  accounts: readonly Stored<Account>[],
): Promise<Standing> {
  const steps = await due.stepsAhead(
    deals.map(({ account }) => account),
    day,
  );
  const ahead = groupBy<string | null, (typeof steps)[number]>(steps, ({ account }) => account);
  const base = (owner: string) => {
    const zone = colleagues.get(owner)?.zone ?? team.zone;
    return { zone, region: regionOf(zone, team.holidays), today: day, named: null };
  };
  return {
    deals: deals.map((deal) => ({
      ...staleFacts(deal, ahead.get(deal.account) ?? [], { ...base(deal.owner), after: team.staleAfterWorkdays }),
      ...worthOf(deal, team),
    })),
    accounts: accounts.map((account) =>
      importantFacts(account, { ...base(account.owner), after: team.importantAfterDays }),
    ),
  };
}

/** In units of the company's currency; where no rate is set, the currency that needs one. */
function worthOf({ amount, currency }: Deal, team: Team): Pick<StaleDealFacts, 'amount' | 'noRate'> {
  if (amount === null || currency === null) return { amount: null };
  const own = inOwn(team, amount, currency);
  return own === null ? { amount: null, noRate: currency } : { amount: fromMinor(own, team.currency) };
}

/** What a digest lists of it, longest standing first; a neglected customer's stale deal is no row beside it, but weighs with it. */
export function digestItems({ deals, accounts }: Standing): DigestItem[] {
  const weights = new Map<string, number>();
  for (const facts of deals)
    if (staleSince(facts) !== null) weights.set(facts.account, (weights.get(facts.account) ?? 0) + weightOf(facts));
  const neglected = accounts.flatMap((facts): DigestItem[] => {
    const since = neglectedSince(facts);
    const { account, owner, contact } = facts;
    return since === null
      ? []
      : [
          {
            rule: 'important-account',
            subject: account,
            account,
            owner,
            last: contact,
            since,
            weight: weights.get(account) ?? 0,
          },
        ];
  });
  const told = new Set(neglected.map(({ account }) => account));
  const stale = deals.flatMap((facts): DigestItem[] => {
    const since = told.has(facts.account) ? null : staleSince(facts);
    const { deal, account, owner, touched } = facts;
    const never = facts.never ? { never: true } : {};
    const noRate = facts.noRate === undefined ? {} : { noRate: facts.noRate };
    return since === null
      ? []
      : [
          {
            rule: 'stale-deal',
            subject: deal,
            account,
            owner,
            last: touched,
            ...never,
            since,
            weight: weightOf(facts),
            ...noRate,
          },
        ];
  });
  return [...neglected, ...stale].sort((left, right) =>
    `${left.last} ${left.subject}` < `${right.last} ${right.subject}` ? -1 : 1,
  );
}

/**
 * Amount × risk, by which the three that need the manager are chosen. Risk is the deal's silence: the longer nobody has
 * worked on it, the likelier it is lost, counted in working days as the rule of stale deals counts; a step ahead or a pause takes the risk
 * away, and with it the deal from the list. What is in another currency than the company's weighs by its rate, and
 * where none is set not at all.
 */
const weightOf = ({ amount, touched, today, region, never, after }: StaleDealFacts): number =>
  (amount ?? 0) * Math.max(workdaysBetween(touched, today, region), never ? after : 0);

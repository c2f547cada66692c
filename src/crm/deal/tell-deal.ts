import { toMinor } from '../../chat/format.ts';
import type { Team } from '../team/team.ts';
import type { Deal } from './deal.ts';
import { isClosed, type Stage, stageIn, stageRank } from './stages.ts';

/** What was told of a deal, in currency units; null where nothing was told. */
export interface ToldDeal {
  amount: number | null;
  currency: string | null;
  stage: Exclude<Stage, 'lead' | 'opportunity'> | null;
  closeDate: string | null;
}

type DealPatch = Partial<{ [K in keyof Deal]: Deal[K] }>;

/**
 * The change that a telling makes to a deal: only what differs. A stage never steps back unasked (`corrected`: it was
 * asked); a missing currency is the deal's, else the team's; won and lost close it.
 */
export function dealPatch(
  deal: Deal,
  told: ToldDeal,
  team: Pick<Team, 'currency' | 'stages'>,
  options: { now: Date; corrected?: boolean },
): DealPatch {
  const patch: DealPatch = {};
  if (told.amount !== null) {
    const currency = told.currency ?? deal.currency ?? team.currency;
    const amount = toMinor(told.amount, currency);
    if (amount !== deal.amount || currency !== deal.currency) Object.assign(patch, { amount, currency });
  }
  if (told.stage !== null) {
    const stage = stageIn(team.stages, told.stage);
    const forward = stageRank(team.stages, stage) > stageRank(team.stages, deal.stage);
    // What is won or lost is not opened again by the way: that is a step back.
    const ahead = isClosed(stage) || (forward && !isClosed(deal.stage));
    if (stage !== deal.stage && (ahead || options.corrected === true))
      Object.assign(patch, stagePatch(deal, stage, team, options.now));
  }
  if (told.closeDate !== null && told.closeDate !== deal.closeDate) patch.closeDate = told.closeDate;
  return patch;
}

function stagePatch(deal: Deal, stage: Stage, team: Pick<Team, 'stages'>, now: Date): DealPatch {
  const further = stageRank(team.stages, stage) > stageRank(team.stages, deal.furthest);
  return {
    stage,
    ...(further ? { furthest: stage } : {}),
    closedAt: isClosed(stage) ? now : null,
  };
}

/** Whether a telling is enough to open a deal where the account has none: a sum, or a stage that only a deal has. */
export const opensDeal = (told: ToldDeal): boolean =>
  told.amount !== null || told.stage === 'proposal' || told.stage === 'negotiation' || told.stage === 'won';

/** A new deal as told. */
export function newDeal(
  told: ToldDeal,
  owner: { account: string; accountName: string; owner: string },
  team: Pick<Team, 'currency' | 'stages'>,
  now: Date,
): Deal {
  const first = stageIn(team.stages, 'contacted');
  const empty: Deal = {
    account: owner.account,
    owner: owner.owner,
    name: owner.accountName,
    amount: null,
    currency: null,
    stage: first,
    furthest: first,
    closeDate: null,
    openedAt: now,
    touchedAt: now,
    pausedUntil: null,
    closedAt: null,
    lostReason: null,
  };
  return { ...empty, ...dealPatch(empty, told, team, { now }) };
}

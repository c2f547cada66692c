import { toMinor } from '../../chat/format.ts';
import type { Team } from '../team/team.ts';
import { type Deal, isAmount } from './deal.ts';
import { isClosed, type Stage, stageIn, stageRank } from './stages.ts';

/** What was told of a deal, in currency units; null where nothing was told. */
export interface ToldDeal {
  amount: number | null;
  currency: string | null;
  stage: Exclude<Stage, 'lead' | 'opportunity'> | null;
  closeDate: string | null;
  /** `YYYY-MM-DD`: not to be chased before this day. */
  pausedUntil?: string | null;
  /** Why it was lost, in the teller's words. */
  lostReason?: string | null;
  /** It was said to be a further one: 再加一个单子. */
  isFurther?: boolean;
}

type DealPatch = Partial<{ [K in keyof Deal]: Deal[K] }>;

/**
 * The change that a telling makes to a deal: only what differs. A stage never steps back unasked (`corrected`: it was
 * asked); a missing currency is the deal's, else the team's; won and lost close it and end its pause.
 */
export function dealPatch(
  deal: Deal,
  told: ToldDeal,
  team: Pick<Team, 'currency' | 'stages'>,
  options: { now: Date; corrected?: boolean },
): DealPatch {
  const patch: DealPatch = {};
  if (told.amount !== null) {
    const currency = currencyOf(told, deal, team);
    const amount = toMinor(told.amount, currency);
    if (isAmount(amount) && (amount !== deal.amount || currency !== deal.currency))
      Object.assign(patch, { amount, currency });
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
  if (told.pausedUntil != null && told.pausedUntil !== deal.pausedUntil) patch.pausedUntil = told.pausedUntil;
  if (told.lostReason != null && (patch.stage ?? deal.stage) === 'lost') patch.lostReason = told.lostReason;
  return patch;
}

const currencyOf = (told: ToldDeal, deal: Pick<Deal, 'currency'> | null, team: Pick<Team, 'currency'>): string =>
  told.currency ?? deal?.currency ?? team.currency;

/** Whether the amount told is more than any deal may have: it is left out. `deal`: null where there is none yet. */
export const tellsTooMuch = (
  told: ToldDeal,
  deal: Pick<Deal, 'currency'> | null,
  team: Pick<Team, 'currency'>,
): boolean => told.amount !== null && !isAmount(toMinor(told.amount, currencyOf(told, deal, team)));

function stagePatch(deal: Deal, stage: Stage, team: Pick<Team, 'stages'>, now: Date): DealPatch {
  const further = stageRank(team.stages, stage) > stageRank(team.stages, deal.furthest);
  return {
    stage,
    ...(further ? { furthest: stage } : {}),
    closedAt: isClosed(stage) ? now : null,
    ...(isClosed(stage) && deal.pausedUntil !== null ? { pausedUntil: null } : {}),
    ...(stage !== 'lost' && deal.lostReason !== null ? { lostReason: null } : {}),
  };
}

/** Whether a telling is enough to open a deal where the account has none: a sum, a pause, or a stage that only a deal has. */
export const opensDeal = (told: ToldDeal, team: Pick<Team, 'currency'>): boolean =>
  (told.amount !== null && !tellsTooMuch(told, null, team)) ||
  told.pausedUntil != null ||
  told.stage === 'proposal' ||
  told.stage === 'negotiation' ||
  told.stage === 'won';

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

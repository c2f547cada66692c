import type { Stored } from '../ledger/change-set.ts';
import type { Draft, Ledger } from '../ledger/ledger.ts';
import { localDay } from './local-time.ts';
import { type Pushes, pushesKind } from './nudge.ts';
import { oneMore, type PushKind, type PushPlan, planPush, type Recipient } from './push-plan.ts';

/** Leaves a decision without committing it: the cause stays free for the time when the push may go. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
  readonly plan: Exclude<PushPlan, { kind: 'now' }> | null;

  /** `plan` null: there is nothing left to say. */
  constructor(plan: NotNow['plan']) {
    super('no push now');
    this.plan = plan;
  }
}

/** Takes one of the recipient's pushes of the day in this draft, so that no two processes go over the cap. Throws NotNow. */
export async function takePush(
  draft: Draft,
  kind: PushKind,
  person: string,
  recipient: Omit<Recipient, 'pushed'>,
  now: Date,
): Promise<void> {
  const pushed = await draft.read(pushesKind, person);
  const plan = planPush(kind, { ...recipient, pushed }, now);
  if (plan.kind !== 'now') throw new NotNow(plan);
  writePushes(draft, person, pushed, oneMore(pushed, localDay(now, recipient.zone)));
}

export function writePushes(draft: Draft, person: string, before: Stored<Pushes> | null, after: Pushes): void {
  if (before === null) draft.create(pushesKind, person, after);
  else draft.change(pushesKind, before, after);
}

/** `committed`: by us, just now; `repeated`: it was said already; else why it was not said. */
export type Pushed = 'committed' | 'repeated' | NonNullable<NotNow['plan']> | 'nothing';

/** Commits a push under its own key, once over all processes. */
export async function pushOnce(
  ledger: Ledger,
  cause: string,
  decide: (draft: Draft) => Promise<void>,
): Promise<Pushed> {
  try {
    return (await ledger.record({ id: cause, kind: 'rule', by: 'system' }, decide)).kind;
  } catch (error) {
    if (error instanceof NotNow) return error.plan ?? 'nothing';
    throw error;
  }
}

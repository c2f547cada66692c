import type { Address } from '../chat/message.ts';
import { USUAL } from '../crm/peace/peace.ts';
import type { Draft, SendOptions } from '../ledger/ledger.ts';
import { type HeldPush, heldPushKind } from './held-push.ts';
import { pushesKind } from './nudge.ts';
import { NotNow, takePush, writePushes } from './push.ts';
import { bookMorning, planPush, type Recipient, recipientOf } from './push-plan.ts';
import type { Recheck } from './recheck/recheck.ts';
import { reminderText } from './reminder-text.ts';
import type { RuleTools } from './tools.ts';

/** The second look at what was held back: whether its recipient may be told at that moment. */
export const HELD_CHECK = 'rules.held';

const MINUTE_MS = 60_000;

/** What somebody else's act makes due, in the recipient's words. `customer`: what they call it; `merged`: the next list is soon enough. */
export type ToldPush = Omit<HeldPush, 'at'> & { customer: string; merged?: boolean };

type Tools = Pick<RuleTools, 'colleagues' | 'team' | 'nudges'>;

/** Tells a person what somebody else's act makes due: from `at` on as a message of its own, else in the next list. */
export async function tellPerson(draft: Draft, tools: Tools, to: Address, push: ToldPush, at: Date): Promise<void> {
  const { customer, merged, ...told } = push;
  const { recipient, wroteAt } = await toldTo(tools, push.recipient, at);
  try {
    if (merged === true) throw new NotNow(null);
    await takePush(draft, 'other', push.recipient, recipient, at);
  } catch (error) {
    if (!(error instanceof NotNow)) throw error;
    return draft.create(heldPushKind, draft.newId(heldPushKind.kind), { ...told, at });
  }
  draft.send(to, { text: reminderText(told.state, customer, [told.detail]) }, leavingAt(later(at, wroteAt)));
}

/** How a push leaves. */
export type Leave = Required<Pick<SendOptions, 'notBefore' | 'recheck'>>;

const leavingAt = (notBefore: Date): Leave => ({ notBefore, recheck: { check: HELD_CHECK, facts: {} } });

/**
 * Takes one of a person's pushes for a message that cannot be merged, with buttons of its own; returns how it may
 * leave. Over the cap, outside the hours and on days off that is on a morning to come.
 */
export async function allowPush(draft: Draft, tools: Tools, person: string, at: Date): Promise<Leave> {
  const { recipient, wroteAt } = await toldTo(tools, person, at);
  try {
    await takePush(draft, 'other', person, recipient, at);
    return leavingAt(later(at, wroteAt));
  } catch (error) {
    if (!(error instanceof NotNow) || error.plan?.kind !== 'morning') throw error;
    const before = await draft.read(pushesKind, person);
    const booked = bookMorning({ ...recipient, pushed: before }, error.plan.at);
    writePushes(draft, person, before, booked.pushed);
    return leavingAt(booked.at);
  }
}

/** Not in the minute after they wrote. */
const later = (at: Date, wroteAt: Date | null): Date =>
  wroteAt === null ? at : new Date(Math.max(at.getTime(), wroteAt.getTime() + MINUTE_MS));

/** Not while its recipient is writing, nor outside their hours where it comes late. */
export const recheckHeld =
  ({ clock, ...tools }: Tools & Pick<RuleTools, 'clock'>): Recheck =>
  async (_facts, person) => {
    if (person === null) return 'send';
    const now = clock.now();
    const { recipient, wroteAt } = await toldTo(tools, person, now);
    const plan = planPush('other', { ...recipient, wroteAt, pushed: null }, now);
    if (plan.kind === 'now') return 'send';
    return plan.kind === 'hold' ? plan.until : plan.at;
  };

async function toldTo({ colleagues, team, nudges }: Tools, person: string, at: Date) {
  const [everybody, { holidays, zone }, wrote] = await Promise.all([
    colleagues.recent(),
    team.settings(),
    nudges.wroteSince(new Date(at.getTime() - MINUTE_MS)),
  ]);
  const known = everybody.get(person) ?? { zone, quiet: USUAL };
  const recipient: Omit<Recipient, 'pushed'> = recipientOf(known, holidays, null);
  return { recipient, wroteAt: wrote.get(person) ?? null };
}

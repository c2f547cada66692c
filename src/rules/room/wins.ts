import { maySee } from '../../access/viewer.ts';
import type { MessageDraft } from '../../chat/message.ts';
import type { Deal } from '../../crm/deal/deal.ts';
import type { Team } from '../../crm/team/team.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Colleagues } from '../colleagues.ts';
import { isOpen, localDay, nextMorning, regionOf, usualHours } from '../local-time.ts';
import { type NameBook, openNameBook } from '../name-book.ts';
import { nudgeId } from '../nudge.ts';
import { pushOnce } from '../push.ts';
import type { Reader } from '../reader.ts';
import { remember } from '../remember.ts';
import { reminderText } from '../reminder-text.ts';
import { ruleTexts } from '../texts.ts';
import type { RuleTools } from '../tools.ts';
import { roomReader } from './room-reader.ts';

export const WIN_CHECK = 'rules.win';
/** What goes to others waits, so that an undo can withdraw it. */
const WAIT_MS = 2 * 60_000;
/** How far back a process looks when it starts; an older win is no news. */
const RECENT_MS = 60 * 60_000;
/** Sets become readable a little after their time. */
const OVERLAP_MS = 60_000;

export interface WinFacts {
  deal: string;
  account: string;
  owner: string;
  /** The platform's conversation id. */
  room: string;
  /** ISO 8601 */
  closedAt: string;
}

/** Deals that were won, told to the rooms that asked for it. */
export function createWins({ ledger, due, rooms, nudges, team: teams }: RuleTools) {
  let through: Date | undefined;
  return {
    async run(now: Date, colleagues: Colleagues): Promise<number> {
      const from = new Date((through?.getTime() ?? now.getTime() - RECENT_MS) - OVERLAP_MS);
      const subscribed = await rooms.subscribed('wins');
      const won =
        subscribed.length === 0 ? [] : (await due.closedBetween(from, now)).filter(({ stage }) => stage === 'won');
      const pairs = won.flatMap((deal) => subscribed.map((room) => ({ deal, room })));
      const told = await nudges.nudges(pairs.map(({ deal, room }) => nudgeId('win', deal._id, room._id)));
      const fresh = pairs.filter(
        ({ deal, room }) => told.get(nudgeId('win', deal._id, room._id))?.occurrence !== deal.closedAt?.toISOString(),
      );
      const book =
        fresh.length === 0
          ? null
          : await openNameBook(due, colleagues, { accounts: fresh.map(({ deal }) => deal.account) });
      const team = await teams.settings();
      let sent = 0;
      for (const { deal, room } of fresh) {
        const reader = roomReader(room, team, colleagues, now);
        if (deal.closedAt === null || book === null || room.outsiders) continue;
        const { closedAt } = deal;
        const facts = { deal: deal._id, account: deal.account, owner: deal.owner, room: room.room };
        const occurrence = closedAt.toISOString();
        const cause = `rule:win:${deal._id}:${occurrence}:${room._id}`;
        const pushed = await pushOnce(ledger, cause, async (draft) => {
          await remember(draft, {
            rule: 'win',
            subject: deal._id,
            recipient: room._id,
            occurrence,
            series: occurrence,
            count: 1,
            firstDay: localDay(now, team.zone),
            lastDay: localDay(now, team.zone),
            snoozedUntil: null,
            paused: false,
          });
          draft.because({ rule: 'win', version: 1, facts: { ...facts, closedAt: occurrence } });
          const trigger = writerOf(deal);
          if (trigger !== undefined) draft.triggeredBy(trigger);
          draft.send({ adapter: room.adapter, room: room.room }, winMessage(deal, reader, book), {
            notBefore: atWork(new Date(closedAt.getTime() + WAIT_MS), team),
            recheck: { check: WIN_CHECK, facts: { set: draft.setId } },
          });
        });
        if (pushed === 'committed') sent++;
      }
      through = now;
      return sent;
    },
  };
}

/** The set that won it, so that undoing that one takes this message along. */
const writerOf = (deal: Stored<Deal>): string | undefined => deal.writers.stage;

const atWork = (at: Date, { zone, holidays }: Team): Date => {
  const hours = usualHours(zone, regionOf(zone, holidays));
  return isOpen(at, hours) ? at : nextMorning(at, hours);
};

/** Who won it, and where every member may know it, with whom. Never an amount. */
export function winMessage(
  deal: Pick<Deal, 'account' | 'owner'>,
  { viewer, locale }: Reader,
  book: NameBook,
): MessageDraft {
  const texts = ruleTexts(locale);
  const name = book.person(deal.owner);
  const customer = maySee(viewer, deal.owner) ? book.customer(viewer, deal.account) : null;
  return {
    text: customer === null ? texts.wonBy(name) : reminderText(texts.won, customer, [texts.wonWith(name)]),
  };
}

import { maySee } from '../../access/viewer.ts';
import { openNameBook } from '../name-book.ts';
import { type RoomAlertFacts, roomAlert } from '../room/room-alerts.ts';
import { roomReader } from '../room/room-reader.ts';
import { type WinFacts, winMessage } from '../room/wins.ts';
import type { RuleTools } from '../tools.ts';
import { type Recheck, rewritten } from './recheck.ts';
import { refreshListed } from './refresh.ts';

/** Cut again to what the room's present members may know; dropped when nothing is left of it. */
export function recheckRoomAlert({ due, colleagues, ledger, team, rooms, clock }: RuleTools): Recheck {
  return async ({ set: id }) => {
    const [set, everybody, settings] = await Promise.all([
      ledger.findSet(String(id)),
      colleagues.recent(),
      team.settings(),
    ]);
    if (set?.reason === undefined) return 'drop';
    const told = set.reason.facts as unknown as RoomAlertFacts;
    const room = await rooms.byRoom(told.room);
    if (room === null) return 'drop';
    const reader = { ...roomReader(room, settings, everybody, clock.now()), today: told.day };
    const standing = await refreshListed({ due, team: settings, colleagues: everybody }, told.items, told.day);
    const items = standing.filter(({ owner }) => maySee(reader.viewer, owner));
    if (items.length === 0) return 'drop';
    const book = await openNameBook(due, everybody, { accounts: items.map(({ account }) => account) });
    return rewritten(set, roomAlert(items, set._id, reader, book));
  };
}

/** Dropped when the deal is no longer won by that very act. */
export function recheckWin({ due, colleagues, ledger, team, rooms, clock }: RuleTools): Recheck {
  return async ({ set: id }) => {
    const set = await ledger.findSet(String(id));
    if (set?.reason === undefined) return 'drop';
    const told = set.reason.facts as unknown as WinFacts;
    const [[deal], room, everybody, settings] = await Promise.all([
      due.deals([told.deal]),
      rooms.byRoom(told.room),
      colleagues.recent(),
      team.settings(),
    ]);
    if (deal?.stage !== 'won' || deal.closedAt?.toISOString() !== told.closedAt) return 'drop';
    if (room === null || room.outsiders || !room.alerts.includes('wins')) return 'drop';
    const book = await openNameBook(due, everybody, { accounts: [deal.account] });
    return rewritten(set, winMessage(deal, roomReader(room, settings, everybody, clock.now()), book));
  };
}

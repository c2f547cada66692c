import { maySee } from '../../access/viewer.ts';
import type { MessageDraft } from '../../chat/message.ts';
import { listRow } from '../../chat/width.ts';
import type { Room } from '../../crm/room/room.ts';
import type { Team } from '../../crm/team/team.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Colleagues } from '../colleagues.ts';
import type { DigestItem } from '../decide/team-digest.ts';
import type { Day } from '../local-time.ts';
import { digestRow } from '../morning/morning-message.ts';
import { digestItems, standingOf } from '../morning/standing.ts';
import { type NameBook, openNameBook } from '../name-book.ts';
import { nudgeId } from '../nudge.ts';
import { pushOnce } from '../push.ts';
import type { Reader } from '../reader.ts';
import { remember } from '../remember.ts';
import { listHead } from '../reminder-text.ts';
import { ruleTexts } from '../texts.ts';
import type { RuleTools } from '../tools.ts';
import { roomReader } from './room-reader.ts';

export const ROOM_CHECK = 'rules.room-alerts';
const RULE = 'room-alerts';
const ROWS = 5;

export interface RoomAlertFacts {
  /** The platform's conversation id. */
  room: string;
  day: Day;
  items: DigestItem[];
}

/** Where it is remembered when a room was last told. */
const memoryOf = (room: string): string => nudgeId(RULE, 'room', room);

const alertOf = { 'stale-deal': 'stale-deals', 'important-account': 'important-accounts' } as const;

/**
 * At most one message a morning to each room that asked for it: first all that stands, then what has come into the list
 * since the last one. A change of what the room asks for begins anew.
 */
export async function alertRooms(
  { ledger, due, rooms, nudges }: Pick<RuleTools, 'ledger' | 'due' | 'rooms' | 'nudges'>,
  day: Day,
  at: { now: Date; team: Team; colleagues: Colleagues },
): Promise<number> {
  const { now, team, colleagues } = at;
  const subscribed = new Map<string, Stored<Room>>();
  for (const alert of ['stale-deals', 'important-accounts'] as const)
    for (const room of await rooms.subscribed(alert)) subscribed.set(room._id, room);
  if (subscribed.size === 0) return 0;

  const told = await nudges.nudges([...subscribed.keys()].map(memoryOf));
  let sent = 0;
  for (const room of subscribed.values()) {
    const reader = roomReader(room, team, colleagues, now);
    const owners = colleagues.all.map(({ id }) => id).filter((id) => maySee(reader.viewer, id));
    if (owners.length === 0) continue;
    const series = room.writers.alerts ?? '';
    const known = told.get(memoryOf(room._id));
    const last = known?.series === series ? (known.lastDay ?? '') : '';
    const items = digestItems(await standingOf({ due, team, colleagues, day }, owners, now)).filter(
      ({ rule, since }) => since > last && room.alerts.includes(alertOf[rule]),
    );
    if (items.length === 0) continue;
    const book = await openNameBook(due, colleagues, { accounts: items.map(({ account }) => account) });
    const pushed = await pushOnce(ledger, `rule:room-alerts:${room._id}:${day}`, async (draft) => {
      const message = roomAlert(items, draft.setId, reader, book);
      await remember(draft, {
        ...{ rule: RULE, subject: 'room', recipient: room._id },
        ...{ occurrence: day, series, count: 1, firstDay: day, lastDay: day, snoozedUntil: null, paused: false },
      });
      const facts: RoomAlertFacts = { room: room.room, day, items };
      draft.because({ rule: RULE, version: 1, facts: { ...facts } });
      draft.send({ adapter: room.adapter, room: room.room }, message, {
        recheck: { check: ROOM_CHECK, facts: { set: draft.setId } },
        pressers: null,
      });
    });
    if (pushed === 'committed') sent++;
  }
  return sent;
}

export function roomAlert(items: readonly DigestItem[], set: string, reader: Reader, book: NameBook): MessageDraft {
  const texts = ruleTexts(reader.locale);
  const rows = items.map((item) => digestRow(item, reader, book));
  const shown = rows.slice(0, ROWS);
  const state = items.every(({ rule }) => rule === 'important-account') ? texts.important : texts.stale;
  return {
    text: [
      listHead(state, rows[0]?.customer ?? texts.someone, rows.length, reader.locale),
      ...shown.map(({ parts }, index) => listRow(parts, `${index + 1} `)),
    ].join('\n'),
    buttons: [
      ...(rows.length > shown.length ? [{ label: texts.all, action: 'list.all', args: { set } }] : []),
      { label: texts.why, action: 'reminder.why', args: { set } },
    ],
  };
}

import { viewerFor } from '../../access/viewer-for.ts';
import type { Room } from '../../crm/room/room.ts';
import type { Team } from '../../crm/team/team.ts';
import type { Colleagues } from '../colleagues.ts';
import { localDay } from '../local-time.ts';
import type { Reader } from '../reader.ts';

/** A group as the reader of an alert: what every member may be told, in the team's language and zone. */
export function roomReader(room: Room, team: Team, colleagues: Colleagues, now: Date): Reader {
  const [first = 'system'] = room.members;
  const { members, outsiders } = room;
  return {
    viewer: viewerFor(first, { kind: 'group', members, outsiders }, colleagues.all),
    locale: team.locale,
    zone: team.zone,
    today: localDay(now, team.zone),
  };
}

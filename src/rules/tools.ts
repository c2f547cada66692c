import type { Address } from '../chat/message.ts';
import type { ContactStore } from '../crm/contact/contact-store.ts';
import type { RoomStore } from '../crm/room/room-store.ts';
import type { TeamStore } from '../crm/team/team-store.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { createColleagues, Member } from './colleagues.ts';
import type { DueStore } from './due-store.ts';
import type { NudgeStore } from './nudge-store.ts';

/** What every rule works with. */
export interface RuleTools {
  ledger: Ledger;
  due: DueStore;
  nudges: NudgeStore;
  contacts: Pick<ContactStore, 'withBirthday'>;
  rooms: Pick<RoomStore, 'subscribed' | 'byRoom'>;
  team: Pick<TeamStore, 'settings'>;
  colleagues: ReturnType<typeof createColleagues>;
  /** Where a person is told something. */
  address: (person: Member) => Address;
  clock: Clock;
  logger: Logger;
  /** Aborted when the process is to end: a long run then stops between two pages. */
  stopping: AbortSignal;
}

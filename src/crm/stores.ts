import type { Connection } from 'mongoose';
import type { RecordKind } from '../ledger/ledger.ts';
import { accountKind } from './account/account.ts';
import { accountNameKind } from './account/account-name.ts';
import { createAccountStore } from './account/account-store.ts';
import { companyDayKind } from './company-day/company-day.ts';
import { createCompanyDayStore } from './company-day/company-day-store.ts';
import { contactKind } from './contact/contact.ts';
import { createContactStore } from './contact/contact-store.ts';
import { dealKind } from './deal/deal.ts';
import { createDealStore } from './deal/deal-store.ts';
import { groupKind } from './group/group.ts';
import { createGroupStore } from './group/group-store.ts';
import { handingKind } from './handing/handing.ts';
import { createHandingStore } from './handing/handing-store.ts';
import { importKind } from './import/import.ts';
import { createImportStore } from './import/import-store.ts';
import { interactionKind } from './interaction/interaction.ts';
import { createInteractionStore } from './interaction/interaction-store.ts';
import { peaceKind } from './peace/peace.ts';
import { createPeaceStore } from './peace/peace-store.ts';
import { joinCodeKind } from './person/join-code.ts';
import { createJoinCodeStore } from './person/join-code-store.ts';
import { personKind } from './person/person.ts';
import { createPersonStore } from './person/person-store.ts';
import { rateKind } from './rate/rate.ts';
import { roomKind } from './room/room.ts';
import { createRoomStore } from './room/room-store.ts';
import { taskKind } from './task/task.ts';
import { createTaskStore } from './task/task-store.ts';
import { taughtNameKind } from './taught-name/taught-name.ts';
import { createTaughtNameStore } from './taught-name/taught-name-store.ts';
import { teamKind } from './team/team.ts';
import { createTeamStore } from './team/team-store.ts';
import { correctionKind } from './telling/kept-correction.ts';

/** Every noun's reads over one connection. */
export type Stores = ReturnType<typeof createStores>;

export function createStores(connection: Connection) {
  return {
    accounts: createAccountStore(connection),
    companyDays: createCompanyDayStore(connection),
    contacts: createContactStore(connection),
    deals: createDealStore(connection),
    groups: createGroupStore(connection),
    handings: createHandingStore(connection),
    imports: createImportStore(connection),
    interactions: createInteractionStore(connection),
    joinCodes: createJoinCodeStore(connection),
    peace: createPeaceStore(connection),
    people: createPersonStore(connection),
    rooms: createRoomStore(connection),
    tasks: createTaskStore(connection),
    taughtNames: createTaughtNameStore(connection),
    team: createTeamStore(connection),
  };
}

/** Every kind of record that the CRM keeps in the ledger. */
export const crmKinds = [
  accountKind,
  accountNameKind,
  companyDayKind,
  contactKind,
  correctionKind,
  dealKind,
  groupKind,
  handingKind,
  importKind,
  interactionKind,
  joinCodeKind,
  peaceKind,
  personKind,
  rateKind,
  roomKind,
  taskKind,
  taughtNameKind,
  teamKind,
] as unknown as readonly RecordKind[];

import { createAmend } from './amend/index.ts';
import { createAttachFile } from './attach-file/index.ts';
import { createBirthdayList } from './birthday-list/index.ts';
import { createChangeStep } from './change-step/index.ts';
import { createCompanyDays } from './company-days/index.ts';
import type { CrmCapability, CrmTools } from './crm-turn.ts';
import { createDailyReport } from './daily-report/index.ts';
import { createDeadLetters } from './dead-letters/index.ts';
import { createExchangeRates } from './exchange-rates/index.ts';
import { createGuide } from './guide/index.ts';
import { createHandOver } from './hand-over/index.ts';
import { createHelp } from './help/index.ts';
import { createImportCustomers } from './import-customers/index.ts';
import { createJoin } from './join/index.ts';
import { createJoinCodes } from './join-codes/index.ts';
import { createLeave } from './leave/index.ts';
import { createLogInteraction } from './log-interaction/index.ts';
import { createManagePeople } from './manage-people/index.ts';
import { createManageTeams } from './manage-teams/index.ts';
import { createMarkImportant } from './mark-important/index.ts';
import { createMyDay } from './my-day/index.ts';
import { createMyList } from './my-list/index.ts';
import { createMyReminders } from './my-reminders/index.ts';
import { createNotYet } from './not-yet/index.ts';
import { createOutsideContact } from './outside-contact/index.ts';
import { createPauseDeals } from './pause-deals/index.ts';
import { createPipelineReport } from './pipeline-report/index.ts';
import { createReminder } from './reminder/index.ts';
import { createShowAccount } from './show-account/index.ts';
import { createStaleDeals } from './stale-deals/index.ts';
import { createSubscribeRoom } from './subscribe-room/index.ts';
import { createTeachName } from './teach-name/index.ts';
import { createUndo } from './undo/index.ts';
import { createUnsorted } from './unsorted/index.ts';
import { createWinRate } from './win-rate/index.ts';

/** Everything that one can do by talking; commands are tried in this order. */
export const createCapabilities = (tools: CrmTools): CrmCapability[] => [
  // Before undo: both turn back what is too large for one change set.
  createImportCustomers(tools),
  createHandOver(tools),
  createUndo(tools),
  createHelp(tools),
  createGuide(tools),
  createJoinCodes(tools),
  createLeave(tools),
  createManagePeople(tools),
  createManageTeams(tools),
  createPipelineReport(tools),
  createWinRate(tools),
  createExchangeRates(tools),
  createStaleDeals(tools),
  createMyDay(tools),
  createMyList(tools),
  createChangeStep(tools),
  createDailyReport(tools),
  // Before my-reminders: 放假 without 我 is the company's.
  createCompanyDays(tools),
  createMyReminders(tools),
  createUnsorted(tools),
  createPauseDeals(tools),
  createReminder(tools),
  createDeadLetters(tools),
  createMarkImportant(tools),
  createTeachName(tools),
  createSubscribeRoom(tools),
  createAmend(tools),
  createLogInteraction(tools),
  createShowAccount(tools),
  createBirthdayList(tools),
  createAttachFile(tools),
  createJoin(tools),
  createOutsideContact(tools),
  createNotYet(),
];

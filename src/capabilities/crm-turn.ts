import type { Colleague } from '../access/scope.ts';
import type { Viewer } from '../access/viewer.ts';
import { privately } from '../access/viewer-for.ts';
import { dayText } from '../calendar/days.ts';
import { wallTime } from '../calendar/zone.ts';
import type { Capability, Reading, Turn } from '../chat/capability.ts';
import type { Chat } from '../chat/chat.ts';
import type { DeadLetters } from '../chat/dead-letters.ts';
import type { Address } from '../chat/message.ts';
import type { KeptFiles } from '../crm/interaction/kept-file.ts';
import type { Stores } from '../crm/stores.ts';
import type { Teller } from '../crm/telling/teller.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { Rules } from '../rules/create-rules.ts';
import type { OpenQuestions } from '../rules/tools.ts';

/** A turn and a capability of the CRM. */
export type CrmTurn = Turn<Viewer>;
export type CrmCapability = Capability<Viewer>;
export type CrmReading = Reading<Viewer>;

/** What capabilities are built from. */
export interface CrmTools {
  stores: Stores;
  ledger: Ledger;
  /** What people send: files, pasted lists. */
  blobs: BlobStore;
  /** What was kept of it, for those who may see it. */
  files: KeptFiles;
  /** Where a colleague is reached; null when they have never been seen on any platform. */
  addressOf(person: string): Promise<Address | null>;
  rules: Pick<
    Rules,
    'explain' | 'listAll' | 'toldRows' | 'snooze' | 'pause' | 'tell' | 'allowPush' | 'quiet' | 'peopleUnder'
  >;
  /** The people as access knows them, each with the manager whom they answer to now. */
  colleagues(): Promise<readonly Colleague[]>;
  /** Where the chat page is opened; null while it is not known. */
  pageUrl(): string | null;
  /** What these people were asked and have not answered, the oldest first. */
  openQuestions: OpenQuestions;
  deadLetters: () => DeadLetters;
  /** Those who have written and not joined. */
  strangers: () => Chat['strangers'];
  /** The set that last told this person something unasked; null when none ever did. */
  lastPush(person: string): Promise<string | null>;
}

/** The day (`YYYY-MM-DD`) that it is for the speaker. */
export const todayOf = (turn: Pick<CrmTurn, 'now' | 'speaker'>): string =>
  dayText(wallTime(turn.now.getTime(), turn.speaker.zone).day);

/** The speaker as one who tells: what they write is judged by their own scope, also when a group listens. */
export async function tellerOf(turn: CrmTurn, { stores }: CrmTools): Promise<Teller> {
  return {
    draft: turn.draft,
    viewer: privately(turn.viewer),
    person: { id: turn.speaker.id, zone: turn.speaker.zone },
    stores,
    team: await stores.team.settings(),
    now: turn.now,
  };
}

import type { Amendment } from '../understanding/amend/amend.ts';
import type { PreviousPerson, PreviousRecord } from '../understanding/amend/previous-record.ts';
import type { SaidAnew } from '../understanding/continues/said-anew.ts';
import type { Heard } from '../understanding/open/heard.ts';
import type { MessageInput } from '../understanding/understanding.ts';
import type { ConversationFields, RecentRecord } from './capability.ts';
import { lastWithin } from './last-record.ts';
import type { Talk } from './turn.ts';

type Soon<T> = T | Promise<T>;

/** Understanding as dispatch needs it, over the names that the viewer may know. */
export interface Reader<V> {
  /** The texts of a message's parts, at least one. */
  split(input: MessageInput, viewer: V): Soon<string[]>;
  /** `command`: the words are a command already, so that nobody is to wait for a second reader. */
  understand(input: MessageInput, viewer: V, options?: { command: boolean }): Soon<Heard>;
  amend(
    previous: PreviousRecord,
    input: MessageInput,
    viewer: V,
    options: { invited: boolean; next: boolean },
  ): Soon<Amendment | null>;
  continues(previous: PreviousRecord, input: MessageInput, viewer: V): Soon<Heard | null>;
  /** One more contact with the previous record's customer: a record of its own. */
  onceMore(previous: PreviousRecord, input: MessageInput, viewer: V): Soon<Heard | null>;
  /** The command `said` once more, with something else in it. */
  saidAnew(said: string, input: MessageInput, viewer: V): Soon<SaidAnew | null>;
}

/** A text as understanding takes it, with what is known around it. */
export function inputOf(
  talk: Talk<unknown>,
  text: string,
  around: { id: string; conversation?: ConversationFields; repliedTo?: RecentRecord | undefined },
): MessageInput {
  const recentAccounts = (around.conversation?.recent ?? [])
    .flatMap(({ previous }) => (previous.account === null ? [] : [previous.account.id]))
    .reverse();
  const accountId = around.repliedTo?.previous.account?.id;
  const last = lastWithin(around.conversation?.recent ?? [], talk.now)?.previous;
  return {
    id: around.id,
    text,
    at: talk.now.toISOString(),
    timeZone: talk.speaker.zone,
    context: {
      sender: talk.speaker.id,
      recentAccounts,
      ...(last?.account == null
        ? {}
        : { spokenOf: { accountId: last.account.id, people: last.contacts.flatMap(wordsFor) } }),
      ...(accountId === undefined ? {} : { repliedTo: { accountId } }),
    },
  };
}

const wordsFor = ({ name, mention = name }: PreviousPerson): string[] => [...new Set([name, mention])];

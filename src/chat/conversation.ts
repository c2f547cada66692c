import { createHash } from 'node:crypto';
import type { RecordKind } from '../ledger/ledger.ts';
import { ERASED_WORDS } from '../ports/seals.ts';
import type { ConversationFields, QuestionFields } from './capability.ts';

/** What a talk remembers. Every set from the talk takes it, so one talk's messages commit in order over all processes. */
export const conversationKind: RecordKind<ConversationFields> = {
  kind: 'conversation',
  collection: 'conversations',
  bookkeeping: true,
  personal: { recent: [], query: null, held: [], offered: null, commanded: null },
};

/** A record of its own, so that one person has a question once over all platforms. */
export const questionKind: RecordKind<QuestionFields> = {
  kind: 'question',
  collection: 'questions',
  bookkeeping: true,
  personal: { text: ERASED_WORDS, choices: [], memo: {}, answer: null },
};

export const conversationId = (room: string, person: string): string => shortKey(`${room}:${person}`);

/** A key as it is, or its hash where it is too long for an index: platforms and clients choose how long theirs are. */
export function shortKey(key: string): string {
  return Buffer.byteLength(key) <= 120 ? key : createHash('sha256').update(key).digest('base64url');
}

export const newConversation = (room: string, person: string): ConversationFields => ({
  room,
  person,
  question: null,
  recent: [],
  undoable: [],
  undone: null,
  query: null,
  puzzledAt: null,
  greeted: false,
  amending: null,
  numbered: [],
  held: [],
  wroteAt: null,
});

import type { ChangeSet, Stored } from '../ledger/change-set.ts';
import type { Draft, SendOptions } from '../ledger/ledger.ts';
import type { ConversationFields, QuestionFields, Speaker, Turn } from './capability.ts';
import { conversationId, conversationKind, newConversation, questionKind } from './conversation.ts';
import { oneReceipt } from './held-receipts.ts';
import { isDirect, type MessageDraft } from './message.ts';
import { questionMessage } from './pending-question.ts';
import { closeElsewhere, showAt } from './shown-at.ts';

const RECENT = 5;
const UNDOABLE = 20;
/** Ends what stands for the row of a message that is held. */
const HELD = '/held';

/** One person in one room, and the event that they brought. */
export interface Talk<V> {
  adapter: string;
  room: string;
  speaker: Speaker;
  viewer: V;
  now: Date;
}

export interface OpenTurn<V> {
  turn: Turn<V>;
  /** Whose turn it is: the capability that a question's answer goes to. */
  by(capability: string): void;
  /** From here on this turn is one part of a split message: what it says is held, and said as one by the last part. */
  asPart(part: number, last: boolean): void;
  part(): { number: number; last: boolean } | null;
  /** Whether what was pressed did nothing, and its button stays. */
  isUnspent(): boolean;
  /** Asks a question that was open before once more. */
  asksAgain(question: Stored<QuestionFields>): Promise<void>;
  /** A question was answered: where it stands on another platform, it is shown as answered, its buttons gone. */
  closes(question: Stored<QuestionFields>, answer: string): Promise<void>;
  /** Adds a line to the first thing said, or says it alone. */
  notice(line: string): void;
  /** Asks what is to be asked and writes what the conversation remembers; nothing may be said after it. */
  finish(): Promise<void>;
}

interface Asked {
  capability: string;
  question: Parameters<Turn<unknown>['ask']>[0];
}

/** Opens a turn over a draft: reads the conversation and takes it, whatever the turn goes on to do. */
export async function openTurn<V>(
  draft: Draft,
  talk: Talk<V>,
  findSet: (id: string) => Promise<ChangeSet | null>,
): Promise<OpenTurn<V>> {
  const { adapter, room, speaker, viewer, now } = talk;
  const id = conversationId(room, speaker.id);
  const record = await draft.read(conversationKind, id);
  const conversation: ConversationFields = { ...newConversation(room, speaker.id), ...record };
  const patch: Partial<ConversationFields> = { wroteAt: now };
  const direct = isDirect(room);
  const asked: Asked[] = [];
  let asking = false;
  let capability = '';
  let part: { number: number; last: boolean } | null = null;
  let line: string | null = null;
  let unspent = false;

  function remember(changes: Partial<ConversationFields>) {
    Object.assign(conversation, changes);
    Object.assign(patch, changes);
  }

  const send = (message: MessageDraft, alone: boolean, options?: SendOptions): string =>
    draft.send({ adapter, room, ...(alone && !direct ? { onlyFor: speaker.id } : {}) }, message, options);

  function say(said: MessageDraft, how: { alone: boolean; question?: string; replaces?: string | undefined }): string {
    const message = line === null ? said : { ...said, text: `${said.text}\n${line}` };
    line = null;
    // A receipt that was said within a numbered one has no message of its own to be edited.
    const replaces = how.replaces?.endsWith(HELD) ? undefined : how.replaces;
    if (part === null) return send(message, how.alone, replaces === undefined ? {} : { replaces });
    const held = { part: part.number, private: how.alone && !direct, question: how.question ?? null, message };
    remember({ held: [...conversation.held, held] });
    return `${draft.setId}${HELD}`;
  }

  /** Records a question and asks it; the second and later ones of a message are asked when the one before is answered. */
  async function pose({ capability, question }: Asked): Promise<void> {
    const questionId = draft.newId(questionKind.kind);
    const pending = conversation.question;
    const first = asking && pending !== null ? await draft.read(questionKind, pending) : null;
    const fields: QuestionFields = {
      person: speaker.id,
      room,
      capability,
      text: question.text,
      choices: question.choices,
      memo: question.memo ?? {},
      askedAt: now,
      open: true,
      answer: null,
      earlier: first === null ? pending : first.earlier,
      set: draft.setId,
    };
    if (first !== null) {
      draft.create(questionKind, questionId, fields);
      return draft.change(questionKind, first, { earlier: questionId });
    }
    asking = true;
    remember({ question: questionId });
    draft.create(questionKind, questionId, fields);
    await show(questionId, fields);
  }

  async function show(id: string, question: QuestionFields): Promise<void> {
    const row = say(questionMessage(id, question, speaker.locale), { alone: true, question: id });
    if (!row.endsWith(HELD)) await showAt(draft, [id], { adapter, row });
  }

  const turn: Turn<V> = {
    speaker,
    viewer,
    room,
    direct,
    now,
    draft,
    conversation,
    remember,
    made(made) {
      const others = conversation.recent.filter(({ set }) => set !== made.set);
      remember({ recent: [...others, { ...made, at: now }].slice(-RECENT) });
    },
    undoable: () =>
      remember({ undoable: [...conversation.undoable, draft.setId].slice(-UNDOABLE), undone: null, didAt: now }),
    reply: (message, options) => say(message, { alone: false, replaces: options?.replaces }),
    whisper: (message, options) => say(message, { alone: true, replaces: options?.replaces }),
    ask: (question) => void asked.push({ capability, question }),
    unspent() {
      unspent = true;
    },
  };

  return {
    turn,
    by(name) {
      capability = name;
    },
    asPart(number, last) {
      part = { number, last };
      asking = number > 1 && conversation.held.some((held) => held.question);
      const before = number === 1 ? [] : conversation.numbered;
      remember({ numbered: [...before, draft.setId], ...(number === 1 ? { held: [] } : {}) });
    },
    part: () => part,
    isUnspent: () => unspent,
    asksAgain: (question) => show(question._id, question),
    async closes(question, answer) {
      if (direct) await closeElsewhere(draft, findSet, question, answer, { adapter, room });
    },
    notice(words) {
      line = words;
    },
    async finish() {
      for (const question of asked) await pose(question);
      if (line !== null) {
        const alone = line;
        line = null;
        say({ text: alone }, { alone: true });
      }
      if (part?.last) {
        for (const { message, alone, question } of oneReceipt(conversation.held)) {
          const row = send(message, alone);
          if (question !== undefined) await showAt(draft, [question], { adapter, row });
        }
        remember({ held: [] });
      }
      if (record === null) draft.create(conversationKind, id, { ...newConversation(room, speaker.id), ...patch });
      else draft.change(conversationKind, record, patch);
    },
  };
}

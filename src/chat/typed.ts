import type { Ledger } from '../ledger/ledger.ts';
import { OF_THEM } from '../understanding/continues/goes-on.ts';
import { comesAlong } from '../understanding/continues/of-step.ts';
import type { Heard } from '../understanding/open/heard.ts';
import type { ContactReference } from '../understanding/understanding.ts';
import { isAcknowledgement } from './acknowledgement.ts';
import { answerQuestion } from './answer.ts';
import type { Capability, Prompt, RecentRecord, Said } from './capability.ts';
import { asksForAll, listChoices } from './choose.ts';
import { questionKind, shortKey } from './conversation.ts';
import { isGreeting } from './greeting.ts';
import { isFresh, isLastDone, lastWithin } from './last-record.ts';
import { setOfRow } from './outbox-row.ts';
import { choiceIn } from './pending-question.ts';
import { pointedAt } from './pointed-at.ts';
import { openPrompt } from './prompt.ts';
import { answeredOffer, puzzled } from './puzzled.ts';
import { inputOf, type Reader } from './reader.ts';
import { SAY } from './say.ts';
import { keepCommand } from './say-anew.ts';
import { chatTexts } from './texts-chat.ts';
import type { OpenTurn, Talk } from './turn.ts';

export interface Typed {
  text: string;
  /** As it was sent, where `text` is only some of it. */
  whole?: string;
  replyTo?: string | undefined;
  /** Said in a group to nobody by name: only what it answers is done. */
  onlyAnswers?: boolean;
  spoken?: true | undefined;
  /** The parts of a split message; the first is handled here when the whole is neither answer nor command. */
  parts?: readonly string[];
}

export interface TypedTools<V> {
  ledger: Pick<Ledger, 'findSet'>;
  reader: Reader<V>;
  capabilities: readonly Capability<V>[];
  /** What free words that reply to something told unasked are about, by its set; null: nothing in particular. */
  promptUnder?(set: string, talk: Talk<V>): Promise<Prompt | null>;
}

/** Finds whom typed words are for: the open question, a command, an earlier record, or the capability of their intent. */
export function createTypedRouter<V>({ ledger, reader, capabilities, promptUnder }: TypedTools<V>) {
  async function route(open: OpenTurn<V>, talk: Talk<V>, typed: Typed): Promise<void> {
    const { turn } = open;
    const text = typed.text.trim();
    if (await answers(open, text)) return;
    const offer = answeredOffer(open, text);
    if (offer !== null) return offer.taken ? understood(open, talk, { text: offer.text }) : puzzled(open);
    if (typed.onlyAnswers) return understood(open, talk, typed);
    for (const capability of capabilities) {
      const command = await capability.command?.(text, turn.speaker.locale, turn.conversation, talk);
      if (command == null) continue;
      open.by(capability.name);
      const message = await said(open, talk, typed, { follow: false, command: true });
      return keepCommand(open, text, () => capability.run(turn, message, command));
    }
    const [first, ...others] = typed.parts ?? [];
    if (first !== undefined && others.length > 0) {
      open.asPart(1, false);
      return understood(open, talk, { ...typed, text: first, whole: typed.whole ?? typed.text });
    }
    await understood(open, talk, typed);
  }

  async function answers(open: OpenTurn<V>, text: string): Promise<boolean> {
    const { draft, conversation } = open.turn;
    if (conversation.question === null) return false;
    const question = await draft.read(questionKind, conversation.question);
    if (question === null || !question.open) return false;
    const choice = choiceIn(text, question);
    if (choice === null && asksForAll(text, question)) {
      await listChoices(open, question._id);
      return true;
    }
    if (choice === null) return false;
    await answerQuestion(open, capabilities, question, choice);
    return true;
  }

  /** Handles words that are neither an answer nor a command. */
  async function understood(open: OpenTurn<V>, talk: Talk<V>, typed: Typed): Promise<void> {
    const { turn } = open;
    const text = typed.text.trim();
    if (isAcknowledgement(text)) return;
    if (isGreeting(text)) return greet(open);
    if (text === '') return puzzled(open);
    const message = await said(open, talk, typed, { follow: true });
    if (turn.conversation.amending !== null) turn.remember({ amending: null });
    if (await prompted(open, talk, message, typed)) return;
    if (typed.onlyAnswers && message.follows?.kind !== 'amendment') return;
    if (await goesOn(open, message)) return;
    const follows = message.follows?.kind;
    const capability =
      (follows === undefined ? undefined : capabilities.find((one) => one.takesFollowUps?.includes(follows))) ??
      capabilities.find((one) => one.intents?.includes(message.understanding.intent));
    if (capability === undefined) return puzzled(open, text, message.understanding.remarks.newName);
    open.by(capability.name);
    await keepCommand(open, text, () => capability.run(turn, message, null));
  }

  /** Lets words be about what was asked here in free words, unless they reply to something else. */
  async function prompted(open: OpenTurn<V>, talk: Talk<V>, message: Said, { replyTo }: Typed): Promise<boolean> {
    const { turn } = open;
    const last = openPrompt(turn.conversation, message, turn.now);
    const asked = replyTo === undefined || replyTo.startsWith(String(last?.memo.set));
    const under = asked ? null : setOfRow(replyTo);
    const prompt = asked ? last : under === null ? null : ((await promptUnder?.(under, talk)) ?? null);
    if (prompt === null) return false;
    const capability = capabilities.find(({ name }) => name === prompt.capability);
    if (capability?.prompted === undefined) return false;
    open.by(capability.name);
    // What replies to a reminder is about that, not about an earlier record.
    const { follows: _, ...alone } = message;
    return capability.prompted(turn, asked ? message : alone, prompt);
  }

  /** Lets words without an intent go on about the last answer, or be kept as they are. */
  async function goesOn(open: OpenTurn<V>, message: Said): Promise<boolean> {
    const { turn } = open;
    if (message.understanding.intent !== 'unknown' || message.follows !== undefined) return false;
    for (const capability of capabilities) {
      const args = await capability.goesOn?.(message, turn.conversation, turn.now);
      if (args == null) continue;
      open.by(capability.name);
      await capability.run(turn, message, args);
      return true;
    }
    return false;
  }

  async function said(
    open: OpenTurn<V>,
    talk: Talk<V>,
    typed: Typed,
    { follow, command = false }: { follow: boolean; command?: boolean },
  ): Promise<Said> {
    const { conversation, draft } = open.turn;
    const pointed = follow ? pointedAt(typed.text.trim(), conversation) : null;
    const at = pointed !== null && isFresh(pointed.record, talk.now) ? pointed : null;
    const text = at?.rest ?? typed.text.trim();
    const repliedTo = (await recordOf(typed.replyTo, conversation.recent)) ?? at?.record;
    const input = inputOf(talk, text, { id: draft.setId, conversation, repliedTo });
    const understanding = await reader.understand(input, talk.viewer, { command });
    const whole = typed.whole === undefined ? {} : { whole: typed.whole };
    const message: Said = { text, understanding, ...whole, ...(typed.spoken ? { spoken: true } : {}) };
    const invited = repliedTo ?? conversation.recent.find(({ set }) => set === conversation.amending);
    const record = invited ?? lastWithin(conversation.recent, talk.now);
    if (!follow || record === undefined) return message;
    const { previous } = record;
    const how = { invited: invited !== undefined, next: isLastDone(record, conversation) };
    const amendment = await reader.amend(previous, input, talk.viewer, how);
    if (amendment !== null) return { ...message, follows: { kind: 'amendment', record, amendment } };
    if (hasSubjectOfItsOwn(text, understanding, previous, repliedTo !== undefined)) return message;
    const continuation = await reader.continues(previous, input, talk.viewer);
    if (continuation !== null)
      return { ...message, follows: { kind: 'continuation', record, understanding: continuation } };
    const again = await reader.onceMore(previous, input, talk.viewer);
    return again === null ? message : { ...message, understanding: again };
  }

  /** The record that a replied-to message made or amended. */
  async function recordOf(replyTo: string | undefined, recent: readonly RecentRecord[]) {
    if (replyTo === undefined) return undefined;
    const row = setOfRow(replyTo);
    const sets = [shortKey(replyTo), ...(row === null ? [] : [row])];
    const direct = recent.find(({ set }) => sets.includes(set));
    if (direct !== undefined) return direct;
    for (const set of sets) {
      const amended = (await ledger.findSet(set))?.amends;
      if (amended !== undefined) return recent.find((record) => record.set === amended);
    }
    return undefined;
  }

  return { route, understood, said };
}

/** Another customer, or the same one by its own name and a contact told of: such words need no earlier record. */
function hasSubjectOfItsOwn(
  text: string,
  { account, contacts, interaction, remarks }: Heard,
  previous: RecentRecord['previous'],
  replies: boolean,
): boolean {
  if (account === null) return contacts.some((contact) => isAmongOthers(contact, previous));
  // Their contract with Acme: an unknown name beside them is whom they deal with.
  if (account.id === null && account.candidates.length === 0 && OF_THEM.test(text)) return false;
  // Priya takes over: a namesake at another customer is not meant.
  if (remarks.succession?.now?.mention === account.mention) return false;
  if (account.id !== previous.account?.id) return previous.tasks.length === 0 || !comesAlong(text);
  const byName = contacts.every(({ mention }) => mention !== account.mention);
  return byName && interaction !== null && !replies;
}

/** Words that fit several known people, none of them of that customer, nor the very words of whom it is asked which. */
const isAmongOthers = (
  { mention, id, candidates }: ContactReference,
  { account, contacts }: RecentRecord['previous'],
): boolean =>
  id === null &&
  candidates.length > 0 &&
  candidates.every(({ accountId }) => accountId !== account?.id) &&
  (account !== null || contacts.every((one) => one.mention !== mention));

/** Once in a life, to the person alone; a greeting is no question. */
function greet<V>({ turn }: OpenTurn<V>): void {
  if (!turn.direct || turn.conversation.greeted) return;
  const texts = chatTexts(turn.speaker.locale);
  turn.remember({ greeted: true });
  const help = { label: texts.help, action: SAY, args: { text: texts.help } };
  turn.whisper({ text: texts.greeting, buttons: [help] });
}

import { PersonError } from '../errors.ts';
import type { ChangeSet } from '../ledger/change-set.ts';
import type { Clock } from '../ports/clock.ts';
import type { Handled } from './attend.ts';
import type { Capability, Speaker } from './capability.ts';
import { causeFor, causeOf, deadCause, refusedPress, wasSplit } from './causes.ts';
import type { IncomingEvent, Reply } from './chat-adapter.ts';
import { shortKey } from './conversation.ts';
import { forTheBot, withoutName } from './for-the-bot.ts';
import type { InboxRow } from './inbox-row.ts';
import { firstCharacters } from './long-text.ts';
import { isDirect, roomFor } from './message.ts';
import { createPresser } from './press.ts';
import { inputOf, type Reader } from './reader.ts';
import { recordTurn } from './record-turn.ts';
import { repliesOf, setsOf } from './replies.ts';
import { type Anew, readAnew } from './say-anew.ts';
import { createStrangerDesk, type DeskParts } from './stranger.ts';
import { chatTexts } from './texts-chat.ts';
import type { OpenTurn, Talk } from './turn.ts';
import { createTypedRouter, type Typed, type TypedTools } from './typed.ts';

export interface DispatchParts<V> extends DeskParts, Pick<TypedTools<V>, 'promptUnder'> {
  capabilities: readonly Capability<V>[];
  reader: Reader<V>;
  /** The person behind a platform's user; null for one who has not joined. */
  resolvePerson(adapter: string, user: string): Promise<Speaker | null>;
  viewerFor(speaker: Speaker, room: string, adapter: string): Promise<V>;
  /** What a message said before this event rewrote it; null when it never came here. */
  earlierText(row: InboxRow): Promise<string | null>;
  /** Business time. */
  clock: Clock;
}

/** What the talk keeps for itself: a set that changed nothing else left nothing on record. */
const TALK_KINDS = new Set(['conversation', 'question', 'button']);

type Of<K extends IncomingEvent['kind']> = Extract<IncomingEvent, { kind: K }>;

/** Takes a stored event to the capability that it is for, in one change set (a split message: one for each part). */
export function createDispatch<V>(parts: DispatchParts<V>) {
  const { ledger, capabilities, reader } = parts;
  const typed = createTypedRouter<V>(parts);
  const press = createPresser<V>(capabilities, (open, talk, text) => typed.route(open, talk, { text }));
  const strangers = createStrangerDesk(parts);

  async function handle(row: InboxRow): Promise<Handled> {
    const { event } = row;
    const speaker = await speakerOf(event);
    if (speaker === null) return strangers.receive(event);
    const room = roomFor(event.room, speaker.id);
    const viewer = await parts.viewerFor(speaker, room, event.adapter);
    const talk: Talk<V> = { adapter: event.adapter, room, speaker, viewer, now: parts.clock.now() };
    const sets = await commit(row, talk);
    return {
      replies: sets.flatMap((set) => repliesOf(set, talk, speaker.id)),
      closed: sets.some(({ cause }) => cause.event === event.key),
      as: 'done',
    };
  }

  async function speakerOf(event: IncomingEvent): Promise<Speaker | null> {
    const known = () => parts.resolvePerson(event.adapter, event.user);
    return (await known()) ?? ((await strangers.recognise(event)) ? known() : null);
  }

  function commit(row: InboxRow, talk: Talk<V>): Promise<ChangeSet[]> {
    const { event } = row;
    switch (event.kind) {
      case 'message':
        return words(talk, event);
      case 'edit':
        return edit(row, talk, event);
      case 'delete':
        return deletion(talk, event);
      case 'thing':
        return thing(talk, event);
      case 'action':
        return pressed(talk, event);
      case 'submit':
        return submitted(talk, event);
    }
  }

  /** A message, or a message that was rewritten before it had left anything on record. */
  async function words(talk: Talk<V>, event: Of<'message' | 'edit'>): Promise<ChangeSet[]> {
    const meant = await forTheBot(ledger, talk, event);
    if (meant === null) return [];
    const said = { ...wordsOf(event), onlyAnswers: meant === 'answer' };
    const anew = said.onlyAnswers ? null : await readAnew(parts, talk, { text: said.text, cause: causeOf(event) });
    if (anew !== null) return sayAnew(talk, event, said, anew);
    const texts = await reader.split(inputOf(talk, said.text, { id: causeOf(event) }), talk.viewer);
    const last = Math.max(texts.length, 1);
    const part = (number: number, work: (open: OpenTurn<V>) => Promise<void>) =>
      recordTurn(ledger, talk, causeFor(talk, event, event.kind, { number, last: number === last }), work);
    const first = await part(1, async (open) => {
      if (said.cut) open.notice(chatTexts(talk.speaker.locale).cut);
      await typed.route(open, talk, { ...said, parts: texts });
    });
    const sets = [first];
    for (let number = 2; number <= last && wasSplit(first); number++) {
      const text = texts[number - 1] ?? '';
      const set = await part(number, (open) => {
        open.asPart(number, number === last);
        return typed.understood(open, talk, { ...said, text, whole: event.text });
      });
      sets.push(set);
    }
    return sets;
  }

  /** The last command here with something else in it: what it said first is taken back, in a set of its own. */
  async function sayAnew(talk: Talk<V>, event: Of<'message' | 'edit'>, said: Typed, anew: Anew): Promise<ChangeSet[]> {
    const words = chatTexts(talk.speaker.locale);
    const part = (number: number, last: boolean, work: (open: OpenTurn<V>) => Promise<void>) =>
      recordTurn(ledger, talk, causeFor(talk, event, event.kind, { number, last }), work);
    if (anew.kind === 'unclear')
      return [await part(1, true, async ({ turn }) => void turn.whisper({ text: words.sayWhole }))];
    const { text, instead, before } = anew;
    if (!instead) return [await part(1, true, (open) => typed.route(open, talk, { ...said, text }))];
    const first = await part(1, false, async ({ turn }) => {
      await capabilities.find(({ takesBack }) => takesBack !== undefined)?.takesBack?.(turn, before.set);
      turn.remember({ commanded: { ...before, anew: { by: turn.draft.setId, text } } });
    });
    const second = await part(2, true, async (open) => {
      try {
        await typed.route(open, talk, { ...said, text });
      } catch (error) {
        throw error instanceof PersonError ? new PersonError(`${error.message}\n${words.tookBack}`) : error;
      }
      if (open.turn.conversation.undoable.at(-1) !== open.turn.draft.setId) open.notice(words.tookBack);
    });
    return [first, second];
  }

  async function edit(row: InboxRow, talk: Talk<V>, event: Of<'edit'>): Promise<ChangeSet[]> {
    if ((await parts.earlierText(row)) === event.text) return [];
    const original = await onRecord(event.message);
    const taker = capabilities.find(({ edited }) => edited !== undefined);
    // What was undone is no record any more: the new words are read as if they were said now.
    const stands = original !== null && (await ledger.tree(original._id)).length > 0;
    if (original === null || !stands || taker === undefined) return words(talk, event);
    const rewritten = wordsOf(event);
    return one(talk, event, async (open) => {
      open.by(taker.name);
      if (rewritten.cut) open.notice(chatTexts(talk.speaker.locale).cut);
      await taker.edited?.(open.turn, await typed.said(open, talk, rewritten, { follow: false }), original);
    });
  }

  async function deletion(talk: Talk<V>, event: Of<'delete'>): Promise<ChangeSet[]> {
    const original = await onRecord(event.message);
    const taker = capabilities.find(({ deleted }) => deleted !== undefined);
    if (original === null || taker === undefined) return [];
    return one(talk, event, async (open) => {
      open.by(taker.name);
      await taker.deleted?.(open.turn, original);
    });
  }

  async function thing(talk: Talk<V>, event: Of<'thing'>): Promise<ChangeSet[]> {
    if ((await forTheBot(ledger, talk, event)) === null) return [];
    const taker = capabilities.find(
      (capability) => capability.thing !== undefined && (capability.takesThing?.(event) ?? true),
    );
    const cause = causeFor(talk, event, 'message');
    return [
      await recordTurn(ledger, talk, cause, async (open) => {
        open.by(taker?.name ?? '');
        await taker?.thing?.(open.turn, event);
      }),
    ];
  }

  async function pressed(talk: Talk<V>, event: Of<'action'>): Promise<ChangeSet[]> {
    const cause = causeFor(talk, event, 'action');
    const set = await recordTurn(ledger, talk, cause, (open) => press(open, talk, event.action), refusedPress(event));
    // The same button again, by another event: it is done already and there is nothing to say.
    return set.cause.event === event.key ? [set] : [];
  }

  /** Every submission is one of its own: a form may be sent again with other values. */
  async function submitted(talk: Talk<V>, event: Of<'submit'>): Promise<ChangeSet[]> {
    const { action, values } = event;
    const cause = causeFor(talk, event, 'action');
    return [await recordTurn(ledger, talk, cause, (open) => press(open, talk, action, values))];
  }

  const one = async (talk: Talk<V>, event: Of<'edit' | 'delete'>, work: (open: OpenTurn<V>) => Promise<void>) => [
    await recordTurn(ledger, talk, causeFor(talk, event, 'edit'), work),
  ];

  async function onRecord(message: string): Promise<ChangeSet | null> {
    const set = await ledger.findSet(shortKey(message));
    return set?.changes.some(({ kind }) => !TALK_KINDS.has(kind)) ? set : null;
  }

  /** Tells the sender of an event that it was given up. */
  async function apologise({ event }: InboxRow): Promise<Reply[]> {
    const speaker = await parts.resolvePerson(event.adapter, event.user);
    const locale = speaker?.locale ?? (await parts.houseLocale());
    const person = speaker?.id ?? event.user;
    const room = roomFor(event.room, person);
    const { set } = await ledger.record({ id: deadCause(event), kind: 'message', by: person, room }, async (draft) => {
      const alone = isDirect(room) ? {} : { onlyFor: person };
      draft.send({ adapter: event.adapter, room, ...alone }, { text: chatTexts(locale).deadLetter });
    });
    return repliesOf(set, { adapter: event.adapter, room }, person);
  }

  /** What was said to the sender because of an event that is handled. */
  async function repliesTo(row: InboxRow): Promise<Reply[]> {
    const { event } = row;
    const person = (await parts.resolvePerson(event.adapter, event.user))?.id ?? event.user;
    const from = { adapter: event.adapter, room: roomFor(event.room, person) };
    return (await setsOf(ledger, row)).flatMap((set) => repliesOf(set, from, person));
  }

  return { handle, apologise, repliesTo };
}

/** The words to be read, and the whole where they were cut. */
function wordsOf(event: Of<'message' | 'edit'>): Typed & { cut: boolean } {
  const { text, cut } = firstCharacters(withoutName(event.text));
  return {
    text,
    cut,
    ...(event.kind === 'message' ? { replyTo: event.replyTo, spoken: event.spoken } : {}),
    ...(cut ? { whole: event.text } : {}),
  };
}

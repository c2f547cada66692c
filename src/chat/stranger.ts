import { dayText } from '../calendar/days.ts';
import { clockText, wallTime } from '../calendar/zone.ts';
import type { Draft, Ledger, SendOptions } from '../ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Handled } from './attend.ts';
import { strangerCause } from './causes.ts';
import type { IncomingEvent, Profile } from './chat-adapter.ts';
import { nearDayText } from './format.ts';
import { allKnockers, knockCard } from './knock-card.ts';
import { directRoom, isDirect } from './message.ts';
import { createRoomLimits } from './rate.ts';
import { replyOf } from './replies.ts';
import type { Locale } from './texts.ts';
import { chatTexts } from './texts-chat.ts';
import { KNOCK_CHECK, type KnockFacts, knockId, type WaitingStrangers } from './waiting-strangers.ts';
import { clip } from './width.ts';

/** Who is told of strangers, and where that person can be reached. */
export interface Guide {
  id: string;
  name: string;
  locale: Locale;
  zone: string;
  adapter: string;
}

/** What came of a code that somebody typed. */
type CodeOutcome = { kind: 'joined'; name: string } | { kind: 'refused'; why: string };

/** How a platform's user becomes one of the team. */
export interface Joining {
  /** Whether words have the shape of a code. */
  isCode(words: string): boolean;
  /**
   * By a code that an administrator has given out. `attempt` names this try: the same one
   * again lets nobody in twice. `name`: what to call somebody new.
   */
  byCode(
    words: string,
    attempt: string,
    identity: { adapter: string; user: string },
    name: () => Promise<string>,
  ): Promise<CodeOutcome>;
  /** Whether this was somebody of the team, who has left. */
  hasLeft(adapter: string, user: string): Promise<boolean>;
  /** By an e-mail that the platform has verified: the name of the person that they now are; null where there is none. */
  byEmail(email: string, adapter: string, user: string): Promise<string | null>;
}

export interface DeskParts {
  ledger: Ledger;
  /** Null when nobody is told of strangers. */
  guide(): Promise<Guide | null>;
  /** Takes one of the guide's pushes of the day for the card; how it may leave, for `draft.send`. */
  allowPush(draft: Draft, person: string, at: Date): Promise<Required<Pick<SendOptions, 'notBefore' | 'recheck'>>>;
  strangers: Pick<WaitingStrangers, 'cardAhead'>;
  /** The language for people who are not known yet. */
  houseLocale(): Locale | Promise<Locale>;
  joining: Joining;
  /** What the platform says of a user; null when it says nothing, or not in time. */
  who(adapter: string, user: string): Promise<Profile | null>;
  /** Business time. */
  clock: Clock;
}

/** Columns of the guide's name, so that the answer fills two rows of a bubble. */
const NAME_WIDTH = 10;

/** A card that comes within minutes is as good as told. */
const SOON_MS = 5 * 60_000;

/** Wrong codes that one user may type at once, and how long until there is one more: 50 bits are not to be guessed. */
const MISSES = { burst: 5, everyMs: 12 * 60_000 };

/** Answers those who have not joined: what they wrote is kept, and the guide hears of each of them once. */
export function createStrangerDesk(parts: DeskParts) {
  const { ledger, guide, allowPush, strangers, houseLocale, joining, who, clock } = parts;
  const misses = createRoomLimits(MISSES);

  /** Whether they turn out to be somebody of the team, by what their platform has verified; never by a name. */
  async function recognise({ adapter, user }: IncomingEvent): Promise<boolean> {
    const email = (await who(adapter, user))?.email ?? null;
    return email !== null && (await joining.byEmail(email, adapter, user)) !== null;
  }

  async function receive(event: IncomingEvent): Promise<Handled> {
    // A press, an edit or a deletion is nothing that could be logged later.
    if (event.kind !== 'message' && event.kind !== 'thing') return { replies: [], closed: false, as: 'done' };
    const { adapter, room, user } = event;
    const locale = await houseLocale();
    const texts = chatTexts(locale);
    if (event.kind === 'message' && isDirect(room) && joining.isCode(event.text))
      return { ...(await answer(event, await tryCode(event, texts))), as: 'done' };
    // Who was sent away does not knock, and nothing of theirs is kept.
    if (await joining.hasLeft(adapter, user)) return { ...(await answer(event, texts.hasLeft)), as: 'done' };
    const admin = await guide();
    const told = admin === null ? texts.stranger : announced(admin, await announce(admin, event), locale);
    return { ...(await answer(event, told)), as: 'kept' };
  }

  /** Who is told, and when, where that is not now. */
  function announced({ name, zone }: Guide, at: Date | null, locale: Locale): string {
    const now = clock.now();
    const texts = chatTexts(locale);
    if (at === null || at.getTime() - now.getTime() < SOON_MS) return texts.strangerAnnounced(clip(name, NAME_WIDTH));
    const [today, then] = [wallTime(now.getTime(), zone), wallTime(at.getTime(), zone)];
    const day = nearDayText(dayText(then.day), locale, dayText(today.day));
    return texts.strangerWaits(clip(name, NAME_WIDTH), `${day} ${clockText(then.minute)}`);
  }

  /** What a typed code brought. */
  async function tryCode(
    { adapter, user, key, text }: Extract<IncomingEvent, { kind: 'message' }>,
    texts: ReturnType<typeof chatTexts>,
  ): Promise<string> {
    const limit = misses(`${adapter} ${user}`);
    const named = async () => (await who(adapter, user))?.name?.trim() || user;
    if ((limit?.wait() ?? 0) > 0) return texts.codeTooMany;
    const outcome = await joining.byCode(text, key, { adapter, user }, named);
    if (outcome.kind === 'joined') return texts.joined(outcome.name);
    limit?.take();
    if (outcome.why === 'expired') return texts.codeExpired;
    return outcome.why === 'usedUp' ? texts.codeUsedUp : texts.codeUnknown;
  }

  async function answer(event: IncomingEvent, text: string): Promise<Pick<Handled, 'replies' | 'closed'>> {
    const { adapter, room, user } = event;
    const { set } = await ledger.record(
      { id: strangerCause(event), kind: 'message', by: 'system', room },
      async (draft) => {
        draft.send({ adapter, room, ...(isDirect(room) ? {} : { onlyFor: user }) }, { text });
      },
    );
    return { replies: set.messages.map(replyOf), closed: false };
  }

  /** Puts the card on its way, once for each of them and one for all who come while it waits; the instant that it waits for. */
  async function announce(admin: Guide, { adapter, user }: IncomingEvent): Promise<Date | null> {
    const id = knockId({ adapter, user });
    const before = await ledger.findSet(id);
    const ahead = before?.messages[0]?.notBefore ?? (await strangers.cardAhead());
    if (before !== null) return ahead;
    const name = (await who(adapter, user))?.name ?? null;
    const { set } = await ledger.record({ id, kind: 'message', by: 'system' }, async (draft) => {
      if (ahead !== null) return;
      const { notBefore, recheck: leave } = await allowPush(draft, admin.id, clock.now());
      const { text, buttons = [] } = knockCard({ adapter, user, name }, admin.locale);
      const facts: KnockFacts = { set: id, adapter, user, locale: admin.locale, leave };
      draft.send(
        { adapter: admin.adapter, room: directRoom(admin.id) },
        { text, buttons: [...buttons, allKnockers(admin.locale)] },
        { notBefore, recheck: { check: KNOCK_CHECK, facts } },
      );
    });
    return set.messages[0]?.notBefore ?? ahead;
  }

  return { recognise, receive };
}

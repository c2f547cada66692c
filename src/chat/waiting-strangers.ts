import type { Ledger, SendOptions } from '../ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { RecheckHandler } from './capability.ts';
import type { Profile } from './chat-adapter.ts';
import { shortKey } from './conversation.ts';
import type { InboxStore } from './inbox-store.ts';
import { allKnockers, type Knocker, knockCard, knocksText } from './knock-card.ts';
import type { MessageDraft } from './message.ts';
import type { Locale } from './texts.ts';

/** The second look at a stranger's card: who else has come while it waited. */
export const KNOCK_CHECK = 'chat.knock';

/** What the look needs: the card's set, whose it is, its language, and how it may leave. */
export interface KnockFacts extends Record<string, unknown> {
  set: string;
  adapter: string;
  user: string;
  locale: Locale;
  leave: NonNullable<SendOptions['recheck']>;
}

const MOST = 100;
/** A card about to leave takes nobody else in. */
const LEAVING_MS = 60_000;

interface Parts {
  inbox: Pick<InboxStore, 'kept' | 'dismiss'>;
  ledger: Pick<Ledger, 'findSet'>;
  rechecks: ReadonlyMap<string, RecheckHandler>;
  who(adapter: string, user: string): Promise<Profile | null>;
  /** Whether they are somebody of the team by now. */
  isKnown(adapter: string, user: string): Promise<boolean>;
  clock: Clock;
}

type Stranger = Pick<Knocker, 'adapter' | 'user'>;

/** The set by which a stranger was told of, once in a life. */
export const knockId = ({ adapter, user }: Stranger): string => shortKey(`knock:${adapter}:${user}`);

export type WaitingStrangers = ReturnType<typeof createWaitingStrangers>;

/** Those who have written and not joined. */
export function createWaitingStrangers({ inbox, ledger, rechecks, who, isKnown, clock }: Parts) {
  async function strangers(): Promise<Stranger[]> {
    const found = new Map<string, Stranger>();
    for (const { event } of await inbox.kept(MOST))
      found.set(knockId(event), { adapter: event.adapter, user: event.user });
    return [...found.values()];
  }

  const named = (some: readonly Stranger[]): Promise<Knocker[]> =>
    Promise.all(
      some.map(async ({ adapter, user }) => ({ adapter, user, name: (await who(adapter, user))?.name ?? null })),
    );

  /** A card that still waits to leave, and takes in who comes now: its instant; null where there is none. */
  async function cardAhead(): Promise<Date | null> {
    const soonest = clock.now().getTime() + LEAVING_MS;
    for (const one of await strangers()) {
      const at = (await ledger.findSet(knockId(one)))?.messages[0]?.notBefore;
      if (at !== undefined && at.getTime() > soonest) return at;
    }
    return null;
  }

  /** Who came after a card was written and has none of their own. */
  async function joiners(card: { _id: string; at: Date }): Promise<Stranger[]> {
    const found: Stranger[] = [];
    for (const one of await strangers()) {
      const set = await ledger.findSet(knockId(one));
      if (set !== null && set._id !== card._id && set.messages.length === 0 && set.at >= card.at) found.push(one);
    }
    return found;
  }

  /** One card for all who came while it waited; nothing where all have joined by another way. */
  const recheck: RecheckHandler = async (given, person) => {
    const { set, adapter, user, locale, leave } = given as KnockFacts;
    const may = (await rechecks.get(leave.check)?.(leave.facts, person)) ?? 'send';
    const card = await ledger.findSet(set);
    const committed = card?.messages[0]?.message;
    if (may !== 'send' || card === null || committed === undefined) return may;
    const own = (await isKnown(adapter, user)) ? [] : [{ adapter, user }];
    const others = await joiners(card);
    if (own.length + others.length === 0) return 'drop';
    const all = allKnockers(locale).label;
    const buttons = committed.buttons ?? [];
    if (others.length === 0) return { ...committed, buttons: buttons.filter(({ label }) => label !== all) };
    const text = knocksText(await named([...own, ...others]), locale);
    return { text, buttons: buttons.filter(({ label }) => label === all) };
  };

  return {
    cardAhead,
    recheck,
    /** A card for each of those who wait now, the longest waiting first. */
    async cards(locale: Locale): Promise<MessageDraft[]> {
      return (await named(await strangers())).map((one) => knockCard(one, locale));
    },
    /** What was kept of somebody who was refused is let go. */
    dismiss: (adapter: string, user: string): Promise<void> => inbox.dismiss(adapter, user),
  };
}

import type { MessageDraft } from './message.ts';
import type { Locale } from './texts.ts';
import { chatTexts } from './texts-chat.ts';
import { clip } from './width.ts';

/** Somebody who wants to join, as a card's buttons carry them. `name`: what the platform calls them; it identifies nobody. */
export interface Knocker {
  adapter: string;
  user: string;
  name: string | null;
}

/** The actions of the card; `src/capabilities/join` does what they say. */
const JOIN = { rep: 'join.rep', manager: 'join.manager', refuse: 'join.refuse', waiting: 'join.waiting' } as const;
const MOST_NAMED = 3;
const NAME_WIDTH = 12;

/** The card of one of them. */
export function knockCard({ adapter, user, name }: Knocker, locale: Locale): MessageDraft {
  const texts = chatTexts(locale);
  const args = { adapter, user, name };
  return {
    text: texts.knock(adapter, user, name),
    buttons: [
      { label: texts.joinRep, action: JOIN.rep, args },
      { label: texts.joinManager, action: JOIN.manager, args },
      { label: texts.joinRefuse, action: JOIN.refuse, args },
    ],
  };
}

/** The button behind which those of one card stand, each with their own. */
export const allKnockers = (locale: Locale) => ({ label: chatTexts(locale).all, action: JOIN.waiting });

/** One card for several. */
export function knocksText(knockers: readonly Knocker[], locale: Locale): string {
  const texts = chatTexts(locale);
  const names = knockers.slice(0, MOST_NAMED).map(({ name, user }) => clip(name ?? user, NAME_WIDTH));
  return texts.knocks(knockers.length, names.join(texts.and));
}

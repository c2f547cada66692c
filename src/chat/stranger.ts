import type { Ledger } from '../ledger/ledger.ts';
import type { Handled } from './attend.ts';
import { strangerCause } from './causes.ts';
import type { IncomingEvent } from './chat-adapter.ts';
import { shortKey } from './conversation.ts';
import { directRoom, isDirect } from './message.ts';
import { replyOf } from './replies.ts';
import type { Locale } from './texts.ts';
import { chatTexts } from './texts-chat.ts';

/** Who is told of strangers, and where that person can be reached. */
export interface Guide {
  id: string;
  name: string;
  locale: Locale;
  adapter: string;
}

interface DeskParts {
  ledger: Ledger;
  guide(): Promise<Guide | null>;
  houseLocale(): Locale | Promise<Locale>;
}

/** Answers those who have not joined: what they wrote is kept, and the guide hears of each of them once. */
export function createStrangerDesk({ ledger, guide, houseLocale }: DeskParts) {
  async function receive(event: IncomingEvent): Promise<Handled> {
    // A press, an edit or a deletion is nothing that could be logged later.
    if (event.kind !== 'message') return { replies: [], closed: false, as: 'done' };
    const { adapter, room, user } = event;
    const admin = await guide();
    if (admin !== null) await announce(admin, event);
    const texts = chatTexts(await houseLocale());
    const { set } = await ledger.record(
      { id: strangerCause(event), kind: 'message', by: 'system', room },
      async (draft) => {
        const text = admin === null ? texts.stranger : texts.strangerAnnounced(admin.name);
        draft.send({ adapter, room, ...(isDirect(room) ? {} : { onlyFor: user }) }, { text });
      },
    );
    return { replies: set.messages.map(replyOf), closed: false, as: 'kept' };
  }

  async function announce(admin: Guide, { adapter, user }: IncomingEvent): Promise<void> {
    const id = shortKey(`knock:${adapter}:${user}`);
    await ledger.record({ id, kind: 'message', by: 'system' }, async (draft) => {
      draft.send(
        { adapter: admin.adapter, room: directRoom(admin.id) },
        { text: chatTexts(admin.locale).knock(adapter, user) },
      );
    });
  }

  return { receive };
}

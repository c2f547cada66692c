import type { WebReply } from './web-encode.ts';
import type { WebLogStore } from './web-log.ts';

const REMEMBERED = 5_000;
const LOOKED_THROUGH = 200;

/** Which conversation a button stands in, for a press that does not say. */
export interface WebButtons {
  /** Replies that are being answered with; their lines may reach the log a moment later. */
  shown(person: string, replies: readonly WebReply[]): void;
  /** `direct` or a room's id; `direct` for a button that this person was not shown lately. */
  conversationOf(person: string, button: string): Promise<string>;
}

export function createButtons(store: WebLogStore): WebButtons {
  const recent = new Map<string, string>();
  const key = (person: string, button: string) => `${person}\n${button}`;

  return {
    shown(person, replies) {
      for (const { buttons, conversation } of replies) {
        for (const { id } of buttons ?? []) recent.set(key(person, id), conversation);
      }
      for (const oldest of recent.keys()) {
        if (recent.size <= REMEMBERED) break;
        recent.delete(oldest);
      }
    },
    async conversationOf(person, button) {
      const known = recent.get(key(person, button));
      if (known !== undefined) return known;
      const lines = await store.before(person, Number.MAX_SAFE_INTEGER, LOOKED_THROUGH);
      const found = lines.findLast(
        ({ item }) => 'reply' in item && item.reply.buttons?.some(({ id }) => id === button),
      );
      return found && 'reply' in found.item ? found.item.reply.conversation : 'direct';
    },
  };
}

import type { InboxStore } from './inbox-store.ts';
import type { OutboxStore } from './outbox-store.ts';

const LISTED = 100;

/** What was given up: an event that could not be handled, or a message that could not be delivered. No text in it. */
export interface DeadLetter {
  id: string;
  side: 'in' | 'out';
  adapter: string;
  room: string;
  at: Date;
  attempts: number;
}

export interface DeadLetters {
  /** At most a hundred of each side. */
  list(): Promise<DeadLetter[]>;
  /** Tries again from the start; false when nothing of that id was given up. */
  resend(letter: Pick<DeadLetter, 'id' | 'side'>): Promise<boolean>;
}

/** `wake`: tells the inbox of a conversation, the outbox of anything, that there is work again. */
export function createDeadLetters(
  inbox: InboxStore,
  outbox: OutboxStore,
  wake: { inbox(conversation: string): void; outbox(): void },
): DeadLetters {
  return {
    async list() {
      const [events, rows] = await Promise.all([inbox.dead(LISTED), outbox.dead(LISTED)]);
      return [
        ...events.map(
          ({ _id: id, event, order: at, attempts }): DeadLetter => ({
            id,
            side: 'in',
            adapter: event.adapter,
            room: event.room,
            at,
            attempts,
          }),
        ),
        ...rows.map(
          ({ _id: id, to, at, attempts }): DeadLetter => ({
            id,
            side: 'out',
            adapter: to.adapter,
            room: to.room,
            at,
            attempts,
          }),
        ),
      ];
    },
    async resend({ id, side }) {
      if (side === 'out') {
        const revived = await outbox.revive(id);
        if (revived) wake.outbox();
        return revived;
      }
      const row = await inbox.revive(id);
      if (row !== null) wake.inbox(row.conversation);
      return row !== null;
    },
  };
}

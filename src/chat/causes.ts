import type { Cause, ChangeSet } from '../ledger/change-set.ts';
import type { IncomingEvent } from './chat-adapter.ts';
import { shortKey } from './conversation.ts';
import type { Talk } from './turn.ts';

/** The cause of what an event does; a message's is its identity, which two events of one message share. */
export function causeOf(event: IncomingEvent): string {
  if (event.kind === 'message' || event.kind === 'thing') return shortKey(event.message);
  return shortKey(event.kind === 'action' ? `action:${event.action}` : `${event.kind}:${event.key}`);
}

/** The cause of the answer to a press that did nothing, so that the button can still be pressed. */
export const refusedPress = (event: IncomingEvent): string => shortKey(`press:${event.key}`);

export const strangerCause = (event: IncomingEvent): string => shortKey(`stranger:${event.key}`);

export const deadCause = (event: IncomingEvent): string => shortKey(`dead:${event.key}`);

export const partCause = (first: string, part: number): string => (part === 1 ? first : `${first}#${part}`);

/** The cause of one part of an event's work. Only the last names the event, which stays open until that is applied. */
export function causeFor(
  talk: Talk<unknown>,
  event: IncomingEvent,
  kind: Cause['kind'],
  part: { number: number; last: boolean } = { number: 1, last: true },
): Cause {
  return {
    id: partCause(causeOf(event), part.number),
    kind,
    by: talk.speaker.id,
    room: talk.room,
    ...(part.last ? { event: event.key } : {}),
  };
}

/** Whether a set is one part of a split message. */
export const wasSplit = (set: ChangeSet): boolean =>
  set.changes.some(
    ({ kind, set: fields }) =>
      kind === 'conversation' && Array.isArray(fields.numbered) && fields.numbered.includes(set._id),
  );

/** The cause that an outbox row answers: rows are `<set>/<n>`, a later part of a split message's set is `<set>#<part>`. */
export const causeOfRow = (row: string): string => row.replace(/\/[^/]*$/, '').replace(/#\d+$/, '');

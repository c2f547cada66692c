import type { Response } from 'express';
import type { ChatHost, IncomingEvent } from '../../src/chat/chat-adapter.ts';
import { isDirect } from '../../src/chat/message.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { personOf } from './web-auth.ts';
import type { WebButtons } from './web-buttons.ts';
import { encodeReply, encodeSaid } from './web-encode.ts';
import type { NewEntry, WebLog } from './web-log.ts';
import type { WebPerson, WebRooms } from './web-people.ts';

/** Hands an event to the bot and answers the request with what the bot said; 202 when that takes too long. */
export type WebAnswer = (response: Response, event: IncomingEvent) => Promise<void>;

interface Parts {
  /** The bot; throws ServiceError while it does not run. */
  host(): ChatHost;
  rooms: WebRooms;
  log: WebLog;
  clock: Clock;
  buttons: WebButtons;
  /** How long a sender waits for the bot's words, in milliseconds. */
  answerWithinMs: number;
  /** Aborted when the adapter stops: what is stored will be handled after the restart. */
  stopping: AbortSignal;
}

export function createAnswer({ host, rooms, log, clock, buttons, answerWithinMs, stopping }: Parts): WebAnswer {
  /** Puts what was said into the log of everybody who was there. */
  async function noteSaid(event: IncomingEvent, from: WebPerson, fresh: boolean): Promise<void> {
    if (event.kind === 'action' || event.kind === 'submit') return;
    const audience = isDirect(event.room) ? [from.id] : await rooms.members(event.room);
    const line = { id: event.key, at: clock.now(), item: { said: encodeSaid(event, from) } };
    const entries = audience.map((person): NewEntry => ({ ...line, person }));
    if (fresh) log.appendSoon(entries);
    else await log.append(entries);
  }

  return async (response, event) => {
    const accepted = await host().accept(event);
    // The message is safe with the bot; that the page lacks a line of it is no reason to send it again.
    const noted = noteSaid(event, personOf(response), accepted.fresh).catch(() => {});
    const replies = await within(accepted.handled, answerWithinMs, stopping);
    await noted;
    if (replies === null) response.status(202).json({ replies: [] });
    else {
      const shown = replies.map(encodeReply);
      buttons.shown(personOf(response).id, shown);
      response.json({ replies: shown });
    }
  };
}

/** What the work gives, or null when it failed, took longer than `ms`, or is not to be waited for any more. */
function within<T>(work: Promise<T>, ms: number, stopping: AbortSignal): Promise<T | null> {
  return new Promise((resolve) => {
    const end = (result: T | null) => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', giveUp);
      resolve(result);
    };
    const giveUp = () => end(null);
    const timer = setTimeout(giveUp, ms);
    stopping.addEventListener('abort', giveUp);
    if (stopping.aborted) giveUp();
    work.then(end, giveUp);
  });
}

import type { Locale } from '../../src/chat/texts.ts';

/** Who is asking, as the web needs to know them. */
export interface WebPerson {
  id: string;
  name: string;
  role: string;
  locale: Locale;
  zone: string;
}

/** Whose token a token is. Throws ServiceError when it cannot be looked up now. */
export interface WebSessions {
  byToken(token: string): Promise<WebPerson | null>;
  /** Turns the code of a one-time link into a token, once; null for a code that is unknown, used or too old. */
  redeem(code: string): Promise<{ token: string } | null>;
  /** Takes in somebody new by a join code, under this name; `attempt` names the try, so that it can be made again. */
  join(code: string, attempt: string, name: string): Promise<WebJoined>;
}

/** The token of who joined; else why nobody did. `named`: there is somebody of that name. */
export type WebJoined = { token: string } | { refused: 'unknown' | 'expired' | 'usedUp' | 'named' };

/** The company as who may run it sees it on the page. */
export interface WebCompany {
  teams: { name: string; manager: string | null }[];
  people: { name: string; role: string; team: string | null }[];
}

/** The group rooms of the web. */
export interface WebRooms {
  /** Rooms that this person is in now. */
  of(person: string): Promise<{ id: string; name: string }[]>;
  /** Ids of the people who are in this room now. */
  members(room: string): Promise<string[]>;
}

/** What only a demonstration has: everybody's tokens in the open, and a business clock that can be moved. */
export interface WebDemo {
  people(): Promise<{ id: string; name: string; role: string; locale: Locale; token: string }[]>;
  rooms(): Promise<{ id: string; name: string }[]>;
  /** Moves the business clock forward to this instant, as time that passed with the bot up. */
  moveClock(to: Date): Promise<void>;
}

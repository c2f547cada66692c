/** What was not heard: from the last sure moment until now. */
export interface Gap {
  from: Date;
  until: Date;
}

/** A shorter time is not spoken of. */
const GAP_MS = 60_000;
/** Who wrote within this time before it may have written again. */
const LATELY_MS = 24 * 3_600_000;

export const isWorthTelling = ({ from, until }: Gap): boolean => until.getTime() - from.getTime() >= GAP_MS;

/** Since when somebody must have written to be told of a gap. */
export const latelyBefore = ({ from }: Gap): Date => new Date(from.getTime() - LATELY_MS);

/** What an adapter without a connection of its own must know of the time in which no process was there. */
export interface Absences {
  prepare(): Promise<void>;
  /** A user has written. */
  wrote(user: string, at: Date): Promise<void>;
  wroteSince(at: Date): Promise<string[]>;
  /** The bot hears at this moment; gives the time since the last such moment, of any process, null at the very first. */
  hears(at: Date): Promise<Gap | null>;
}

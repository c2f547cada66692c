/** What must be known of what was said at WeCom, beside which message carries which row. */
export interface WecomSent {
  prepare(): Promise<void>;
  /** The code by which a card can be changed, once; each press brings a new one. */
  keepCode(task: string, code: string, at: Date): Promise<void>;
  /** The code of a card; null where there is none, or it is from before `since`. */
  codeOf(task: string, since: Date): Promise<string | null>;
  /** The code has been used. */
  spend(task: string): Promise<void>;
  /**
   * Notes that a part of a row says these words (a hash of receiver and text); false where another one said the same
   * since then. The answer for one part is the same on every try.
   */
  isAlone(words: string, part: string, at: Date, since: Date): Promise<boolean>;
}

/** Work too large for one change set, done behind the talk in many of them; each sort of it has records of its own. */
export interface LongWork {
  /** Who asked for it. */
  person: string;
  /** `done` may be taken back and `undone` restored, as often as one likes. */
  state: 'running' | 'done' | 'undoing' | 'undone' | 'restoring';
  /** How often that was asked for: each time its change sets have keys of their own. */
  round: number;
  /** Change sets that are committed and stand, and that there are or will be. */
  done: number;
  chunks: number;
  /** The message that shows how far it is, and the set that said it first. */
  shown: string;
  set: string;
}

/** Where something is left to do for it. */
export type UnderWay = Exclude<LongWork['state'], 'done' | 'undone'>;

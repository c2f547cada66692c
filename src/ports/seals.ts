/** One value of a document that is to be sealed: where it stands (`changes.0.set.note`), and under whose key. */
export interface Mark {
  path: string;
  subject: string;
}

type Row = { readonly _id: string };

/** What stands in the place of a value that nobody can open any more; undefined: the field goes. */
export type Blank<T> = (path: string, document: T) => unknown;

/**
 * Keeps personal values and texts unreadable to whoever has the store's files or a backup without its keys. Each value is
 * encrypted under its subject's key and bound to its place: collection, document, path. Destroying a key erases every
 * value under it at once, in all copies.
 */
export interface Seals {
  /** A copy of the document with these values sealed. A subject's key is made, durably, when it is first needed. */
  seal<T extends Row>(collection: string, document: T, marks: readonly Mark[]): Promise<T>;
  /**
   * The documents, just read, with every sealed value in them opened in place; a value that is not sealed stays as it is.
   * An erased one becomes its blank, never an error. Throws where a value was altered or moved.
   */
  open<T extends Row>(collection: string, documents: readonly T[], blank: Blank<T>): Promise<T[]>;
  /** Destroys the subject's key for good: it is never made again. Other processes notice within 30 seconds. */
  erase(subject: string): Promise<void>;
}

/** Stands for words that were erased. */
export const ERASED_WORDS = '***';

/** A colleague, and what the bot keeps for them alone. */
export const personSubject = (person: string): string => `person:${person}`;

/** What passes (messages, what a talk remembers) is sealed under a key of its day, destroyed when the day's rows are gone. */
export const textsOf = (machineNow: Date): string => `texts:${machineNow.toISOString().slice(0, 10)}`;

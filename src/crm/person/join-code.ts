import { createHash, randomBytes } from 'node:crypto';
import type { RecordKind } from '../../ledger/ledger.ts';
import type { Role } from './person.ts';

/** Letters and digits that nobody takes for others. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const SHAPE = new RegExp(`^([${LETTERS}]{5})-?([${LETTERS}]{5})$`);

/** Words that make whoever types them a colleague (加入码). Kept under their hash; nobody can read a code out of the store. */
export interface JoinCode {
  /** The last letters, by which people tell their codes apart. */
  tail: string;
  group: string | null;
  role: Exclude<Role, 'admin'>;
  /** How many people may join by it, and how many have. */
  places: number;
  used: number;
  expires: Date;
  /** Who gave it out. */
  by: string;
  revokedAt: Date | null;
}

export const joinCodeKind: RecordKind<JoinCode> = {
  kind: 'join-code',
  collection: 'enrolment_codes',
  validate({ places, used }) {
    if (!(places >= 1 && used >= 0 && used <= places))
      throw new Error('a code has as many places as people joined by it');
  },
};

/** Ten letters in two groups: 50 bits, to be typed. */
export function newJoinCode(): string {
  const letters = [...randomBytes(10)].map((byte) => LETTERS[byte % LETTERS.length]);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** The code that words are, in its one form; null for words that are none. */
export function joinCodeIn(words: string): string | null {
  const read = SHAPE.exec(words.normalize('NFKC').trim().toUpperCase());
  return read === null ? null : `${read[1]}-${read[2]}`;
}

/** Under which a code is kept. */
export const hashedSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

import { createHash, randomBytes } from 'node:crypto';
import type { Draft, RecordKind } from '../../ledger/ledger.ts';

/** Letters and digits that nobody takes for others. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const SHAPE = new RegExp(`^([${LETTERS}]{5})-?([${LETTERS}]{5})$`);

/** Words that make whoever types them a colleague (加入码). Kept under their hash; nobody can read a code out of the store. */
export interface JoinCode {
  /** The last letters, by which people tell their codes apart. */
  tail: string;
  /** Whom it makes known; null: each who types it is somebody new, a rep. */
  person: string | null;
  /** The group of who is new. */
  group: string | null;
  /** How many people may join by it, and how many have. */
  places: number;
  used: number;
  expires: Date;
  revokedAt: Date | null;
}

export const joinCodeKind: RecordKind<JoinCode> = {
  kind: 'join-code',
  collection: 'enrolment_codes',
  validate({ places, used }) {
    if (!(places >= 1 && used >= 0 && used <= places)) throw new Error('as many join by a code as it has places');
  },
};

/** The code that words are, in its one form; null for words that are none. */
export function joinCodeIn(words: string): string | null {
  const read = SHAPE.exec(words.normalize('NFKC').trim().toUpperCase());
  return read === null ? null : `${read[1]}-${read[2]}`;
}

/** Under which a secret is kept. */
export const hashedSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Makes a code in this draft: ten letters in two groups, 50 bits, to be typed. It is shown once; only its hash is kept. */
export function makeJoinCode(draft: Draft, code: Pick<JoinCode, 'person' | 'group' | 'places' | 'expires'>): string {
  const letters = [...randomBytes(10)].map((byte) => LETTERS[byte % LETTERS.length]);
  const tail = letters.slice(5).join('');
  const words = `${letters.slice(0, 5).join('')}-${tail}`;
  draft.create(joinCodeKind, hashedSecret(words), { ...code, tail, used: 0, revokedAt: null });
  return words;
}

/** Why a code lets nobody in any more; null where it does. */
export function whyClosed(code: JoinCode | null, now: Date): 'unknown' | 'expired' | 'usedUp' | null {
  if (code === null || code.revokedAt !== null) return 'unknown';
  if (code.expires <= now) return 'expired';
  return code.used >= code.places ? 'usedUp' : null;
}

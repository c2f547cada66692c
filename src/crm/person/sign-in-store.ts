import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Clock } from '../../ports/clock.ts';
import { hashedSecret as hashed, joinCodeIn, newJoinCode } from './join-code.ts';

const LINK_MINUTES = 30;
const JOIN_HOURS = 24;

interface LinkRow {
  _id: string;
  person: string;
  expires: Date;
  usedAt: Date | null;
}

interface TokenRow {
  _id: string;
  person: string;
  createdAt: Date;
}

export type SignInStore = ReturnType<typeof createSignInStore>;

/**
 * One-time links and the tokens that they are changed into. Only hashes are kept, so that nobody who reads the store can
 * sign in. Links run by the machine's clock.
 */
export function createSignInStore(connection: Connection, clock: Clock) {
  const links = connection.collection<LinkRow>('sign_in_links');
  const tokens = connection.collection<TokenRow>('sign_in_tokens');
  const joins = connection.collection<Pick<LinkRow, '_id' | 'person' | 'expires'>>('join_codes');

  async function newToken(person: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tokens.insertOne({ _id: hashed(token), person, createdAt: clock.now() });
    return token;
  }

  return {
    newToken,
    /** A code for a one-time link: 30 minutes, once. A new one ends the person's earlier ones. */
    async newLink(person: string): Promise<string> {
      await links.deleteMany({ person, usedAt: null });
      const code = randomBytes(24).toString('base64url');
      const expires = new Date(clock.now().getTime() + LINK_MINUTES * 60_000);
      await links.insertOne({ _id: hashed(code), person, expires, usedAt: null });
      return code;
    },
    /** A code that a colleague types to the bot on a platform: a day long. A new one ends the person's earlier ones. */
    async newJoinCode(person: string): Promise<string> {
      await joins.deleteMany({ person });
      const code = newJoinCode();
      const expires = new Date(clock.now().getTime() + JOIN_HOURS * 3_600_000);
      await joins.insertOne({ _id: hashed(code), person, expires });
      return code;
    },
    /** Whose code these words are; null for words that are none, or one that has expired. */
    async joinCode(words: string): Promise<{ id: string; person: string } | null> {
      const code = joinCodeIn(words);
      if (code === null) return null;
      const row = await joins.findOne({ _id: hashed(code), expires: { $gt: clock.now() } });
      return row === null ? null : { id: row._id, person: row.person };
    },
    async redeem(code: string): Promise<{ token: string } | null> {
      const now = clock.now();
      const link = await links.findOneAndUpdate(
        { _id: hashed(code), usedAt: null, expires: { $gt: now } },
        { $set: { usedAt: now } },
      );
      return link === null ? null : { token: await newToken(link.person) };
    },
    /** The person a token belongs to; null for one that is unknown. */
    async personOf(token: string): Promise<string | null> {
      return (await tokens.findOne({ _id: hashed(token) }))?.person ?? null;
    },
    /** Whether anybody has ever signed in. */
    async anyTokens(): Promise<boolean> {
      return (await tokens.findOne({}, { projection: { _id: 1 } })) !== null;
    },
  };
}

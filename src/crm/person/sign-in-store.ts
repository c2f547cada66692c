import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Clock } from '../../ports/clock.ts';
import { hashedSecret as hashed } from './join-code.ts';

const LINK_MINUTES = 30;

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

/**
 * One-time links and the tokens that they are changed into. Only hashes are kept, so that nobody who reads the store can
 * sign in. Links run by the machine's clock.
 */
export function createSignInStore(connection: Connection, clock: Clock) {
  const links = connection.collection<LinkRow>('sign_in_links');
  const tokens = connection.collection<TokenRow>('sign_in_tokens');

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

import { Binary } from 'bson';
import type { Seals } from '../ports/seals.ts';
import { SEALED_SUBTYPE } from './sealed-value.ts';

const PLACE = 'tokens';
/** A subject, a nonce, a tag and a small value. */
const LONGEST = 2_000;

/** A value as an opaque word for an address, sealed under the subject's key: nobody can make or alter one, and it ends with the subject. */
export async function sealToken(seals: Seals, subject: string, value: object): Promise<string> {
  const { value: sealed } = await seals.seal(PLACE, { _id: PLACE, value }, [{ path: 'value', subject }]);
  return Buffer.from((sealed as Binary).value()).toString('base64url');
}

/** What a token holds; null for one that was not made here, or whose subject is erased. Throws when the store fails. */
export async function openToken(seals: Pick<Seals, 'open'>, token: string): Promise<unknown> {
  if (token.length > LONGEST || !/^[\w-]+$/.test(token)) return null;
  const value = new Binary(Buffer.from(token, 'base64url'), SEALED_SUBTYPE);
  try {
    const [opened] = await seals.open(PLACE, [{ _id: PLACE, value: value as unknown }], () => null);
    return opened?.value ?? null;
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('Mongo')) throw error;
    return null;
  }
}

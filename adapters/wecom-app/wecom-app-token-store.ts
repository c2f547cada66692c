import type { Connection } from 'mongoose';
import { ServiceError } from '../../src/errors.ts';
import type { HeldToken, WecomTokens } from './wecom-app-token.ts';

const DUPLICATE = 11_000;

interface TokenRow extends Partial<HeldToken> {
  /** One row for an app; `_id` is unique, so of two who would make it one is refused. */
  _id: string;
  lease?: { owner: string; until: Date } | null;
}

/** An app's token in MongoDB, where every process finds it. */
export function createTokenStore(connection: Connection, app: { corp: string; agent: number }): WecomTokens {
  const rows = connection.collection<TokenRow>('wecom_tokens');
  const _id = `${app.corp}:${app.agent}`;

  return {
    async read() {
      const row = await reach(rows.findOne({ _id }));
      if (row?.token === undefined || row.expires === undefined) return null;
      return { token: row.token, expires: row.expires };
    },
    async lease(owner, now, until) {
      const free = { _id, $or: [{ lease: null }, { 'lease.until': { $lte: now } }] };
      try {
        await rows.updateOne(free, { $set: { lease: { owner, until } } }, { upsert: true });
        return true;
      } catch (cause) {
        // There is a row, and it is not free: the upsert would make a second one.
        if ((cause as { code?: unknown }).code === DUPLICATE) return false;
        throw new ServiceError('the store did not answer', { cause });
      }
    },
    async release(owner, held) {
      await reach(rows.updateOne({ _id, 'lease.owner': owner }, { $set: { lease: null, ...held } }));
    },
  };
}

async function reach<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new ServiceError('the store did not answer', { cause });
  }
}

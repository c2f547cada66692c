import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { type Seals, textsOf } from '../../ports/seals.ts';

/**
 * How a call ended. `open`: under way (or the process ended in it); `repaired`: right at the second turn; `malformed`:
 * not of the schema; `late`: out of budget; `refused`: an error from the server.
 */
export type CallVerdict = 'open' | 'answered' | 'repaired' | 'malformed' | 'late' | 'refused' | 'unreachable';

/** One call to the model: what left the house, when, for whom, and what became of it. */
export interface ModelCall {
  prompt: string;
  model: string;
  person: string;
  /** The key of the message that it was about. */
  about: string;
  /** As it was sent: masked. It lies sealed. */
  text: string;
  at: Date;
  /** Asked and answered; an estimate until the server has counted. */
  tokens: number;
  ms: number | null;
  verdict: CallVerdict;
}

export interface ModelCallStore {
  open(call: Omit<ModelCall, 'ms' | 'verdict'>): Promise<string>;
  close(id: string, outcome: Pick<ModelCall, 'tokens' | 'ms' | 'verdict'>): Promise<void>;
  /** A person's calls and tokens from an instant on. */
  spentSince(person: string, at: Date): Promise<{ calls: number; tokens: number }>;
}

const KEPT_SECONDS = 30 * 86_400;

type Row = ModelCall & { _id: string };

/** The record of calls, kept for thirty days. */
export function createModelCallStore(connection: Connection, seals: Seals): ModelCallStore {
  const rows = connection.collection<Row>('model_calls');
  let prepared: Promise<unknown> | null = null;
  const prepare = (): Promise<unknown> => {
    prepared ??= Promise.all([
      rows.createIndex({ person: 1, at: 1 }),
      rows.createIndex({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS }),
    ]).catch((error: unknown) => {
      prepared = null;
      throw error;
    });
    return prepared;
  };
  return {
    async open(call) {
      await prepare();
      const _id = randomUUID();
      const row: Row = { _id, ...call, ms: null, verdict: 'open' };
      await rows.insertOne(await seals.seal('model_calls', row, [{ path: 'text', subject: textsOf(call.at) }]));
      return _id;
    },
    async close(id, outcome) {
      await rows.updateOne({ _id: id }, { $set: outcome });
    },
    async spentSince(person, at) {
      const [sum] = await rows
        .aggregate<{ calls: number; tokens: number }>([
          { $match: { person, at: { $gte: at } } },
          { $group: { _id: null, calls: { $sum: 1 }, tokens: { $sum: '$tokens' } } },
        ])
        .toArray();
      return { calls: sum?.calls ?? 0, tokens: sum?.tokens ?? 0 };
    },
  };
}

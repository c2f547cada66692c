import type { Connection } from 'mongoose';
import { ServiceError } from '../errors.ts';
import { ANY_TIME, type OutboxRow } from './outbox-row.ts';

/**
 * Gives an outbox row back that this process holds and cannot deliver (another one has the platform's only connection):
 * any process may claim it again. No attempt is counted, since its deliverer finds that it holds the row no longer.
 */
export function createHandBack(connection: Connection, worker: { id(): string }): (row: string) => Promise<void> {
  const outbox = connection.collection<OutboxRow>('outbox');
  return async (row) => {
    try {
      await outbox.updateOne({ _id: row, state: 'open', owner: worker.id() }, { $set: { owner: null, due: ANY_TIME } });
    } catch (cause) {
      throw new ServiceError('the store did not answer', { cause });
    }
  };
}

import mongoose, { type Connection } from 'mongoose';
import { ServiceError } from '../../errors.ts';
import { endStuckWrites } from './end-stuck-writes.ts';

/**
 * Opens the store. Writes are acknowledged by a majority and synced to the journal; reads for decisions go to the
 * primary. Fails after `waitMs` when nobody answers, so that the caller can say what to mend.
 */
export async function connectMongo(
  uri: string,
  options: { waitMs?: number; poolSize?: number } = {},
): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    writeConcern: { w: 'majority', journal: true },
    readPreference: 'primary',
    serverSelectionTimeoutMS: options.waitMs ?? 5_000,
    maxPoolSize: options.poolSize ?? 32,
    autoIndex: true,
    bufferCommands: false,
  });
  connection.set('strictQuery', 'throw');
  try {
    await connection.asPromise();
    connection.once('close', endStuckWrites(connection.getClient()));
    return connection;
  } catch (cause) {
    await connection.destroy().catch(() => undefined);
    throw new ServiceError('the store does not answer', { cause });
  }
}

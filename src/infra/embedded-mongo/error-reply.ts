import { MongoError } from './mongo-error.ts';
import { type Doc, Int32, type Value } from './values/value.ts';

/** An error as the reply of a command. What is no refusal of ours is a bug or a failing disk: InternalError. */
export function errorReply(error: unknown): Doc {
  const { code, codeName, message, details } = asMongoError(error);
  return new Map<string, Value>([
    ['ok', 0],
    ['errmsg', message],
    ['code', Int32.of(code)],
    ['codeName', codeName],
    ...Object.entries(details ?? {}).map(([name, value]): [string, Value] => [name, value as Value]),
  ]);
}

/** The same as one entry of `writeErrors`. */
export function writeError(index: number, error: unknown): Doc {
  const { code, message, details } = asMongoError(error);
  return new Map<string, Value>([
    ['index', Int32.of(index)],
    ['code', Int32.of(code)],
    ['errmsg', message],
    ...Object.entries(details ?? {}).map(([name, value]): [string, Value] => [name, value as Value]),
  ]);
}

export function asMongoError(error: unknown): MongoError {
  if (error instanceof MongoError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/MDB_MAP_FULL|ENOSPC|No space left/.test(message))
    return new MongoError('OutOfDiskSpace', `the disk is full: ${message}`);
  return new MongoError('InternalError', message);
}

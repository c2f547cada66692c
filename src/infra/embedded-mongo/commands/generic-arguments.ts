import type { Call } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { isDoc, type Maybe } from '../values/value.ts';
import { numberOf } from './arguments.ts';
import type { Command } from './command.ts';

/** Fields that any command may carry. Those that need more than one server are refused below. */
const GENERIC = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'txnNumber',
  'autocommit',
  'startTransaction',
]);

/** Checks what all commands have in common and notes the time limit. */
export function checkGenericArguments(call: Call, command: Command): void {
  const own = command.fields;
  if (command.anyField) return;
  for (const field of call.command.keys()) {
    if (field !== call.name && !GENERIC.has(field) && !own.includes(field))
      throw new MongoError('UnknownField', `BSON field '${call.name}.${field}' is an unknown field.`);
  }
  refuseTransactions(call);
  checkReadConcern(call.command.get('readConcern'));
  checkWriteConcern(call.command.get('writeConcern'));
  checkApi(call.command.get('apiVersion'));
  const limit = numberOf(call.command.get('maxTimeMS'));
  if (limit !== undefined && (limit < 0 || !Number.isInteger(limit)))
    throw new MongoError('BadValue', `${limit} value for maxTimeMS is out of range`);
  if (limit && call.name !== 'getMore') call.deadline = performance.now() + limit;
}

function refuseTransactions({ command }: Call): void {
  if (command.has('txnNumber') || command.has('startTransaction') || command.has('autocommit'))
    throw new MongoError('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos');
}

function checkReadConcern(concern: Maybe): void {
  if (concern === undefined) return;
  if (!isDoc(concern)) throw new MongoError('TypeMismatch', 'readConcern must be an object');
  const level = concern.get('level') ?? 'local';
  if (level === 'local' || level === 'available' || level === 'majority') {
    if (!concern.has('afterClusterTime') && !concern.has('atClusterTime')) return;
    throw new MongoError('IllegalOperation', 'a read concern with a cluster time needs a replica set');
  }
  if (level === 'linearizable' || level === 'snapshot')
    throw new MongoError('NotAReplicaSet', `read concern level ${level} is only possible on a replica set`);
  throw new MongoError('BadValue', `unknown read concern level ${String(level)}`);
}

/** Every write is on disk before it is answered, so `j` and "majority" ask for nothing more than what all get. */
function checkWriteConcern(concern: Maybe): void {
  if (concern === undefined) return;
  if (!isDoc(concern)) throw new MongoError('TypeMismatch', 'writeConcern must be an object');
  const w = concern.get('w');
  if (w === undefined || w === 'majority') return;
  const servers = numberOf(w);
  if (servers === undefined)
    throw new MongoError('UnknownReplWriteConcern', `No write concern mode named '${String(w)}' found`);
  if (servers < 0 || servers > 50) throw new MongoError('FailedToParse', 'w has to be between 0 and 50');
  if (servers > 1) throw new MongoError('BadValue', "cannot use 'w' > 1 when a host is not replicated");
}

function checkApi(version: Maybe): void {
  if (version !== undefined && version !== '1')
    throw new MongoError(
      'APIVersionError',
      `Provided apiVersion:${String(version)} is not in the list of supported versions`,
    );
}

import type { Call, Reply } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { Int32, isDoc, type Value } from '../values/value.ts';
import { MAX_MESSAGE_BYTES } from '../wire/frame-reader.ts';
import type { Command } from './command.ts';

/** What clients are told they talk to: the behaviour is modelled on this release. */
export const SERVER_VERSION = '8.0.0';
/** The wire version of MongoDB 8.0. */
const MAX_WIRE_VERSION = 25;
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const MAX_WRITE_BATCH = 100_000;
const SESSION_MINUTES = 30;

/** The first thing every client sends: a standalone server, without replica set name, compression or logins. */
const HELLO_FIELDS = [
  'helloOk',
  'client',
  'compression',
  'saslSupportedMechs',
  'loadBalanced',
  'topologyVersion',
  'maxAwaitTimeMS',
  'hostInfo',
  'forShell',
  'backpressure',
];

function hello(call: Call): Reply {
  if (call.command.get('loadBalanced') === true) throw new MongoError('BadValue', 'not behind a load balancer');
  if (call.command.has('speculativeAuthenticate'))
    throw new MongoError('AuthenticationFailed', 'logins are not supported');
  const client = call.command.get('client');
  if (isDoc(client)) call.connection.client ??= client;
  return new Map<string, Value>([
    ...(call.command.has('helloOk') ? [['helloOk', true] as const] : []),
    [call.name === 'hello' ? 'isWritablePrimary' : 'ismaster', true],
    ['maxBsonObjectSize', Int32.of(MAX_DOCUMENT_BYTES)],
    ['maxMessageSizeBytes', Int32.of(MAX_MESSAGE_BYTES)],
    ['maxWriteBatchSize', Int32.of(MAX_WRITE_BATCH)],
    ['localTime', call.engine.now()],
    ['logicalSessionTimeoutMinutes', Int32.of(SESSION_MINUTES)],
    ['connectionId', Int32.of(call.connection.id)],
    ['minWireVersion', Int32.of(0)],
    ['maxWireVersion', Int32.of(MAX_WIRE_VERSION)],
    ['readOnly', false],
  ]);
}

const refuseLogin = (): never => {
  throw new MongoError(
    'AuthenticationFailed',
    'Authentication failed: this server has no logins; access is by its socket',
  );
};

export const handshakeCommands: readonly Command[] = [
  { names: ['hello', 'isMaster', 'ismaster'], fields: HELLO_FIELDS, run: hello },
  { names: ['ping'], fields: [], run: () => new Map() },
  {
    names: ['saslStart', 'authenticate'],
    fields: ['mechanism', 'payload', 'options', 'autoAuthorize', 'user', 'key', 'nonce'],
    run: refuseLogin,
  },
];

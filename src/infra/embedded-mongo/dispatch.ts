import { Call, type Reply } from './call.ts';
import type { Connection } from './client-connection.ts';
import { COMMANDS } from './commands/commands.ts';
import { checkGenericArguments } from './commands/generic-arguments.ts';
import type { Engine } from './engine.ts';
import { errorReply } from './error-reply.ts';
import { ConnectionLost } from './fail-point.ts';
import { MongoError } from './mongo-error.ts';
import { decodeDocument } from './values/decode.ts';
import { encodeDocument } from './values/encode.ts';
import type { Doc, Value } from './values/value.ts';
import { encodeReply, parseRequest, type WireRequest } from './wire/message.ts';
import { joinElements, rawDocuments, rawElements } from './wire/raw-bson.ts';

const HANDSHAKES = new Set(['hello', 'isMaster', 'ismaster']);

/**
 * Answers one wire message: the bytes to send, nothing where none are wanted, 'close' where the message cannot be
 * understood at all. A promise only where the command has to wait.
 */
export function answer(engine: Engine, connection: Connection, frame: Buffer): Answer | Promise<Answer> {
  let request: WireRequest;
  try {
    request = parseRequest(frame);
  } catch {
    return 'close';
  }
  const finish = (reply: Reply): Answer => (request.silent ? undefined : encodeReply(request, encodeOk(reply)));
  const fail = (error: unknown): Answer =>
    request.silent ? undefined : encodeReply(request, encodeDocument(errorReply(error)));
  try {
    const reply = run(engine, connection, request);
    return reply instanceof Promise ? reply.then(finish).catch(fail) : finish(reply);
  } catch (error) {
    return error instanceof ConnectionLost ? 'close' : fail(error);
  }
}

export type Answer = Buffer | 'close' | undefined;

function run(engine: Engine, connection: Connection, request: WireRequest): Reply | Promise<Reply> {
  const call = readCall(engine, connection, request);
  const command = COMMANDS.get(call.name);
  if (!command) throw new MongoError('CommandNotFound', `no such command: '${call.name}'`);
  if (request.form === 'query' && !HANDSHAKES.has(call.name))
    throw new MongoError(5739101, `OP_QUERY is no longer supported, except for hello and isMaster`);
  if (command.adminOnly && call.database !== 'admin')
    throw new MongoError('Unauthorized', `${call.name} may only be run against the admin database.`);
  checkGenericArguments(call, command);
  const concern = engine.failPoint?.check(call.name);
  const reply = command.run(call);
  return concern ? addWriteConcernError(reply, concern) : reply;
}

async function addWriteConcernError(reply: Reply | Promise<Reply>, error: Doc): Promise<Reply> {
  const done = await reply;
  return Buffer.isBuffer(done) ? done : done.set('writeConcernError', error);
}

/** The command's name is the first field of its body. Documents to insert stay as they were encoded. */
function readCall(engine: Engine, connection: Connection, request: WireRequest): Call {
  const { command, documents } =
    request.body.toString('latin1', 5, 12) === 'insert\0' ? splitInsert(request) : readBody(request);
  const name = command.keys().next().value ?? '';
  const database = request.database ?? command.get('$db');
  if (typeof database !== 'string') throw new MongoError(40571, 'OP_MSG requests require a $db argument');
  return new Call(engine, connection, { name, database, command, documents });
}

function readBody(request: WireRequest): { command: Doc; documents: Buffer[] } {
  const command = decodeDocument(request.body);
  for (const [name, documents] of request.sequences) {
    if (command.has(name)) throw givenTwice(name);
    command.set(
      name,
      documents.map((bytes): Value => decodeDocument(bytes)),
    );
  }
  return { command, documents: [] };
}

/** Drivers send the documents beside the body, which then is all there is to decode. */
function splitInsert(request: WireRequest): { command: Doc; documents: readonly Buffer[] } {
  const beside = request.sequences.get('documents');
  if (beside) {
    const command = decodeDocument(request.body);
    if (command.has('documents')) throw givenTwice('documents');
    return { command, documents: beside };
  }
  const rest: Buffer[] = [];
  let documents: readonly Buffer[] = [];
  for (const element of rawElements(request.body)) {
    if (element.name === 'documents') documents = rawDocuments(element);
    else rest.push(element.bytes);
  }
  return { command: decodeDocument(joinElements(rest)), documents };
}

const givenTwice = (field: string): MongoError => new MongoError(40002, `field '${field}' is given twice`);

function encodeOk(reply: Reply): Uint8Array {
  if (Buffer.isBuffer(reply)) return reply;
  if (!reply.has('ok')) reply.set('ok', 1);
  return encodeDocument(reply);
}

import { crc32c } from './crc32c.ts';
import { WireError } from './frame-reader.ts';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_COMPRESSED = 2012;
const OP_MSG = 2013;
const HEADER_BYTES = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const KNOWN_REQUIRED_BITS = CHECKSUM_PRESENT | MORE_TO_COME;

/** One request as it came: its command document and, for bulk writes, documents sent beside it, all still encoded. */
export interface WireRequest {
  readonly requestId: number;
  /** `query` is the old form that some clients still use for their very first hello; it is answered in kind. */
  readonly form: 'msg' | 'query';
  readonly body: Buffer;
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  /** The client wants no answer (`w: 0`). */
  readonly silent: boolean;
  /** The database that an OP_QUERY names; OP_MSG has `$db` in its body. */
  readonly database: string | undefined;
}

/** Reads one whole message (see FrameReader). Throws WireError where the bytes are not a request we speak. */
export function parseRequest(frame: Buffer): WireRequest {
  const requestId = frame.readInt32LE(4);
  const opCode = frame.readInt32LE(12);
  if (opCode === OP_MSG) return parseMsg(frame, requestId);
  if (opCode === OP_QUERY) return parseQuery(frame, requestId);
  if (opCode === OP_COMPRESSED) throw new WireError('compression was not offered');
  throw new WireError(`opcode ${opCode}`);
}

function parseMsg(frame: Buffer, requestId: number): WireRequest {
  if (frame.length < HEADER_BYTES + 10) throw new WireError('OP_MSG is too short');
  const flags = frame.readUInt32LE(HEADER_BYTES);
  if (flags & 0xffff & ~KNOWN_REQUIRED_BITS) throw new WireError(`OP_MSG flags ${flags}`);
  const end = frame.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  if (flags & CHECKSUM_PRESENT && frame.readUInt32LE(end) !== crc32c(frame.subarray(0, end)))
    throw new WireError('OP_MSG checksum does not match');
  let body: Buffer | undefined;
  const sequences = new Map<string, Buffer[]>();
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = frame[at++];
    const section = sized(frame, at, end);
    at += section.length;
    if (kind === 0 && !body) body = section;
    else if (kind === 1) addSequence(sequences, section);
    else throw new WireError(kind === 0 ? 'two bodies' : `section kind ${kind}`);
  }
  if (!body) throw new WireError('no body');
  return { requestId, form: 'msg', body, sequences, silent: (flags & MORE_TO_COME) !== 0, database: undefined };
}

function addSequence(sequences: Map<string, Buffer[]>, section: Buffer): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new WireError('a section name has no end');
  const name = section.toString('utf8', 4, nameEnd);
  if (sequences.has(name)) throw new WireError(`section ${name} twice`);
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const document = sized(section, at, section.length);
    documents.push(document);
    at += document.length;
  }
  sequences.set(name, documents);
}

function parseQuery(frame: Buffer, requestId: number): WireRequest {
  const nameEnd = frame.indexOf(0, HEADER_BYTES + 4);
  if (nameEnd < 0) throw new WireError('a collection name has no end');
  const namespace = frame.toString('utf8', HEADER_BYTES + 4, nameEnd);
  const body = sized(frame, nameEnd + 9, frame.length);
  const database = namespace.split('.', 1)[0];
  return { requestId, form: 'query', body, sequences: new Map(), silent: false, database };
}

/** The bytes from `at` whose length stands in their first four. */
function sized(bytes: Buffer, at: number, end: number): Buffer {
  if (at + 4 > end) throw new WireError('a length is cut off');
  const length = bytes.readInt32LE(at);
  if (length < 5 || at + length > end) throw new WireError(`section length ${length}`);
  return bytes.subarray(at, at + length);
}

/** The answer to a request, in the form in which it was asked. */
export function encodeReply(request: WireRequest, document: Uint8Array): Buffer {
  // OP_REPLY: flags, cursor id, starting from, number returned. OP_MSG: flags, then section kind 0.
  const prefix = request.form === 'msg' ? 5 : 20;
  const start = HEADER_BYTES + prefix;
  const reply = Buffer.allocUnsafe(start + document.length);
  reply.fill(0, 0, start);
  reply.writeInt32LE(reply.length, 0);
  reply.writeInt32LE(request.requestId, 8);
  reply.writeInt32LE(request.form === 'msg' ? OP_MSG : OP_REPLY, 12);
  if (request.form === 'query') reply.writeInt32LE(1, HEADER_BYTES + 16);
  reply.set(document, start);
  return reply;
}

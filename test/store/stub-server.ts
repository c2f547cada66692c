import { createServer } from 'node:net';
import { encodeDocument } from '../../src/infra/embedded-mongo/values/encode.ts';
import { type Doc, Int32, type Value } from '../../src/infra/embedded-mongo/values/value.ts';
import { FrameReader } from '../../src/infra/embedded-mongo/wire/frame-reader.ts';
import { encodeReply, parseRequest } from '../../src/infra/embedded-mongo/wire/message.ts';

/**
 * A server that does nothing: it says ok to whatever it is asked, at once. What the driver takes against it is the
 * driver's own. Run with the path of its socket; it prints a line when it listens.
 */
const [path = ''] = process.argv.slice(2);
const reply = (...fields: [string, Value][]): Uint8Array => encodeDocument(new Map([...fields, ['ok', 1]]));
const OK = reply(['n', Int32.of(1)]);
const NOTHING_FOUND = reply([
  'cursor',
  new Map<string, Value>([
    ['firstBatch', []],
    ['id', 0n],
    ['ns', 'x.x'],
  ]) satisfies Doc,
]);
const HELLO = reply(
  ['helloOk', true],
  ['isWritablePrimary', true],
  ['maxBsonObjectSize', Int32.of(16 * 1024 * 1024)],
  ['maxMessageSizeBytes', Int32.of(48_000_000)],
  ['maxWriteBatchSize', Int32.of(100_000)],
  ['logicalSessionTimeoutMinutes', Int32.of(30)],
  ['minWireVersion', Int32.of(0)],
  ['maxWireVersion', Int32.of(25)],
);

function answer(body: Buffer): Uint8Array {
  const command = body.toString('latin1', 5, body.indexOf(0, 5));
  if (command === 'find') return NOTHING_FOUND;
  return /^(hello|ismaster)$/i.test(command) ? HELLO : OK;
}

createServer((socket) => {
  const frames = new FrameReader();
  socket.on('data', (chunk) => {
    for (const frame of frames.push(chunk)) {
      const request = parseRequest(frame);
      socket.write(encodeReply(request, answer(request.body)));
    }
  });
  socket.on('error', () => socket.destroy());
}).listen(path, () => process.stdout.write('ready\n'));

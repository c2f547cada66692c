import { randomBytes } from 'node:crypto';
import { serialize } from 'bson';
import { crc32c } from './crc32c.ts';
import { FrameReader, WireError } from './frame-reader.ts';
import { parseRequest } from './message.ts';
import { joinElements, rawDocuments, rawElements } from './raw-bson.ts';

function frame(opCode: number, payload: Uint8Array): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + payload.length, 0);
  header.writeInt32LE(7, 4);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, payload]);
}

function message(flags: number, ...sections: Uint8Array[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(flags);
  return frame(2013, Buffer.concat([head, ...sections]));
}

const body = (command: object): Buffer => Buffer.concat([Buffer.from([0]), serialize(command)]);

function sequence(name: string, ...documents: object[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((document) => serialize(document))]);
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeInt32LE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

function withChecksum(request: Buffer): Buffer {
  const out = Buffer.concat([request, Buffer.alloc(4)]);
  out.writeInt32LE(out.length, 0);
  out.writeUInt32LE(crc32c(out.subarray(0, -4)), out.length - 4);
  return out;
}

test('messages come out whole, however they were chopped', () => {
  const stream = Buffer.concat([
    message(0, body({ ping: 1 })),
    message(0, body({ hello: 1 })),
    message(0, body({ x: 'y'.repeat(500) })),
  ]);
  for (const step of [1, 3, 17, 100, 10_000]) {
    const reader = new FrameReader();
    const frames: Buffer[] = [];
    for (let at = 0; at < stream.length; at += step) frames.push(...reader.push(stream.subarray(at, at + step)));
    expect(Buffer.concat(frames).equals(stream)).toBe(true);
    expect(frames).toHaveLength(3);
  }
});

test('documents sent beside the body are kept apart by name', () => {
  const request = parseRequest(message(0, body({ insert: 'c' }), sequence('documents', { a: 1 }, { a: 2 })));
  expect(request.sequences.get('documents')).toHaveLength(2);
  expect(request.silent).toBe(false);
});

test('a checksum is verified', () => {
  // The check value of CRC-32C in the catalogue of CRC algorithms.
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
  const good = withChecksum(message(1, body({ ping: 1 })));
  expect(parseRequest(good).requestId).toBe(7);
  const bad = Buffer.from(good);
  bad[30] = (bad[30] ?? 0) ^ 1;
  expect(() => parseRequest(bad)).toThrow(WireError);
});

test.each([
  ['an unknown required flag', message(4, body({ ping: 1 }))],
  ['compression', frame(2012, Buffer.alloc(20))],
  ['an old insert', frame(2002, Buffer.alloc(20))],
  ['no body', message(0, sequence('documents', { a: 1 }))],
  ['two bodies', message(0, body({ ping: 1 }), body({ ping: 1 }))],
  ['an unknown section', message(0, Buffer.from([2, 5, 0, 0, 0, 0]))],
  ['a section longer than its message', message(0, Buffer.from([0, 50, 0, 0, 0, 0]))],
])('%s is refused', (_, request) => {
  expect(() => parseRequest(request)).toThrow(WireError);
});

test('a length beyond the limit ends the stream before anything is kept', () => {
  const head = Buffer.alloc(16);
  head.writeInt32LE(48_000_001, 0);
  expect(() => new FrameReader().push(head)).toThrow(WireError);
  head.writeInt32LE(15, 0);
  expect(() => new FrameReader().push(head)).toThrow(WireError);
});

test('raw elements put together again are the document they came from', () => {
  const document = Buffer.from(
    serialize({ a: 1, b: { c: [1, 'x'] }, d: /x/i, e: new Date(0), documents: [{ _id: 1 }, { _id: 2 }] }),
  );
  const elements = [...rawElements(document)];
  expect(elements.map(({ name }) => name)).toEqual(['a', 'b', 'd', 'e', 'documents']);
  expect(joinElements(elements.map(({ bytes }) => bytes)).equals(document)).toBe(true);
  expect(rawDocuments(elements.at(-1) as never)).toHaveLength(2);
});

test('10,000 damaged messages: an error each or a request, never anything else', () => {
  const originals = [
    message(0, body({ insert: 'c', documents: [{ a: 1 }], $db: 'x' })),
    withChecksum(message(1, body({ find: 'c', filter: { a: { $gt: 1 } } }))),
    message(0, body({ insert: 'c' }), sequence('documents', { a: 1 }, { b: 'text' })),
  ];
  for (let i = 0; i < 10_000; i++) {
    const damaged = Buffer.from(originals[i % 3] as Buffer);
    const hits = randomBytes(1 + (i % 5) * 2);
    for (let h = 0; h + 1 < hits.length; h += 2) damaged[(hits[h] as number) % damaged.length] = hits[h + 1] as number;
    const cut = i % 7 === 0 ? damaged.subarray(0, damaged.length - 1 - (i % 20)) : damaged;
    try {
      for (const whole of new FrameReader().push(cut)) for (const _ of rawElements(parseRequest(whole).body));
    } catch (error) {
      const known = error instanceof WireError || (error as Error).name === 'MongoError';
      if (!known) throw error;
    }
  }
});

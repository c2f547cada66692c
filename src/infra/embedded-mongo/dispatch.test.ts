import { deserialize, serialize } from 'bson';
import { answer } from './dispatch.ts';
import { openTestEngine } from './testing/test-engine.ts';

const CLIENT = { id: 1, open: true, client: undefined };
const HEADER_BYTES = 16;

function message(command: object, beside: readonly object[]): Buffer {
  const content = Buffer.concat([Buffer.from('documents\0'), ...beside.map((document) => serialize(document))]);
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeInt32LE(content.length + 4, 1);
  const sequence = beside.length > 0 ? [head, content] : [];
  const frame = Buffer.concat([Buffer.alloc(HEADER_BYTES + 5), serialize(command), ...sequence]);
  frame.writeInt32LE(frame.length, 0);
  frame.writeInt32LE(2013, 12);
  return frame;
}

const replyOf = (bytes: unknown) => deserialize((bytes as Buffer).subarray(HEADER_BYTES + 5));

test('documents of an insert may stand beside its body or in it, not in both', async () => {
  const { engine, close } = await openTestEngine();
  const insert = async (inside: object, beside: readonly object[]) =>
    replyOf(await answer(engine, CLIENT, message({ insert: 'c', ...inside, $db: 'd' }, beside)));
  expect(await insert({}, [{ _id: 1 }, { _id: 2 }])).toEqual({ n: 2, ok: 1 });
  expect(await insert({ documents: [{ _id: 3 }] }, [])).toEqual({ n: 1, ok: 1 });
  expect(await insert({ documents: [{ _id: 4 }] }, [{ _id: 5 }])).toMatchObject({ ok: 0, code: 40002 });
  expect(await insert({}, [{ _id: 4 }, { _id: 2 }, { _id: 5 }])).toMatchObject({
    n: 1,
    writeErrors: [{ index: 1, code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 2 } }],
  });
  await close();
});

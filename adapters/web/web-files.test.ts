import { BLOB_LIMIT } from '../../src/ports/blob-store.ts';
import { call, open, world } from '../../test/support/web-world.ts';

const send = (raw: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, as?: string) =>
  call('POST', '/api/chat/files', {
    raw,
    headers: { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent('客户.csv'), ...headers },
    ...(as === undefined ? {} : { as }),
  });
const bytes = new TextEncoder().encode('客户,电话');

test('a file goes to the bot under its name, once, and stands in the log', async () => {
  await open();
  expect((await send(bytes, { 'x-message-id': 'f1' })).status).toBe(200);
  expect((await send(bytes, { 'x-message-id': 'f1' })).status).toBe(200);
  expect(world.bot.events).toEqual([
    expect.objectContaining({
      kind: 'thing',
      message: 'web:lin:f1',
      what: 'file',
      name: '客户.csv',
      blob: `blob:客户.csv:${bytes.length}`,
      room: 'direct:lin',
    }),
  ]);
  const { body } = await call('GET', '/api/chat/log');
  expect(JSON.stringify(body)).toContain('"text":"客户.csv"');
});

test.each([
  ['nobody', bytes, {}, '', 401],
  ['no name', bytes, { 'x-file-name': '' }, undefined, 400],
  ['a name that is no encoding', bytes, { 'x-file-name': '%E5%' }, undefined, 400],
  ['nothing in it', new Uint8Array(0), {}, undefined, 400],
  ['more than is kept', new Uint8Array(BLOB_LIMIT + 1), {}, undefined, 413],
])('%s is refused', async (_, raw, headers: Record<string, string>, as, status) => {
  await open();
  expect((await send(raw, headers, as)).status).toBe(status);
  expect(world.bot.events).toEqual([]);
});

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

test('a link gives a file to be saved, never to be shown; any other word gives nothing, in the reader’s language', async () => {
  const name = '报价"\r\n\ud800.html';
  const script = new TextEncoder().encode('<script>alert(1)</script>');
  await open(undefined, {
    fileBehind: async (token) => (token === 'good' ? { name, type: 'application/octet-stream', bytes: script } : null),
  });
  const { status, headers, body } = await call('GET', '/f/good', { as: '' });
  expect([status, headers.get('content-type'), body.text]).toEqual([
    200,
    'application/octet-stream',
    '<script>alert(1)</script>',
  ]);
  expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7%22%0D%0A%3F.html");
  expect([headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual(['nosniff', 'no-store']);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const [language, words] of [
    ['zh-CN', '链接已过期,或没有这个文件。回到聊天里再点一次。'],
    ['en', 'The link has expired, or there is no such file. Tap again in the chat.'],
  ] as const)
    expect(await call('GET', '/f/other', { as: '', headers: { 'accept-language': language } })).toMatchObject({
      status: 404,
      body: { error: words },
    });
});

import { createCipheriv } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BLOB_LIMIT } from '../../src/ports/blob-store.ts';
import { until } from '../../test/support/until.ts';
import { openWecomBotWorld, type WecomBotWorld } from '../../test/support/wecom-bot-world.ts';

const KEY = Buffer.alloc(32, 7);
const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n', 'latin1'), Buffer.alloc(3_000, 1)]);

/** As WeCom encrypts media: AES-256-CBC, padded to whole blocks of 32 bytes. */
function sealed(bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-cbc', KEY, KEY.subarray(0, 16)).setAutoPadding(false);
  const missing = 32 - (bytes.length % 32);
  return Buffer.concat([cipher.update(bytes), cipher.update(Buffer.alloc(missing, missing)), cipher.final()]);
}

let world: WecomBotWorld;
let server: Server;
let served: { status: number; body: Buffer };
beforeEach(async () => {
  served = { status: 200, body: sealed(PNG) };
  server = createServer((_, response) => response.writeHead(served.status).end(served.body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world = await openWecomBotWorld(() => []);
});
afterEach(async () => {
  await world.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const media = (more: object = {}) => ({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`,
  aeskey: KEY.toString('base64'),
  ...more,
});

test('a picture is fetched as it comes, opened, and kept under a name', async () => {
  await world.says('', { msgtype: 'image', text: undefined, image: media() });
  expect(world.bot.events).toMatchObject([{ kind: 'thing', what: 'image', name: '图片.png', blob: 'blob-1' }]);
  expect(world.blobs.kept).toEqual([{ name: '图片.png', type: 'image/png', bytes: PNG }]);
});

test('a file keeps its own name; words with pictures are words and things, in their order', async () => {
  await world.says('', { msgtype: 'file', text: undefined, file: media({ filename: '报价.xlsx' }) });
  const items = [
    { msgtype: 'text', text: { content: '名片' } },
    { msgtype: 'image', image: media() },
  ];
  await world.says('', { msgtype: 'mixed', text: undefined, mixed: { msg_item: items } });
  await until(() => world.bot.events.length === 3);
  expect(world.bot.events).toMatchObject([
    { kind: 'thing', what: 'file', name: '报价.xlsx' },
    { kind: 'message', text: '名片' },
    { kind: 'thing', what: 'image' },
  ]);
});

test.each([
  ['gone', () => ({ status: 404, body: Buffer.alloc(0) })],
  ['broken on its way', () => ({ status: 200, body: sealed(PNG).fill(9, PNG.length - 16) })],
] as const)('what is %s is a thing without bytes', async (_, given) => {
  served = given();
  await world.says('', { msgtype: 'image', text: undefined, image: media() });
  expect(world.bot.events).toMatchObject([{ kind: 'thing', name: '图片', blob: null }]);
  expect(world.blobs.kept).toEqual([]);
});

test('what is larger than is kept is said to be, by its size or by what comes', async () => {
  await world.says('', { msgtype: 'video', text: undefined, video: media({ file_size: BLOB_LIMIT + 1 }) });
  served = { status: 200, body: Buffer.alloc(BLOB_LIMIT + 64) };
  await world.says('', { msgtype: 'file', text: undefined, file: media() });
  await until(() => world.bot.events.length === 2);
  expect(world.bot.events).toMatchObject([{ tooLarge: true }, { tooLarge: true }]);
});

test('voice without its words is a thing that was heard of, no more', async () => {
  await world.says('', { msgtype: 'voice', text: undefined, voice: { content: '' } });
  expect(world.bot.events).toMatchObject([{ kind: 'thing', what: 'audio', name: '语音', blob: null }]);
});

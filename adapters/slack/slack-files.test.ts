import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSlackWorld, type SlackWorld } from '../../test/support/slack-world.ts';

let world: SlackWorld;
let direct: string;
beforeEach(async () => {
  world = await openSlackWorld('http', () => []);
  direct = await world.direct('lin');
});
afterEach(() => world.stop());

const file = (path: string, rest: object = {}) => ({
  id: `F${path.replace(/\W/g, '')}`,
  name: '报价.pdf',
  mimetype: 'application/pdf',
  size: 6,
  url_private: path.startsWith('http') ? path : world.slack.apiUrl.replace('api/', path),
  ...rest,
});

const sends = (text: string, ...files: object[]) =>
  world.send(world.as('lin').message(direct, text, { ts: '300.1', files }));

test('words go ahead; each file is fetched and comes as one of its own, once', async () => {
  await sends('发了报价', file('files/text'), file('files/moved', { mimetype: 'image/png', name: '图.png' }));
  await sends('发了报价', file('files/text'), file('files/moved', { mimetype: 'image/png', name: '图.png' }));
  expect(world.bot.events).toMatchObject([
    { kind: 'message', text: '发了报价' },
    { kind: 'thing', what: 'file', name: '报价.pdf', blob: 'blob-1', room: expect.stringContaining('direct:') },
    { kind: 'thing', what: 'image', name: '图.png', blob: 'blob-2' },
  ]);
  expect(world.bot.events[0]).not.toHaveProperty('spoken');
  expect(Buffer.from(world.blobs.kept[0]?.bytes ?? []).toString()).toBe('inhalt');
});

test('"Log this" takes the files of a message and the words of what was forwarded; of nothing it says so', async () => {
  const lin = world.as('lin');
  const logs = (ts: string, message: object) => {
    const payload = lin.logThis(world.slack.channels.sales ?? '', ts, '');
    return world.send({ ...payload, message: { ...payload.message, ...message } });
  };
  await logs('5.1', { files: [file('files/text')] });
  await logs('5.2', { attachments: [{ text: '腾云同意85万' }] });
  expect(world.bot.events).toMatchObject([
    { kind: 'thing', name: '报价.pdf', blob: 'blob-1', room: expect.stringContaining('direct:') },
    { kind: 'message', text: '腾云同意85万' },
  ]);
  await logs('5.3', {});
  await world.settle();
  expect((await world.slack.posts(direct)).map(({ text }) => text)).toEqual([
    expect.stringContaining('no words to log'),
  ]);
  expect(world.bot.events).toHaveLength(2);
});

test('what is too large, gone, or to be had elsewhere is told of, not fetched; an audio clip is what was said in it', async () => {
  const spoken = { status: 'complete', preview: { content: '拜访了腾云' } };
  await sends('', file('files/huge'), file('files/text', { id: 'F9', size: 11_000_000 }), file('files/gone'));
  await sends('', file('files/a', { mimetype: 'audio/webm', transcription: spoken }));
  await world.send(
    world.as('lin').message(direct, '', { ts: '301.1', files: [file('files/b', { mimetype: 'audio/mp4' })] }),
  );
  expect(world.bot.events).toMatchObject([
    { kind: 'thing', blob: null, tooLarge: true },
    { kind: 'thing', blob: null, tooLarge: true },
    { kind: 'thing', blob: null },
    { kind: 'message', text: '拜访了腾云', spoken: true },
    { kind: 'thing', what: 'audio', blob: null },
  ]);
  expect(world.blobs.kept).toEqual([]);
});

test('the token is shown to no other host, neither by an address nor by a redirect', async () => {
  const seen: (string | undefined)[] = [];
  const other = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.end('secret');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/x`;
  world.slack.sendAway(address);
  await sends('', file(address), file('files/away'), file('http://files.slack.com/x'), file('file:///etc/passwd'));
  await new Promise((resolve) => other.close(resolve));
  expect(seen).toEqual([]);
  expect(world.bot.events.map((event) => event.kind === 'thing' && event.blob)).toEqual([null, null, null, null]);
});

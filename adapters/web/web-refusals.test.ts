import { webMutations } from '../../test/support/web-mutations.ts';
import { type Answer, call, echo, open, say, world } from '../../test/support/web-world.ts';

test('who is not in a room cannot speak there, and is told no more than of a room that does not exist', async () => {
  await open();
  const outside = await say({ text: 'hi', conversation: 'crew' }, 'token-bo');
  const absent = await say({ text: 'hi', conversation: 'nowhere' }, 'token-bo');
  expect([outside.status, outside.body]).toEqual([404, { error: 'There is no such conversation.' }]);
  expect(absent.body).toEqual(outside.body);
  expect((await say({ text: 'hi', conversation: 'direct:lin' }, 'token-bo')).status).toBe(404);
  expect(world.bot.events).toEqual([]);
});

describe('what is refused, in the reader’s language, with nothing stored', () => {
  const post = (raw: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    call('POST', '/api/chat/messages', { raw, headers });
  const cases: [string, () => Promise<Answer>, number, string][] = [
    [
      'a wrong token',
      () => call('GET', '/api/me', { as: 'nobody', headers: { 'accept-language': 'zh-CN,en;q=0.5' } }),
      401,
      '登录已失效,请用新的链接进入。',
    ],
    ['no token', () => call('GET', '/api/me', { as: '' }), 401, 'You are signed out. Please come in by a new link.'],
    ['no text', () => say({ text: ' \n\u200b ' }), 400, '还没写内容。'],
    ['no text, in English', () => say({ text: '' }, 'token-amy'), 400, 'There is nothing written yet.'],
    ['an unknown field', () => say({ text: 'a', colour: 1, __proto__x: 2 }), 400, '不认识的字段:colour, __proto__x。'],
    ['a wrong type', () => say({ text: { $ne: '' } }), 400, '字段 text 不对。'],
    [
      'an id that could be another’s key',
      () => say({ id: 'a/b', text: 'a' }),
      400,
      '消息编号是 1–128 个可见字符,不含空格、/ 和 #。',
    ],
    [
      'a bad id in the path',
      () => call('DELETE', '/api/chat/messages/a%2Fb'),
      400,
      '消息编号是 1–128 个可见字符,不含空格、/ 和 #。',
    ],
    ['a path that is no text', () => call('DELETE', '/api/chat/messages/%E0%A4%A'), 400, '这个地址读不出来。'],
    [
      'the edit of a message that was never sent',
      () => call('PUT', '/api/chat/messages/m9', { body: { text: '腾云同意85万' } }),
      404,
      '你没发过这条消息。',
    ],
    ['the deletion of one', () => call('DELETE', '/api/chat/messages/m9'), 404, '你没发过这条消息。'],
    ['broken JSON', () => post('{"text":'), 400, '内容应为一个 JSON 对象。'],
    ['a list', () => post('[1]'), 400, '内容应为一个 JSON 对象。'],
    [
      'bytes that are no text',
      () => post(new Uint8Array([0x22, 0xff, 0xfe, 0x22])),
      400,
      '内容里有不是文字的字符,没有记录。',
    ],
    ['control characters', () => say({ text: 'a\u0000b' }), 400, '内容里有不是文字的字符,没有记录。'],
    ['half a character', () => post('{"text":"\\ud83d"}'), 400, '内容里有不是文字的字符,没有记录。'],
    [
      'another type',
      () => post('text=a', { 'content-type': 'text/plain' }),
      400,
      '只收 JSON(Content-Type: application/json)。',
    ],
    ['too much', () => say({ text: 'a'.repeat(300_000) }), 413, '内容太长,最多 256 KB,没有记录。'],
    ['an unknown address', () => call('GET', '/api/nothing'), 404, '没有这个地址。'],
    [
      'the demo where there is none',
      () => call('GET', '/demo', { headers: { 'accept-language': 'en' } }),
      404,
      'There is nothing at this address.',
    ],
  ];
  test.each(cases)('%s', async (_name, ask, status, error) => {
    await open();
    const answer = await ask();
    expect([answer.status, answer.body]).toEqual([status, { error }]);
    expect(world.bot.events).toEqual([]);
  });
});

test('another person’s message is not one’s own to edit or delete, in a common room neither', async () => {
  await open();
  await say({ id: 'm1', text: '早', conversation: 'crew' });
  await say({ id: 'm2', text: '早' });
  for (const id of ['m1', 'm2', 'web:lin:m1']) {
    const edit = await call('PUT', `/api/chat/messages/${id}`, { as: 'token-amy', body: { text: 'mine' } });
    const deletion = await call('DELETE', `/api/chat/messages/${id}`, { as: 'token-amy' });
    expect([edit.status, edit.body]).toEqual([404, { error: 'You have sent no such message.' }]);
    expect([deletion.status, deletion.body]).toEqual([edit.status, edit.body]);
  }
  expect(world.bot.events).toHaveLength(2);
});

test('store away: 503 in the agreed words; the same id later is stored once', async () => {
  await open();
  world.bot.down = true;
  const refused = await say({ id: 'm1', text: 'a' });
  expect([refused.status, refused.body]).toEqual([503, { error: '没存上,请一分钟后再发一次。' }]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  world.bot.down = false;
  expect((await say({ id: 'm1', text: 'a' })).status).toBe(200);
  expect(world.bot.events).toHaveLength(1);
});

test('a bug is 500 and tells nothing of itself', async () => {
  await open(echo, { rooms: { of: () => Promise.reject(new Error('secret 13800000000')), members: async () => [] } });
  expect(await call('GET', '/api/me').then(({ status, body }) => [status, body])).toEqual([
    500,
    { error: '出了点问题,已经记下,请稍后再试。' },
  ]);
});

test('too many requests of one person are slowed, not those of another', async () => {
  await open(echo, { requestsPerMinute: 2 });
  await say({ text: 'a' });
  await say({ text: 'a' });
  const third = await say({ text: 'a' });
  expect([third.status, third.body]).toEqual([429, { error: '太快了,请过一会儿再试。' }]);
  expect((await say({ text: 'a' }, 'token-amy')).status).toBe(200);
});

test('who tries one token after the other is slowed; the known go on', async () => {
  await open();
  const tries = await Promise.all(Array.from({ length: 61 }, (_, n) => call('GET', '/api/me', { as: `guess${n}` })));
  expect(tries.filter(({ status }) => status === 401)).toHaveLength(60);
  expect(tries.filter(({ status }) => status === 429)).toHaveLength(1);
  expect((await call('GET', '/api/me')).status).toBe(200);
});

test('a thousand requests with one thing changed: each refused, none leaves a trace', async () => {
  await open(echo, { trustProxy: 1 });
  await say({ id: 'm1', text: '原来的' });
  const taken: string[] = [];
  for (const { name, ask } of webMutations(1_000)) {
    const { status } = await ask();
    if (status !== 400 && status !== 401) taken.push(`${name}: ${status}`);
  }
  expect(taken).toEqual([]);
  expect(world.bot.events).toHaveLength(1);
  expect((await call('GET', '/api/chat/log')).body.entries).toHaveLength(2);
});

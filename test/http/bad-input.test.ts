import { createWebLogStore } from '../../adapters/web/web-log-store.ts';
import { type Answer, Served } from '../support/served.ts';

let bot: Served;
beforeAll(async () => {
  bot = await Served.open();
});
afterAll(() => bot.close());

const post = (raw: string | Uint8Array<ArrayBuffer>, as: string) => bot.call('POST', '/api/chat/messages', { as, raw });
const chinese = { 'accept-language': 'zh-CN,en;q=0.5' };

describe('refused in the reader’s language, with nothing stored', () => {
  const cases: [string, () => Promise<Answer>, number, string][] = [
    [
      'a wrong token',
      () => bot.call('GET', '/api/me', { as: null }),
      401,
      'You are signed out. Please come in by a new link.',
    ],
    [
      'a wrong token, zh',
      () => bot.call('GET', '/api/me', { as: null, headers: chinese }),
      401,
      '登录已失效,请用新的链接进入。',
    ],
    ['empty', () => bot.say(' \u200b\n', { as: 'emma' }), 400, 'There is nothing written yet.'],
    ['empty, zh', () => bot.say(''), 400, '还没写内容。'],
    [
      'binary',
      () => post(new Uint8Array([0x7b, 0xff, 0x00, 0x7d]), 'emma'),
      400,
      'Some of this is not text. Nothing was recorded.',
    ],
    ['binary, zh', () => bot.say('PNG\u0000\u0001'), 400, '内容里有不是文字的字符,没有记录。'],
    [
      'oversized',
      () => bot.say('a'.repeat(300_000), { as: 'emma' }),
      413,
      'This is too long: at most 256 KB. Nothing was recorded.',
    ],
    ['oversized, zh', () => bot.say('长'.repeat(100_000)), 413, '内容太长,最多 256 KB,没有记录。'],
  ];
  test.each(cases)('%s', async (_name, ask, status, error) => {
    const before = await bot.count('inbox');
    const answer = await ask();
    expect([answer.status, answer.error]).toEqual([status, error]);
    expect(await bot.count('inbox')).toBe(before);
  });
});

/** What the sender's page keeps of a message. */
const keptText = async (person: string, id: string): Promise<unknown> => {
  const line = await createWebLogStore(bot.records.connection, bot.records.seals).find(person, `web:${person}:${id}`);
  return line !== null && 'said' in line.item ? line.item.said.text : undefined;
};

test('4,000 emoji are answered and kept whole', async () => {
  const text = '👩‍🚀'.repeat(1_300) + '🎉'.repeat(100);
  expect([...text]).toHaveLength(4_000);
  const answer = await bot.say(text, { id: 'emoji' });
  expect(answer.status).toBe(200);
  expect(answer.replies.map((reply) => reply.text)).toEqual(['没看出要记什么,说上客户名就行,如「腾云同意85万」。']);
  expect(await keptText('lin', 'emoji')).toBe(text);
});

test('of a longer text the first 4,000 characters are read, all is kept, and the sender is told', async () => {
  const text = `今天跟腾云通了电话${'。'.repeat(4_000)}`;
  const [receipt] = (await bot.say(text, { id: 'long' })).replies;
  expect(receipt?.text).toMatch(/^✓ 已记 · 腾云 · 电话 · 今天.*\n太长了:只读了前 4000 字,全文已留着。$/s);
  expect(await keptText('lin', 'long')).toBe(text);
});

test('an unknown button says so, in the reader’s language', async () => {
  expect((await bot.press('nosuch')).replies.map(({ text }) => text)).toEqual(['这个按钮已失效,直接打字就行。']);
  const [english] = (await bot.press('nosuch', { as: 'emma' })).replies;
  expect(english?.text).toBe('This button no longer works; just type it.');
});

describe('a button', () => {
  const undoOf = async (text: string): Promise<string> => {
    const [receipt] = (await bot.say(text)).replies;
    const button = receipt?.buttons?.find(({ label }) => label === '撤销');
    if (button === undefined) throw new Error(`no undo on: ${receipt?.text}`);
    return button.id;
  };

  test('pressed by someone else says so and does nothing; its owner can still press it', async () => {
    const undo = await undoOf('今天拜访了腾云,报价80万');
    const before = await bot.count('interactions');
    const [refused] = (await bot.press(undo, { as: 'emma' })).replies;
    expect(refused?.text).toBe('This button is for someone else.');
    const [refusedInChinese] = (await bot.press(undo, { as: 'zhang' })).replies;
    expect(refusedInChinese?.text).toBe('这个按钮是给别人的。');
    expect(await bot.count('interactions')).toBe(before);
    const [undone] = (await bot.press(undo)).replies;
    expect(undone?.text).toMatch(/^已撤销/);
    expect(await bot.count('interactions')).toBe(before - 1);
  });

  test('pressed a second time does nothing and says nothing', async () => {
    const undo = await undoOf('今天拜访了腾云,报价90万');
    const first = await bot.press(undo, { id: 'press-1' });
    expect(first.replies).toHaveLength(1);
    const sets = await bot.count('ledger');
    expect(await bot.press(undo, { id: 'press-2' })).toMatchObject({ status: 200, replies: [] });
    expect(await bot.press(undo)).toMatchObject({ status: 200, replies: [] });
    expect(await bot.count('ledger')).toBe(sets);
    expect((await bot.press(undo, { id: 'press-1' })).replies).toEqual(first.replies);
  });

  test('pressed twice at the same moment works once', async () => {
    const undo = await undoOf('今天拜访了腾云,报价95万');
    const before = await bot.count('interactions');
    const answers = await Promise.all([bot.press(undo), bot.press(undo), bot.press(undo)]);
    expect(answers.map(({ replies }) => replies.length).sort()).toEqual([0, 0, 1]);
    expect(await bot.count('interactions')).toBe(before - 1);
  });
});

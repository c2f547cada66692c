import { withoutName } from './for-the-bot.ts';
import { createToyTalk, texts } from './testing/toy-talk.ts';

test.each([
  ['@跟进 今天见了王总', '今天见了王总'],
  ['@跟进今天见了王总', '今天见了王总'],
  ['＠跟进，今天见了王总', '今天见了王总'],
  ['见了王总@跟进', '见了王总'],
  ['第一行\n@跟进 第二行', '第一行\n 第二行'],
  ['@Genjin met Priya', 'met Priya'],
  ['@genjin: met Priya', 'met Priya'],
  ['met Priya, @GENJIN', 'met Priya,'],
  ['hey @Genjin, met Priya', 'hey  met Priya'],
])('%s names the bot', (text, rest) => {
  expect(withoutName(text)).toBe(rest);
});

test.each(['跟进一下王总', 'Genjin met Priya', 'mail sales@genjin.com', '@genjin.io is theirs', '@Genjins', '@王总'])(
  '%s does not',
  (text) => {
    expect(withoutName(text)).toBe(text);
  },
);

const room = 'sales';

test('what is said in a group to nobody by name leaves nothing, whatever it is', async () => {
  const talk = createToyTalk();
  await talk.says('lin', 'log one', { room, message: 'web:lin:m1' });
  await talk.says('lin', '/whoami', { room });
  await talk.says('lin', 'no Friday', { room, replyTo: 'web:lin:m1' });
  await talk.does('lin', { kind: 'edit', message: 'web:lin:m1', text: 'log two', room });
  await talk.does('lin', { kind: 'delete', message: 'web:lin:m1', room });
  const thing = { message: 'web:lin:t1', what: 'file', name: 'a.pdf', blob: 'b1' } as const;
  await talk.does('lin', { kind: 'thing', ...thing, room });
  expect(talk.sets()).toBe(0);
});

test('a reply to the bot, or to what it took in, is for it; so is a message rewritten to name it', async () => {
  const talk = createToyTalk();
  const [receipt] = await talk.says('lin', '@Genjin log one', { room, message: 'web:lin:m1' });
  expect(texts(await talk.says('wei', 'log two', { room, replyTo: receipt?.id ?? '' }))).toEqual(['✓ log two']);
  expect(texts(await talk.says('lin', 'no Friday', { room, replyTo: 'web:lin:m1' }))).toEqual(['amendment: no Friday']);
  expect(await talk.says('lin', 'no Friday', { room })).toEqual([]);
  expect(await talk.says('lin', 'log three', { room, message: 'web:lin:m3' })).toEqual([]);
  const named = await talk.does('lin', { kind: 'edit', message: 'web:lin:m3', text: '@Genjin log three', room });
  expect(texts(named)).toEqual(['✓ log three']);
});

test('what the bot asked is answered without its name, by the one it asked, for half an hour', async () => {
  const talk = createToyTalk();
  await talk.says('lin', '@Genjin log Luo', { room });
  expect(await talk.says('wei', '2', { room })).toEqual([]);
  expect(await talk.says('lin', 'log more', { room })).toEqual([]);
  expect(texts(await talk.says('lin', '2', { room }))).toEqual(['✓ qm']);
  expect(await talk.says('lin', '1', { room })).toEqual([]);
  await talk.says('lin', '@Genjin log Luo', { room });
  talk.clock.at = new Date(talk.clock.at.getTime() + 31 * 60_000);
  expect(await talk.says('lin', '1', { room })).toEqual([]);
});

test('after Edit the next words correct the record; other words there end that and lead to nothing', async () => {
  const talk = createToyTalk();
  const receipt = await talk.says('lin', '@Genjin log one', { room });
  await talk.presses('lin', receipt, 'Edit', room);
  expect(texts(await talk.says('lin', '85k', { room }))).toEqual(['amendment: 85k']);
  expect(await talk.says('lin', '86k', { room })).toEqual([]);
});

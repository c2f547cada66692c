import { PassThrough } from 'node:stream';
import type { IncomingEvent, Reply } from '../../src/chat/chat-adapter.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { fakeBot } from '../../test/support/fake-bot.ts';
import { createConsoleAdapter } from './console-adapter.ts';

const receipt = (event: IncomingEvent): Reply[] => {
  const to = { adapter: 'console', room: 'direct:lin' };
  const buttons = [
    { id: 'undo-1', label: '撤销' },
    { id: 'edit-1', label: '修改' },
  ];
  if (event.kind === 'action') {
    return [
      { id: `${event.key}/0`, to, private: false, replaces: 'x/0', message: { text: `pressed ${event.action}` } },
    ];
  }
  return [{ id: `${event.key}/0`, to, private: false, message: { text: '✓ 已记\n下一步', buttons } }];
};

async function open(locale: Locale = 'zh', isTTY = false) {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY });
  let printed = '';
  output.on('data', (chunk) => {
    printed += chunk;
  });
  const person = { id: 'lin', name: '林悦', locale };
  const now = new Date('2026-11-23T02:00:00Z');
  const adapter = createConsoleAdapter({ person, input, output, clock: { now: () => now } });
  const bot = fakeBot(() => adapter, receipt);
  await adapter.start(bot);
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
  const type = async (text: string) => {
    input.write(text);
    await settle();
  };
  return { input, adapter, bot, type, settle, printed: () => printed };
}

test('a line is a message, a number presses the button shown with it', async () => {
  const { bot, type, printed, adapter } = await open();
  await type('腾云同意85万\n');
  expect(bot.events[0]).toMatchObject({ kind: 'message', text: '腾云同意85万', room: 'direct:lin', user: 'lin' });
  expect(printed()).toContain('✓ 已记\n下一步\n[1] 撤销  [2] 修改\n');
  await type('２\n');
  expect(bot.events[1]).toMatchObject({ kind: 'action', action: 'edit-1' });
  expect(printed()).toContain('(更新)\npressed edit-1\n');
  await type('7\n');
  expect(bot.events[2]).toMatchObject({ kind: 'message', text: '7' });
  await adapter.stop();
});

test('what is pasted into a terminal is one message, which Enter sends', async () => {
  const { bot, type, printed, adapter } = await open('zh', true);
  await type('\u001b[200~腾云科技 王总\r海拓物流 罗海生\r晨耀\u001b[201~');
  expect(bot.events).toEqual([]);
  await type(' 陈工\r');
  await type('帮助\r');
  expect(bot.events).toMatchObject([{ text: '腾云科技 王总\n海拓物流 罗海生\n晨耀 陈工' }, { text: '帮助' }]);
  await adapter.stop();
  for (const asked of ['\u001b[?2004h', '\u001b[?2004l']) expect(printed()).toContain(asked);
});

test('not stored: says so in the reader’s language', async () => {
  const { bot, type, printed, adapter } = await open('en');
  bot.down = true;
  await type('hello\n');
  expect(printed()).toContain('Not saved. Please send it again in a minute.\n');
  await adapter.stop();
});

test.each([
  ['/quit\n', false],
  ['last words\n', true],
])('leaving by %j waits for what was said', async (words, end) => {
  const { input, bot, type, adapter, printed } = await open('en');
  await type('first\n');
  input.write(words);
  if (end) input.end();
  await adapter.ended;
  expect(bot.events.map((event) => event.kind === 'message' && event.text)).toEqual(
    end ? ['first', 'last words'] : ['first'],
  );
  expect(printed()).toMatch(/Bye\.\n$/);
});

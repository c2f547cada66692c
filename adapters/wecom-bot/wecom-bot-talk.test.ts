import type { Message } from '../../src/chat/message.ts';
import { ServiceError } from '../../src/errors.ts';
import type { Respond } from '../../test/support/fake-bot.ts';
import { until } from '../../test/support/until.ts';
import { answering, receipt, reply } from '../../test/support/wecom-bot-replies.ts';
import { GROUP, openWecomBotWorld, type WecomBotWorld } from '../../test/support/wecom-bot-world.ts';
import type { WecomBotOptions } from './wecom-bot-adapter.ts';

let world: WecomBotWorld;
afterEach(() => world.stop());

const open = async (respond: Respond = () => [], options: Partial<WecomBotOptions> = {}) => {
  world = await openWecomBotWorld(respond, options);
};
const commands = () => world.wecom.commands.map(({ cmd }) => cmd);

test('the first answer goes back by the callback, what follows by itself', async () => {
  await open((event) => [0, 1].map((at) => reply(`${'message' in event && event.message}/${at}`, { text: `答${at}` })));
  await world.says('漏斗');
  await until(() => world.texts('lin').length === 2);
  expect(commands()).toEqual(['aibot_respond_msg', 'aibot_send_msg']);
});

test('after another connection a message is answered by itself', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await open(async (event) => {
    await held;
    return answering({ text: '答' })(event);
  });
  await world.says('漏斗');
  world.wecom.drop();
  await until(() => world.state.state?.reconnects === 1 && world.state.state.connection === 'connected');
  release();
  await until(() => world.texts('lin').length > 0);
  expect(commands()).toEqual(['aibot_send_msg']);
});

test('a callback that WeCom takes no answer to any more is answered by itself', async () => {
  await open(answering({ text: '答' }));
  world.wecom.failNext('aibot_respond_msg', 846_605);
  await world.says('漏斗');
  await until(() => world.texts('lin').length > 0);
  expect(commands()).toEqual(['aibot_send_msg']);
});

test('who waits sees that it is being read, and the answer takes that place', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await open(
    async (event) => {
      await held;
      return answering({ text: '答' })(event);
    },
    { pauses: { connect: 20, look: 20, thinking: 10 } },
  );
  await world.says('漏斗');
  await until(() => world.texts('lin')[0] === '在看…');
  release();
  await until(() => world.texts('lin')[0] === '答');
  expect(world.wecom.shown('lin')).toMatchObject([{ text: '答', finished: true }]);
});

test('a stream that WeCom has ended after six minutes is followed by a message', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await open(
    async (event) => {
      await held;
      return answering({ text: '答' })(event);
    },
    { pauses: { connect: 20, look: 20, thinking: 10 } },
  );
  await world.says('漏斗');
  await until(() => world.texts('lin').length === 1);
  world.wecom.pass(361_000);
  release();
  await until(() => world.texts('lin').length === 2);
  expect(world.texts('lin')).toEqual(['在看…', '答']);
});

test('a card goes below the stream that it cannot end in; silence ends it too', async () => {
  let said: Message | null = receipt;
  let release = () => {};
  let held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await open(
    async (event) => {
      await held;
      return said === null ? [] : answering(said)(event);
    },
    { pauses: { connect: 20, look: 20, thinking: 10 } },
  );
  await world.says('腾云80万');
  await until(() => world.texts('lin').length === 1);
  release();
  await until(() => world.texts('lin').length === 2);
  expect(world.texts('lin')).toEqual(['好了:', '✓ 已记 · 腾云\n金额 80万 #1\n[撤销]']);
  said = null;
  held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await world.says('好的');
  await until(() => world.texts('lin').length === 3);
  release();
  await until(() => world.texts('lin')[2] === '✓');
});

test('what was said before it was stored is not lost silently, a press neither', async () => {
  await open();
  await world.adapter.deliver(reply('rule:r/0', receipt), 'zh');
  world.bot.down = true;
  await world.says('腾云同意85万');
  await world.presses('undo-1');
  await until(() => world.texts('lin').length === 3);
  expect(world.texts('lin').slice(1)).toEqual(['没存上,请一分钟后再发一次。', '没存上,请一分钟后再点一次。']);
});

test('a quoted receipt is known by its number or its words, a quoted message of one’s own too', async () => {
  await open();
  await world.adapter.deliver(reply('rule:r/0', receipt), 'zh');
  await world.adapter.deliver(reply('rule:s/0', { text: '腾云 *王总* 13800000000' }), 'zh');
  await world.says('下周三拜访海拓');
  const quote = (content: string) => ({ quote: { msgtype: 'text', text: { content } } });
  await world.says('不是80万是85万', quote('✓ 已记 · 腾云 #1'));
  await world.says('微信同号', quote('腾云 *王总*  13800000000'));
  await world.says('是周四', quote('下周三拜访海拓'));
  await world.says('这个呢', quote('谁都没说过的话 #77'));
  const [own, ...rest] = world.bot.events;
  expect(rest.map((event) => (event.kind === 'message' ? event.replyTo : ''))).toEqual([
    'rule:r/0',
    'rule:s/0',
    own?.key,
    undefined,
  ]);
});

test('who comes in is greeted once in a life', async () => {
  await open();
  for (let day = 0; day < 2; day++) world.wecom.event('lin', { eventtype: 'enter_chat' });
  await world.says('腾云同意85万');
  await until(() => world.texts('lin').length === 1);
  expect(world.texts('lin')[0]).toContain('直接发给我');
  await world.restart();
  world.wecom.event('lin', { eventtype: 'enter_chat' });
  await world.says('海拓同意');
  expect(world.texts('lin')).toHaveLength(1);
});

test('what is neither words nor bytes is answered once; voice is what it says', async () => {
  await open();
  for (let again = 0; again < 2; again++) world.wecom.calls({ msgtype: 'location', msgid: 'same' });
  await world.says('', { msgtype: 'voice', text: undefined, voice: { content: '腾云同意八十五万' } });
  await until(() => world.bot.events.length > 0 && world.texts('lin').length > 0);
  expect(world.texts('lin')).toEqual(['这种消息我看不了,请打字。']);
  expect(world.bot.events).toMatchObject([{ text: '腾云同意八十五万' }]);
});

test('a group is told of before anything that is said there', async () => {
  await open();
  await world.says('漏斗');
  expect(world.groups).toEqual([]);
  await world.says('@跟进 漏斗', { chattype: 'group', chatid: GROUP });
  await world.says('@跟进 二组呢', { chattype: 'group', chatid: GROUP });
  expect(world.groups).toEqual([GROUP]);
});

test('the pace of WeCom itself: what is over thirty in a minute is refused for now', async () => {
  await open();
  for (let at = 0; at < 30; at++) await world.adapter.deliver(reply(`rule:r${at}/0`, { text: '答' }), 'zh');
  await expect(world.adapter.deliver(reply('rule:x/0', { text: '答' }), 'zh')).rejects.toBeInstanceOf(ServiceError);
  const { burst = 0, everyMs = 1 } = world.adapter.pace?.room ?? {};
  expect(burst + 60_000 / everyMs).toBeLessThan(30);
  expect(burst + 3_600_000 / everyMs).toBeLessThan(1_000);
});

test('of a long message only what is not there yet is said again', async () => {
  await open();
  const long: Message = { text: `滞留商机\n${'海拓供应链科技有限公司\n'.repeat(20)}`, buttons: receipt.buttons ?? [] };
  // The first part is taken (and not shown, so that its second coming would be seen), the second is not.
  world.wecom.failNext('aibot_send_msg', 0, -1);
  await expect(world.adapter.deliver(reply('rule:r/0', long), 'zh')).rejects.toBeInstanceOf(ServiceError);
  await world.adapter.deliver(reply('rule:r/0', long), 'zh');
  expect(world.wecom.shown('lin').map(({ card }) => card !== undefined)).toEqual([true]);
});

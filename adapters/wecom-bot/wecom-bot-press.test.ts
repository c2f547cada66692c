import type { Respond } from '../../test/support/fake-bot.ts';
import { until } from '../../test/support/until.ts';
import { answering, receipt, reply } from '../../test/support/wecom-bot-replies.ts';
import { openWecomBotWorld, type WecomBotWorld } from '../../test/support/wecom-bot-world.ts';
import type { WecomBotOptions } from './wecom-bot-adapter.ts';

let world: WecomBotWorld;
afterEach(() => world.stop());

const open = async (respond: Respond = () => [], options: Partial<WecomBotOptions> = {}) => {
  world = await openWecomBotWorld(respond, options);
};
test('a pressed card becomes what takes its place, within five seconds of the press', async () => {
  await open((event) =>
    event.kind === 'action' ? answering({ text: '已撤销' }, { replaces: 'rule:r/0' })(event) : [],
  );
  await world.adapter.deliver(reply('rule:r/0', receipt), 'zh');
  await world.presses('undo-1');
  await until(() => world.texts('lin')[0] === '已撤销');
  expect(world.texts('lin')).toHaveLength(1);
  expect(world.wecom.commands.at(-1)?.cmd).toBe('aibot_respond_update_msg');
});

test('the card that took a place can be pressed and changed again', async () => {
  let count = 0;
  await open((event) => {
    if (event.kind !== 'action') return [];
    count += 1;
    const label = count === 1 ? '恢复' : '撤销';
    const message = { text: `第${count}次`, buttons: [{ id: `press-${count}`, label }] };
    // What is replaced is always the receipt, whatever it shows by now.
    return answering(message, { replaces: 'rule:r/0' })(event);
  });
  await world.adapter.deliver(reply('rule:r/0', receipt), 'zh');
  await world.presses('undo-1');
  await until(() => world.texts('lin')[0]?.startsWith('第1次'));
  await world.presses('press-1');
  await until(() => world.texts('lin')[0]?.startsWith('第2次'));
  expect(world.texts('lin')).toHaveLength(1);
});

test('a press that nothing takes the place of marks its button; what it says comes by itself', async () => {
  await open((event) => (event.kind === 'action' ? answering({ text: '改什么?' })(event) : []));
  await world.adapter.deliver(reply('rule:r/0', receipt), 'zh');
  await world.presses('undo-1');
  await until(() => world.texts('lin')[0]?.endsWith('[撤销 ✓]'));
  expect(world.texts('lin')[1]).toBe('改什么?');
});

test('more than five seconds after the press the new words come by themselves', async () => {
  await open(async (event) => {
    if (event.kind !== 'action') return [];
    world.wecom.pass(6_000);
    return answering({ text: '已撤销' }, { replaces: 'rule:r/0' })(event);
  });
  await world.adapter.deliver(reply('rule:r/0', receipt), 'zh');
  await world.presses('undo-1');
  await until(() => world.texts('lin').length === 2);
  expect(world.texts('lin')[1]).toBe('已撤销');
});

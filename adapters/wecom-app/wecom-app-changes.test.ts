import type { Reply } from '../../src/chat/chat-adapter.ts';
import { bring, member } from '../../test/support/wecom-app-callback.ts';
import { receipt, reply } from '../../test/support/wecom-app-replies.ts';
import { openWecomAppWorld, WAIT_MS, type WecomAppWorld } from '../../test/support/wecom-app-world.ts';

let world: WecomAppWorld;
afterEach(() => world.stop());

const say = (one: Reply) => world.adapter.deliver(one, 'zh');
const shown = () => world.wecom.shown.map(({ text }) => text);
const open = async (options: Parameters<typeof openWecomAppWorld>[1] = {}) => {
  world = await openWecomAppWorld(() => [], options);
};

/** Presses as WeCom tells of it: with a fresh code for the card. */
async function press(button: string): Promise<void> {
  const { task = '' } = world.wecom.shown.findLast((one) => one.task !== undefined) ?? {};
  await bring(world.url, member('lin').press(task, button, world.wecom.newCode(task)), { waitMs: WAIT_MS });
}

test('a press changes its card, once; a second change without a press is said anew', async () => {
  await open();
  const first = reply(receipt('✓ 已记 · 腾云', '撤销'));
  await say(first);
  await press('id-0-撤销');
  const undone = reply(receipt('已撤销:腾云。', '恢复'), { replaces: first.id });
  await say(undone);
  expect(shown()).toEqual(['已撤销:腾云。\n[恢复]']);
  await say(reply(receipt('又改了', '撤销'), { replaces: undone.id }));
  expect(shown()).toEqual(['已撤销:腾云。\n[恢复]', '又改了\n[撤销]']);
});

test('an amend without a press changes the card by the code of its sending', async () => {
  await open();
  const first = reply(receipt('✓ 已记 · 80万', '撤销'));
  await say(first);
  await say(reply(receipt('✓ 已改 · 85万', '撤销'), { replaces: first.id }));
  expect(shown()).toEqual(['✓ 已改 · 85万\n[撤销]']);
});

test('a change without buttons leaves none to press', async () => {
  await open();
  const first = reply(receipt('✓ 已记', '撤销'));
  await say(first);
  await say(reply('已撤销', { replaces: first.id }));
  expect(shown()).toEqual(['已撤销\n(已更新)']);
});

test('after 72 hours, or where WeCom refuses, it is said anew', async () => {
  await open();
  const first = reply(receipt('一', '撤销'));
  await say(first);
  world.wecom.pass(73 * 3_600_000);
  await say(reply(receipt('二', '撤销'), { replaces: first.id }));
  expect(shown()).toEqual(['一\n[撤销]', '二\n[撤销]']);
});

test.each(['lost', 'broken'] as const)('a change that ends %s is tried again and there once', async (fault) => {
  await open();
  const first = reply(receipt('一', '撤销'));
  await say(first);
  const second = reply(receipt('二', '撤销'), { replaces: first.id });
  world.wecom.failNext('message/update_template_card', fault);
  await expect(say(second)).rejects.toMatchObject({ name: 'ServiceError' });
  await say(second);
  await say(second);
  expect(shown()).toEqual(['二\n[撤销]']);
});

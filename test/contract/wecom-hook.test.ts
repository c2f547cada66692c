import { inspect } from 'node:util';
import { createWecomHookAdapter } from '../../adapters/wecom-hook/wecom-hook-adapter.ts';
import { createAdapterHealth } from '../../src/chat/adapter-health.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { errorFields } from '../../src/chat/error-fields.ts';
import { ServiceError } from '../../src/errors.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { fakeBot } from '../support/fake-bot.ts';
import { type FakeWecomHook, HOOK_KEY, openFakeWecomHook } from '../support/fake-wecom-hook.ts';
import { memoryPosts, memoryStates } from '../support/memory-adapter.ts';

let hook: FakeWecomHook;
let adapter: ReturnType<typeof createWecomHookAdapter>;
const states = memoryStates();
const posts = memoryPosts();

async function open(mentions: string[] = []): Promise<void> {
  adapter = createWecomHookAdapter({
    hooks: [{ name: 'sales', url: hook.url, mentions }],
    posts,
    health: createAdapterHealth({ adapter: 'wecom-hook', states, clock: machineClock, logger: silentLogger }),
    clock: machineClock,
    betweenMs: 0,
  });
  await adapter.start(
    fakeBot(
      () => adapter,
      () => [],
    ),
  );
}
beforeEach(async () => {
  hook = await openFakeWecomHook();
  await open();
});
afterEach(async () => {
  await adapter.stop();
  await hook.close();
});

let count = 0;
const say = (text: string, rest: Partial<Reply> = {}) => {
  count += 1;
  const to = { adapter: 'wecom-hook', room: 'hook:sales' };
  return adapter.deliver({ id: `rule:h${count}/0`, to, private: false, message: { text }, ...rest }, 'zh');
};
const shown = () => hook.posts.map(({ content }) => content);
const failure = async (work: Promise<void>): Promise<Error> => {
  const failed = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (failed instanceof Error) return failed;
  throw new Error('it did not fail');
};

test('an alert is shown as it was said, line by line; its buttons have no way back and stay away', async () => {
  const text = '滞留商机 2 条\n1 海拓 & <b>供应链</b> "30天" 👨‍👩‍👧\n2 腾云 👍🏽';
  await say(text, { message: { text, buttons: [{ id: 'b', label: '为什么' }] } });
  expect(shown()).toEqual([text]);
});

test('whom the administrator named is mentioned once; nobody by what a person typed', async () => {
  await adapter.stop();
  await open(['zhangwei', '@all']);
  await say(`腾云 <@lina>\n${'云'.repeat(700)}`);
  expect(hook.posts.map(({ mentioned_list }) => mentioned_list)).toEqual([['zhangwei', '@all'], undefined]);
  expect(shown().join('')).not.toContain('<@');
});

test('a long alert comes in order, in parts that WeCom takes', async () => {
  const lines = Array.from({ length: 200 }, (_, at) => `${at} 海拓供应链科技有限公司`);
  await say(lines.join('\n'));
  expect(shown().length).toBeGreaterThan(2);
  expect(shown().join('\n')).toBe(lines.join('\n'));
});

test('a row is shown once, after a restart too; of a broken one only the rest', async () => {
  const row = { id: 'rule:once/0', message: { text: '云'.repeat(1_000) } };
  hook.failNext(0, 'broken');
  await failure(say('', row));
  await adapter.stop();
  await open();
  await say('', row);
  await say('', row);
  expect(shown()).toEqual(['云'.repeat(1_000 - 682)]);
});

test('what is for one person alone, or for a group that is not configured, goes nowhere', async () => {
  const room = 'hook:sales';
  const alone = say('80万', { to: { adapter: 'wecom-hook', room, onlyFor: 'lin' }, private: true });
  expect(await failure(alone)).toMatchObject({ name: 'HookRefusal', code: 'private' });
  const elsewhere = say('80万', { to: { adapter: 'wecom-hook', room: 'hook:other' } });
  expect(await failure(elsewhere)).toMatchObject({ name: 'HookRefusal', code: 'no_hook' });
  expect(await failure(say('x', { to: { adapter: 'wecom-hook', room: 'direct:lin' } }))).toMatchObject({
    code: 'no_hook',
  });
  expect(shown()).toEqual([]);
});

test.each([
  ['busy', { retryAfterMs: 60_000 }],
  ['broken', {}],
  ['lost', {}],
  ['moved', {}],
  [93_000, {}],
  [-1, {}],
] as const)('%s is tried again, and neither the error nor the log tells the key', async (fault, more) => {
  hook.failNext(fault);
  const error = await failure(say('x'));
  expect(error).toBeInstanceOf(ServiceError);
  expect(error).toMatchObject(more);
  expect(inspect(error, { depth: 9 }) + JSON.stringify(errorFields(error))).not.toContain(HOOK_KEY);
});

test('what WeCom refuses is final, and the state says its code', async () => {
  hook.failNext(40_058);
  expect(await failure(say('x'))).toMatchObject({ name: 'HookRefusal', code: '40058' });
  await adapter.stop();
  expect(states.state).toMatchObject({ connection: 'stopped', lastError: { code: '40058' } });
});

test('more than twenty a minute WeCom refuses for now; the pace stays below', async () => {
  for (let at = 0; at < 20; at++) await say('x');
  expect(await failure(say('x'))).toMatchObject({ retryAfterMs: 60_000 });
  const { burst = 0, everyMs = 1 } = adapter.pace?.room ?? {};
  expect(burst + 60_000 / everyMs).toBeLessThan(20);
});

test('a stop ends a pause between parts and leaves no timer', async () => {
  await adapter.stop();
  adapter = createWecomHookAdapter({
    hooks: [{ name: 'sales', url: hook.url, mentions: [] }],
    posts,
    health: createAdapterHealth({ adapter: 'wecom-hook', states, clock: machineClock, logger: silentLogger }),
    clock: machineClock,
    betweenMs: 60_000,
  });
  const work = failure(say('云'.repeat(1_000)));
  for (let waited = 0; waited < 500 && hook.posts.length === 0; waited++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  await adapter.stop();
  expect(await work).toBeInstanceOf(ServiceError);
});

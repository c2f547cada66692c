import { inspect } from 'node:util';
import { createWecomHookAdapter } from '../../adapters/wecom-hook/wecom-hook-adapter.ts';
import { createAdapterHealth } from '../../src/chat/adapter-health.ts';
import { errorFields } from '../../src/chat/error-fields.ts';
import { ServiceError } from '../../src/errors.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { fakeBot, type Respond } from '../support/fake-bot.ts';
import { HOOK_KEY, type HookFault, openFakeWecomHook } from '../support/fake-wecom-hook.ts';
import { memoryPosts, memoryStates } from '../support/memory-adapter.ts';
import { notedLogger } from '../support/noted-logger.ts';
import { until } from '../support/until.ts';
import { sayingContract } from './chat-contract.ts';
import { failureOf, type Going, replyIn, type SayingWorld, seenBy } from './contract-world.ts';

const FAULTS: Record<Going, HookFault> = {
  fine: 'fine',
  limited: 'busy',
  broken: 'broken',
  lost: 'lost',
  refused: 40_058,
};

async function openHook(respond: Respond, { mentions = [] as string[], between = 0, minuteMs = 1 } = {}) {
  const hook = await openFakeWecomHook(minuteMs);
  const states = memoryStates();
  const posts = memoryPosts();
  const { logger, logged } = notedLogger();
  const begin = async () => {
    const made = createWecomHookAdapter({
      hooks: [{ name: 'sales', url: hook.urlOf(HOOK_KEY), mentions }],
      posts,
      health: createAdapterHealth({ adapter: 'wecom-hook', states, clock: machineClock, logger }),
      clock: machineClock,
      pauses: { between },
    });
    await made.start(fakeBot(() => made, respond));
    return made;
  };
  let adapter = await begin();
  let stopped: Promise<void> | undefined;
  const world: SayingWorld = {
    name: 'wecom-hook',
    home: 'hook:sales',
    nowhere: 'hook:other',
    deliver: (reply) => adapter.deliver(reply, 'zh'),
    shownTo: async () => hook.posts.map(({ content }) => content),
    live: async () =>
      hook.posts.flatMap(({ content, mentioned_list = [] }) => [
        ...(content.match(/<@[^>]*>/g) ?? []),
        ...mentioned_list,
      ]),
    fails: (...next) => hook.failNext(...next.map((how) => FAULTS[how])),
    async restart() {
      await adapter.stop();
      adapter = await begin();
    },
    state: () => states.state,
    logged,
    secrets: [HOOK_KEY],
    stop() {
      stopped ??= adapter.stop().then(hook.close);
      return stopped;
    },
  };
  return { ...world, hook, pace: () => adapter.pace?.room, end: () => adapter.stop() };
}

// It has no way back: buttons are left out, their words may be typed to the bot.
sayingContract('wecom-hook', (respond) => openHook(respond), {
  has: ['live', 'restart'],
  fails: ['fine', 'limited', 'broken', 'lost', 'refused'],
  things: [],
});

describe('wecom-hook, as webhooks are', () => {
  let world: Awaited<ReturnType<typeof openHook>>;
  const open = async (...options: Parameters<typeof openHook> extends [unknown, ...infer Rest] ? Rest : never) => {
    world = await openHook(() => [], ...options);
  };
  afterEach(() => world.stop());

  test('buttons have no way back and stay away', async () => {
    await open();
    await world.deliver(replyIn(world, { text: '滞留商机 2 条', buttons: [{ id: 'b', label: '为什么' }] }));
    expect(await world.shownTo('lin')).toEqual(['滞留商机 2 条']);
  });

  test('whom the administrator named is mentioned once; nobody by what a person typed', async () => {
    await open({ mentions: ['zhangwei', '@all'] });
    await world.deliver(replyIn(world, `腾云 <@lina>\n${'云'.repeat(700)}`));
    expect(world.hook.posts.map(({ mentioned_list }) => mentioned_list)).toEqual([['zhangwei', '@all'], undefined]);
    expect(await seenBy(world)).not.toContain('<@');
  });

  test('what is for one person alone goes nowhere', async () => {
    await open();
    const alone = { to: { adapter: world.name, room: world.home, onlyFor: 'lin' }, private: true };
    const error = await failureOf(world.deliver(replyIn(world, '80万', alone)));
    expect(error).toMatchObject({ name: 'HookRefusal', code: 'private' });
    const direct = await failureOf(
      world.deliver(replyIn(world, '80万', { to: { adapter: world.name, room: 'direct:lin' } })),
    );
    expect(direct).toMatchObject({ name: 'HookRefusal', code: 'no_hook' });
    expect(await world.shownTo('lin')).toEqual([]);
  });

  test.each(['moved', 93_000, -1, 'truncated', 'cut'] as const)(
    '%s is tried again, and the error does not tell the key',
    async (fault) => {
      await open();
      world.hook.failNext(fault);
      const error = await failureOf(world.deliver(replyIn(world, 'x')));
      expect(error).toBeInstanceOf(ServiceError);
      expect(inspect(error, { depth: 9 }) + JSON.stringify(errorFields(error))).not.toContain(HOOK_KEY);
    },
  );

  test('more than twenty a minute WeCom refuses for now; the pace stays below', async () => {
    await open({ minuteMs: 60_000 });
    for (let at = 0; at < 20; at++) await world.deliver(replyIn(world, 'x'));
    expect(await failureOf(world.deliver(replyIn(world, 'x')))).toMatchObject({ retryAfterMs: 60_000 });
    const { burst = 0, everyMs = 1 } = world.pace() ?? {};
    expect(burst + 60_000 / everyMs).toBeLessThan(20);
  });

  test('a stop ends a pause between parts', async () => {
    await open({ between: 60_000 });
    const work = failureOf(world.deliver(replyIn(world, '云'.repeat(1_000))));
    await until(() => world.hook.posts.length > 0);
    await world.end();
    expect(await work).toBeInstanceOf(ServiceError);
  });
});

import { createWecomHookAdapter } from '../../adapters/wecom-hook/wecom-hook-adapter.ts';
import { hookRoom, WECOM_HOOK } from '../../adapters/wecom-hook/wecom-hook-ids.ts';
import { platformParts } from '../../src/main/platform-parts.ts';
import { HOOK_KEY, type HookFault, openFakeWecomHook } from '../support/fake-wecom-hook.ts';
import { fillTeam } from '../support/sales-team.ts';
import { openWholeBot } from '../support/whole-bot.ts';
import { type FaultWorld, faultLane } from './fault-lane.ts';

/** All times of WeCom's and ours twenty times shorter: a minute of 20 posts, and a burst of 4 and one every 4 seconds. */
const MINUTE_MS = 3_000;
const RATE = { burst: 4, everyMs: 200 };

async function open(): Promise<FaultWorld<HookFault>> {
  const hook = await openFakeWecomHook(MINUTE_MS);
  const names = Array.from({ length: 16 }, (_, at) => `group-${at}`);
  const hooks = names.map((name) => ({ name, url: hook.urlOf(`${HOOK_KEY}-${name}`), mentions: [] }));
  const bot = await openWholeBot('2026-11-23T10:00:00+08:00', {
    adapter: WECOM_HOOK,
    people: [],
    paced: true,
    fill: (records) => fillTeam(records, []),
    open: (records) =>
      createWecomHookAdapter({
        ...platformParts(WECOM_HOOK, records),
        hooks,
        rate: RATE,
        pauses: { limited: 400, call: 1_500 },
      }),
  });
  const keyOf = (room: string) => `${HOOK_KEY}-${room.slice(hookRoom('').length)}`;
  const roomOf = (key: string) => hookRoom(key.slice(HOOK_KEY.length + 1));
  let used = 4;
  return {
    adapter: WECOM_HOOK,
    get records() {
      return bot.records;
    },
    rooms: names.slice(0, used).map(hookRoom),
    async another() {
      used += 1;
      return hookRoom(names[used - 1] ?? '');
    },
    fail: (how) => hook.fail((key) => how(roomOf(key))),
    tries: () => hook.tries.map(({ key, content, at }) => ({ room: roomOf(key), text: content, at })),
    shown: async (room) => hook.posts.filter(({ key }) => key === keyOf(room)).map(({ content }) => content),
    restart: () => bot.restarts(0),
    async close() {
      await bot.close();
      await hook.close();
    },
  };
}

faultLane('a WeCom webhook', open, {
  all: ['busy', 'broken', 'cut', 'lost', 'truncated', 'hanging'],
  lost: ['lost', 'truncated'],
  falls: [],
  limited: 'busy',
  down: 'broken',
  refused: 40_058,
  pace: RATE,
  looksUp: () => false,
});

import { WECHATY } from '../../adapters/wechaty/wechaty-decode.ts';
import { directRoom } from '../../src/chat/message.ts';
import { type FaultWorld, faultLane } from '../contract/fault-lane.ts';
import { fillTeam } from '../support/sales-team.ts';
import type { WechatGoing } from './mock-wechat.ts';
import { openWechatyTalk } from './wechaty-talk.ts';

async function open(): Promise<FaultWorld<WechatGoing>> {
  const people = ['lin', 'emma'];
  const talk = await openWechatyTalk('2026-11-23T10:00:00+08:00', people, (all) => fillTeam(all, []), {
    paced: true,
    pauses: { probe: 200, sign: 1_500, say: 1_500 },
  });
  const { wechat } = talk;
  const groups = new Map([[wechat.room.id, wechat.inGroup]]);
  const names = new Map(people.map((name) => [wechat.person(name).id, name]));
  const roomOf = (to: string) => (names.has(to) ? directRoom(names.get(to) ?? '') : to);
  const another = async () => {
    const { room, said } = wechat.openRoom(`team-${groups.size}`);
    groups.set(room.id, said);
    return room.id;
  };
  return {
    adapter: WECHATY,
    get records() {
      return talk.records;
    },
    rooms: [...people.map(directRoom), wechat.room.id, await another()],
    another,
    fail: (how) => wechat.fail((to) => how(roomOf(to)) ?? 'fine'),
    tries: () => wechat.tries.map(({ to, text, at }) => ({ room: roomOf(to), text, at })),
    shown: async (room) => groups.get(room) ?? wechat.seen(room.slice(directRoom('').length)),
    restart: () => talk.restarts(0),
    close: talk.close,
  };
}

faultLane('WeChat', open, {
  all: ['broken', 'lost', 'hanging', 'loggedOut'],
  lost: ['lost'],
  falls: [],
  limited: 'broken',
  down: 'broken',
  refused: 'refused',
  pace: { burst: 3, everyMs: 2_000 },
  overall: { burst: 5, everyMs: 1_000 },
  // WeChat gives no ids and cannot be asked what it has.
  looksUp: () => false,
});

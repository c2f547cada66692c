import { MEMBER_RATE } from '../../adapters/wecom-app/wecom-app-deliver.ts';
import { groupOf, groupRoom, WECOM_APP } from '../../adapters/wecom-app/wecom-app-ids.ts';
import { directRoom, isDirect } from '../../src/chat/message.ts';
import type { Fault } from '../support/fake-wecom-app.ts';
import { fillTeam } from '../support/sales-team.ts';
import { openWecomAppTalk } from '../support/wecom-app-talk.ts';
import { type FaultWorld, faultLane } from './fault-lane.ts';

/** Too many calls at once, which is over in two seconds. */
const CROWDED = 45_033;
/** Too many in a minute. */
const LIMITED = 45_009;
/** Nothing that it knows. */
const REFUSED = 40_058;

async function open(): Promise<FaultWorld<Fault>> {
  const start = '2026-11-23T10:00:00+08:00';
  const people = ['lin', 'emma'];
  const talk = await openWecomAppTalk(start, people, (all) => fillTeam(all, []), {
    memberRate: MEMBER_RATE,
    paced: true,
  });
  const { wecom } = talk;
  const another = async () => {
    const id = `chat${wecom.groups.size + 1}`;
    wecom.groups.set(id, { name: id, userlist: people });
    return groupRoom(id);
  };
  const roomOf = (path: string, body: Record<string, unknown>) =>
    path === 'message/send'
      ? directRoom(String(body.touser))
      : path === 'appchat/send'
        ? groupRoom(String(body.chatid))
        : null;
  return {
    adapter: WECOM_APP,
    get records() {
      return talk.records;
    },
    rooms: [...people.map(directRoom), await another(), await another()],
    another,
    fail: (how) => wecom.fail((path, body) => how(roomOf(path, body))),
    tries: () =>
      wecom.calls.flatMap(({ path, body, at }) => {
        const room = roomOf(path, body);
        return room === null ? [] : [{ room, text: String((body.text as { content: string }).content), at }];
      }),
    async shown(room) {
      const to = groupOf(room) ?? room.slice(directRoom('').length);
      return wecom.shown.filter((one) => one.to === to).map(({ text }) => text);
    },
    restart: () => talk.restarts(0),
    close: talk.close,
  };
}

faultLane('the WeCom app', open, {
  all: [CROWDED, 'broken', 'cut', 'lost', 'truncated', 'hanging'],
  lost: ['lost', 'truncated'],
  falls: [],
  limited: LIMITED,
  down: 'broken',
  refused: REFUSED,
  pace: MEMBER_RATE,
  // What a member has been sent WeCom drops when it comes again; a group is shown it again.
  looksUp: isDirect,
});

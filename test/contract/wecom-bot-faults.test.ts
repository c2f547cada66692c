import { WECOM_BOT } from '../../adapters/wecom-bot/wecom-bot-ids.ts';
import { directRoom, isDirect } from '../../src/chat/message.ts';
import type { BotFault } from '../support/fake-wecom-bot.ts';
import { fillTeam } from '../support/sales-team.ts';
import { CODES } from '../support/wecom-bot-rules.ts';
import { openWecomBotTalk } from '../support/wecom-bot-talk.ts';
import { type FaultWorld, faultLane } from './fault-lane.ts';

async function open(): Promise<FaultWorld<BotFault>> {
  const start = '2026-11-23T10:00:00+08:00';
  const people = ['lin', 'emma'];
  const talk = await openWecomBotTalk(start, people, (all) => fillTeam(all, []), { paced: true });
  const { wecom } = talk;
  for (const person of people) wecom.know(person);
  let groups = 0;
  const another = async () => {
    groups += 1;
    wecom.know(`wrG${groups}`);
    return `wrG${groups}`;
  };
  const chatOf = (room: string) => (isDirect(room) ? room.slice(directRoom('').length) : room);
  const roomOf = (chat: string) => (people.includes(chat) ? directRoom(chat) : chat);
  return {
    adapter: WECOM_BOT,
    get records() {
      return talk.records;
    },
    rooms: [...people.map(directRoom), await another(), await another()],
    another,
    fail: (how) => wecom.fail((cmd, body) => how(cmd === 'aibot_send_msg' ? roomOf(String(body.chatid)) : null)),
    tries: () =>
      wecom.tries
        .filter(({ cmd }) => cmd === 'aibot_send_msg')
        .map(({ body, at }) => ({
          room: roomOf(String(body.chatid)),
          text: String((body.markdown as { content: string }).content),
          at,
        })),
    shown: async (room) => wecom.shown(chatOf(room)).map(({ text }) => text),
    restart: () => talk.restarts(0),
    close: talk.close,
  };
}

faultLane('the WeCom bot', open, {
  all: [CODES.busy, 'lost', 'cut', 'hanging', 'reset'],
  lost: ['lost', 'cut'],
  falls: ['cut', 'reset'],
  limited: CODES.pace,
  down: CODES.busy,
  refused: CODES.parameter,
  pace: { burst: 10, everyMs: 3_700 },
  // WeCom cannot be asked what it has.
  looksUp: () => false,
});

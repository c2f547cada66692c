import type { Reply } from '../../src/chat/chat-adapter.ts';
import type { Respond } from '../support/fake-bot.ts';
import { GROUP, openWecomBotWorld } from '../support/wecom-bot-world.ts';
import { type ContractWorld, chatContract } from './chat-contract.ts';
import { groupContract, platformContract } from './platform-contract.ts';

type WecomBotContract = ContractWorld & Required<Pick<ContractWorld, 'group' | 'forge' | 'restart'>>;

async function open(respond: Respond): Promise<WecomBotContract> {
  const world = await openWecomBotWorld(respond);
  const { wecom } = world;
  let count = 0;
  let stopped: Promise<void> | undefined;

  return {
    name: 'wecom-bot',
    bot: world.bot,
    other: 'emma',
    group: GROUP,
    async says(text, { room, again = false } = {}) {
      if (!again) count += 1;
      const where = room === undefined ? {} : { chattype: 'group', chatid: room };
      const said = room === undefined ? text : `@跟进 ${text}`;
      if (!wecom.connected()) return false;
      await world.says(said, { msgid: `contract-${count}`, ...where });
      return true;
    },
    async presses(button) {
      await world.presses(button);
      return true;
    },
    deliver: (reply) => world.adapter.deliver(reply, 'zh'),
    shownTo: async (person) => [...world.texts(person), ...world.texts(GROUP)],
    async echo() {
      await world.says('自己说的', { from: { userid: 'aibtest0001' } });
    },
    // Nobody but WeCom is at the other end of the socket; what is not as WeCom sends it stands for the four ways.
    async forge(how) {
      const wrong = {
        tampered: { text: { content: 7 } },
        unsigned: { aibotid: 'aibOther00' },
        stale: { msgid: '' },
        future: { chattype: 'group' },
      };
      await world.says('伪造', wrong[how]);
      wecom.raw('{"cmd":"aibot_msg_callback","headers":');
      return world.bot.events.length > 0 || wecom.commands.length > 0;
    },
    restart: world.restart,
    stop() {
      stopped ??= world.stop();
      return stopped;
    },
  };
}

chatContract('wecom-bot', open, { lines: true, changesInPlace: false, acknowledgesWithinMs: 1_000 });
groupContract('wecom-bot', open);
platformContract('wecom-bot', open);

test('a private word in a group goes to one person directly, and the group learns no more than that', async () => {
  const to = { adapter: 'wecom-bot', room: GROUP, onlyFor: 'lin' };
  const answer = (): Reply[] => [{ id: `${world.bot.events[0]?.key}/0`, to, private: true, message: { text: '80万' } }];
  const world = await openWecomBotWorld(answer);
  await world.says('@跟进 腾云多少钱', { chattype: 'group', chatid: GROUP });
  await world.until(() => world.texts(GROUP).length > 0);
  expect(world.texts(GROUP)).toEqual(['私聊回你。']);
  expect(world.texts('lin')).toEqual(['80万']);
  await world.stop();
});

test('who never wrote cannot be reached: the group says how, and it is final', async () => {
  const world = await openWecomBotWorld(() => []);
  const to = { adapter: 'wecom-bot', room: GROUP, onlyFor: 'zhao' };
  const private_ = { id: 'rule:p/0', to, private: true, message: { text: '80万' } };
  await expect(world.adapter.deliver(private_, 'zh')).rejects.toMatchObject({ name: 'WecomRefusal', code: '93006' });
  expect(world.texts(GROUP)).toEqual(['私聊发不过去:请先点开我的头像发一句话,再问一次。']);
  await world.stop();
});

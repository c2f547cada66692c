import type { Reply } from '../../src/chat/chat-adapter.ts';
import { BOT_SECRET, type BotFault } from '../support/fake-wecom-bot.ts';
import { notedLogger } from '../support/noted-logger.ts';
import { until } from '../support/until.ts';
import { type Body, CODES } from '../support/wecom-bot-rules.ts';
import { GROUP, openWecomBotWorld } from '../support/wecom-bot-world.ts';
import { wrongShapes } from '../support/wrong-shapes.ts';
import { chatContract } from './chat-contract.ts';
import type { Going, Open } from './contract-world.ts';

const FAULTS: Record<Going, BotFault> = {
  fine: 'fine',
  limited: CODES.pace,
  broken: CODES.busy,
  lost: 'cut',
  refused: CODES.parameter,
};

const open: Open = async (respond) => {
  const { logger, logged } = notedLogger();
  const world = await openWecomBotWorld(respond, { logger });
  const { wecom } = world;
  const inGroup = (chatid: string) => ({ chattype: 'group', chatid });
  let count = 0;
  let stopped: Promise<void> | undefined;
  const live = (text: string) => text.replace(/\\./g, '').match(/[`*[\]<>|]|<@[^>]*>/g) ?? [];

  return {
    name: 'wecom-bot',
    home: 'direct:lin',
    nowhere: 'wrNowhere',
    bot: world.bot,
    other: 'emma',
    group: GROUP,
    async says(text, { as = 'lin', room, again = false } = {}) {
      if (!again) count += 1;
      if (!wecom.connected()) return false;
      const from = { from: { userid: as }, msgid: `contract-${count}` };
      if (room === undefined) await world.says(text, from);
      else await world.says(`@跟进 ${text}`, { ...from, ...inGroup(room) });
      return true;
    },
    async presses(button, { as = 'lin', again = false } = {}) {
      if (!again) count += 1;
      await world.presses(button, { from: { userid: as }, msgid: `press-${count}` });
      return true;
    },
    audiences: () => world.groups.length,
    async answers(said, text) {
      const quoted = world.texts('lin').find((shown) => shown.startsWith(said.message.text)) ?? '';
      const quote = { msgtype: 'text', text: { content: quoted.replace(/\n\[.*/s, '') } };
      await world.says(text, { quote, msgid: 'contract-quote' });
    },
    async sends(what) {
      const media = { url: 'http://127.0.0.1:9/gone', aeskey: 'a'.repeat(43) };
      const body: Body =
        what === 'audio' ? { msgtype: 'voice', voice: { content: '' } } : { msgtype: what, [what]: media };
      await world.says('', { ...body, text: undefined, msgid: 'contract-thing' });
    },
    deliver: (reply) => world.adapter.deliver(reply, 'zh'),
    shownTo: async (person) => [...world.texts(person), ...world.texts(GROUP)],
    live: async () =>
      wecom.commands.flatMap(({ body }) =>
        live(
          String((body.markdown as Body | undefined)?.content ?? '').replace(/^(\|.*\|)$/gm, (row) =>
            row.replace(/(^|[^\\])\|/g, '$1'),
          ),
        ),
      ),
    fails: (...next) => wecom.failNext('aibot_send_msg', ...next.map((how) => FAULTS[how])),
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
      wecom.calls({ text: { content: '伪造' }, ...wrong[how] });
      await world.says('伪造', wrong[how]);
      return world.bot.events.length > 0 || wecom.commands.length > 0;
    },
    async malformed() {
      const said = { msgid: 'm', aibotid: 'aibtest0001', chattype: 'single', from: { userid: 'lin' }, msgtype: 'text' };
      const event = { eventtype: 'template_card_event', template_card_event: { event_key: 'k', task_id: 't' } };
      const frames = [
        ...wrongShapes({ ...said, text: { content: '形状' } }).map((body) => ['aibot_msg_callback', body]),
        ...wrongShapes({ ...said, msgtype: 'event', event }).map((body) => ['aibot_event_callback', body]),
      ];
      for (const [at, [cmd, body]] of frames.entries())
        wecom.raw(JSON.stringify({ cmd, headers: { req_id: `wrong-${at}` }, body }));
      for (const raw of [
        '{"cmd":"aibot_msg_callback","headers":',
        'null',
        '7',
        '[]',
        '{}',
        '{"cmd":"aibot_msg_callback"}',
      ])
        wecom.raw(raw);
    },
    async drops() {
      wecom.drop();
      await until(() => !wecom.connected());
      await until(() => wecom.connected() && world.state.state?.connection === 'connected');
    },
    restart: world.restart,
    state: () => world.state.state,
    logged,
    secrets: [BOT_SECRET],
    stop() {
      stopped ??= world.stop();
      return stopped;
    },
  };
};

chatContract('wecom-bot', open, {
  has: [
    ...(['lines', 'live', 'others', 'group', 'spoken', 'restart', 'audiences', 'answers', 'echo'] as const),
    ...(['forge', 'malformed', 'drops'] as const),
  ],
  fails: ['fine', 'limited', 'broken', 'lost', 'refused'],
  things: ['image', 'audio', 'video', 'file'],
  acknowledgesWithinMs: 1_000,
});

test('a private word in a group goes to one person directly, and the group learns no more than that', async () => {
  const to = { adapter: 'wecom-bot', room: GROUP, onlyFor: 'lin' };
  const answer = (): Reply[] => [{ id: `${world.bot.events[0]?.key}/0`, to, private: true, message: { text: '80万' } }];
  const world = await openWecomBotWorld(answer);
  await world.says('@跟进 腾云多少钱', { chattype: 'group', chatid: GROUP });
  await until(() => world.texts(GROUP).length > 0);
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

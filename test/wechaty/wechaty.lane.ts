import { chatContract } from '../contract/chat-contract.ts';
import type { Open } from '../contract/contract-world.ts';
import { notedLogger } from '../support/noted-logger.ts';
import { FileBox } from './mock-wechat.ts';
import { openWechatyWorld, until, type WechatyWorld } from './wechaty-world.ts';

const opening: Open = async (respond) => {
  const { logger, logged } = notedLogger();
  const world = await openWechatyWorld(respond, logger);
  const { people } = world;
  const known = (name: string) => people[name as keyof typeof people];
  let stopped: Promise<void> | undefined;
  let shown: string[] = [];

  /** What a person answers to a button's id: the number that it was shown under. */
  const numberOf = (id: string) => String(shown.indexOf(id) + 1);

  return {
    name: 'wechaty',
    home: 'direct:lin',
    nowhere: 'nowhere@chatroom',
    bot: world.bot,
    other: 'emma',
    group: world.room.id,
    async says(text, { as = 'lin', room, again = false } = {}) {
      // The platform sends nothing again; a person who was told so does.
      if (again && !world.bot.down && world.bot.events.length > 0) return true;
      if (room === undefined) known(as).say(text).to(people.bot);
      else known(as).say(`@bot ${text}`, [people.bot]).to(world.room);
      await world.settle();
      return true;
    },
    async presses(button, { as = 'lin', again = false } = {}) {
      if (again) return true;
      known(as).say(numberOf(button)).to(people.bot);
      await world.settle();
      return true;
    },
    async overhears(text) {
      people.emma.say(text, []).to(world.room);
      await world.settle();
    },
    audiences: () => world.audiences.length,
    async sends(what) {
      const names: Record<string, string> = { image: 'card.png', file: 'list.pdf', video: 'visit.mp4' };
      const file = FileBox.fromBase64('aGVsbG8=', names[what] ?? '');
      people.lin.say(what === 'contact' ? people.emma : file).to(people.bot);
      await world.settle();
    },
    async deliver(reply) {
      shown = (reply.message.buttons ?? []).map(({ id }) => id);
      await world.adapter.deliver(reply, 'zh');
    },
    shownTo: async (person) => world.shownTo(person),
    fails: world.fails,
    echo: world.settle,
    async drops() {
      const before = world.clients();
      world.deafen();
      await until(() => world.clients() > before && world.state.state?.connection === 'connected');
    },
    restart: world.restart,
    state: () => world.state.state,
    logged,
    secrets: [],
    stop() {
      stopped ??= world.stop();
      return stopped;
    },
  };
};

chatContract('wechaty', opening, {
  has: [
    ...(['lines', 'numbers', 'others', 'group', 'spoken', 'restart', 'overhears', 'audiences'] as const),
    ...(['echo', 'drops'] as const),
  ],
  fails: ['fine', 'broken', 'lost', 'refused'],
  things: ['image', 'contact', 'file', 'video'],
});

describe('wechaty, as WeChat is', () => {
  let world: WechatyWorld;
  afterEach(() => world.stop());

  const says = async (what: unknown, mentions?: WechatyWorld['people']['bot'][]) => {
    const { people } = world;
    people.lin.say(what, mentions).to(mentions === undefined ? people.bot : world.room);
    await world.settle();
  };
  const kinds = () => world.bot.events.map(({ kind }) => kind);

  test('a bare number presses the button under it for ten minutes, in any script, and is words after that', async () => {
    world = await openWechatyWorld(() => []);
    const to = { adapter: 'wechaty', room: 'direct:lin' };
    const buttons = ['a', 'b'].map((id) => ({ id, label: id }));
    await world.adapter.deliver({ id: 'rule:x/0', to, private: false, message: { text: '哪个?', buttons } }, 'zh');
    expect(world.shownTo('lin')).toEqual(['哪个?\n回复数字就行:\n  1 a\n  2 b']);
    for (const number of ['1', '2', '二', '2.', '3', '2完成']) await says(number);
    expect(world.bot.events.map((event) => (event.kind === 'action' ? event.action : event.kind))).toEqual([
      ...['a', 'b', 'b', 'b'],
      ...['message', 'message'],
    ]);
    await world.restart();
    await says('1');
    expect(kinds().at(-1)).toBe('action');
  });

  test('a number under buttons of longer ago is words', async () => {
    world = await openWechatyWorld(() => []);
    world.clock.at = Date.now() - 11 * 60_000;
    const message = { text: '哪个?', buttons: [{ id: 'a', label: 'a' }] };
    const to = { adapter: 'wechaty', room: 'direct:lin' };
    await world.adapter.deliver({ id: 'rule:x/0', to, private: false, message }, 'zh');
    await says('1');
    expect(kinds()).toEqual(['message']);
  });

  test('in a group it hears what names it, and its members are told before', async () => {
    world = await openWechatyWorld(() => []);
    await says('大家好', []);
    expect(world.bot.events).toEqual([]);
    await says('@bot 腾云怎么样了', [world.people.bot]);
    expect(world.bot.events).toMatchObject([{ kind: 'message', text: '腾云怎么样了', room: world.room.id }]);
    const members = Object.values(world.people).map(({ id }) => id);
    expect(world.audiences).toEqual([{ id: world.room.id, name: 'sales', members, self: world.people.bot.id }]);
  });

  test('a deaf client is noticed, made anew, and who wrote lately is told of the time away', async () => {
    world = await openWechatyWorld(() => []);
    await says('今天跟腾云通了电话');
    world.deafen();
    await until(() => world.state.state?.connection === 'connecting');
    const to = { adapter: 'wechaty', room: 'direct:lin' };
    const late = { id: 'rule:late/0', to, private: false, message: { text: '提醒' } };
    await expect(world.adapter.deliver(late, 'zh')).rejects.toMatchObject({ name: 'ServiceError' });
    world.clock.at += 39 * 60_000;
    await until(() => world.clients() === 2 && world.state.state?.connection === 'connected');
    await until(() => world.shownTo('lin').length > 1);
    expect(world.shownTo('lin').slice(1)).toEqual(['我刚才离线约39分钟,那段时间发的没收到,请再发一次。']);
    expect(world.shownTo('emma')).toEqual([]);
    expect(world.state.state?.lastError?.code).toBe('deaf');
    await world.adapter.deliver(late, 'zh');
    expect(world.shownTo('lin').at(-1)).toBe('提醒');
  });
});

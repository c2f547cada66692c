import { setTimeout as sleep } from 'node:timers/promises';
import type { IncomingEvent, Reply } from '../../src/chat/chat-adapter.ts';
import type { Message } from '../../src/chat/message.ts';
import type { FakeBot, Respond } from '../support/fake-bot.ts';

/** One chat world as a person and a platform see it, whatever stands behind. `lin` and `other` are people of it. */
export interface ContractWorld {
  name: string;
  bot: FakeBot;
  other: string;
  /** The id of the one group that both are in; undefined where the world has none. */
  group?: string;
  /** Says something as `lin`; resolves with whether the platform was told that it has been taken. */
  says(text: string, options?: { room?: string; again?: boolean }): Promise<boolean>;
  presses(button: string): Promise<boolean>;
  deliver(reply: Reply): Promise<void>;
  /** All texts that a person can see now. */
  shownTo(person: string): Promise<string[]>;
  /** The platform gives the bot's own messages back to it. */
  echo?(): Promise<void>;
  /** What would come from somebody who is not the platform, or came long ago; true where it was taken. */
  forge?(how: 'tampered' | 'unsigned' | 'stale' | 'future'): Promise<boolean>;
  /** The adapter ends and another one starts on what it left. */
  restart?(): Promise<void>;
  stop(): Promise<void>;
}

export interface ContractCan {
  /** A message may have several lines. */
  lines: boolean;
  /** The platform is acknowledged before the answer is there, within this time. */
  acknowledgesWithinMs?: number;
  /** The platform waits for storing alone: that long a store still takes, this long the platform waits. */
  slowStore?: { storesMs: number; waitsMs: number };
  /** What was shown is changed in its place. */
  changesInPlace: boolean;
}

const TEXTS = [
  '今天下午跟腾云的王总通了电话',
  'R&D <b>said</b> "80–85" 👍🏽 👨‍👩‍👧',
  'https://example.com/?a=1&b=2',
  '*a* _b_ ~c~ `d` **e** # f > g',
];

/** The promises that every chat world keeps. */
export function chatContract(name: string, open: (respond: Respond) => Promise<ContractWorld>, can: ContractCan): void {
  let world: ContractWorld;
  let count = 0;

  const silent: Respond = () => [];
  const texts = (events: readonly IncomingEvent[]) =>
    events.map((event) => (event.kind === 'message' ? event.text : event.kind));

  function reply(message: string | Message, rest: Partial<Reply> = {}, room = 'direct:lin'): Reply {
    count += 1;
    const said = typeof message === 'string' ? { text: message } : message;
    return {
      id: `rule:contract-${count}/0`,
      to: { adapter: world.name, room },
      private: false,
      message: said,
      ...rest,
    };
  }

  describe(name, () => {
    afterEach(() => world.stop());

    test('what a person types arrives as it was typed', async () => {
      world = await open(silent);
      const said = can.lines ? [...TEXTS, '第一行\n第二行'] : TEXTS;
      for (const text of said) expect(await world.says(text)).toBe(true);
      expect(texts(world.bot.events)).toEqual(said);
      expect(world.bot.events.every(({ adapter, room }) => adapter === world.name && room.startsWith('direct:'))).toBe(
        true,
      );
    });

    test('what the bot says is shown as it says it', async () => {
      world = await open(silent);
      for (const text of TEXTS) await world.deliver(reply(text));
      expect((await world.shownTo('lin')).join('\n')).toContain(TEXTS.join('\n'));
    });

    test('a long reply is shown whole, in its order, broken in no character', async () => {
      world = await open(silent);
      const lines = Array.from({ length: 250 }, (_, at) => `${at} 👩‍👩‍👧 海拓供应链科技有限公司,报价还在谈`);
      await world.deliver(reply(lines.join('\n')));
      const shown = (await world.shownTo('lin')).join('\n').replace(/\s+/g, '');
      expect(shown).toContain(lines.join('').replace(/\s+/g, ''));
    });

    test('a conversation keeps its order', async () => {
      world = await open(silent);
      const said = Array.from({ length: 12 }, (_, at) => `第${at}句`);
      for (const text of said) await world.says(text);
      expect(texts(world.bot.events)).toEqual(said);
      for (const text of said) await world.deliver(reply(`答${text}`));
      expect((await world.shownTo('lin')).join('\n')).toContain(said.map((text) => `答${text}`).join('\n'));
    });

    test('each message is one of its own, each event has its key', async () => {
      world = await open(silent);
      await world.says('同一句');
      await world.says('同一句');
      const [first, second, ...rest] = world.bot.events;
      expect(rest).toEqual([]);
      expect(first?.key).not.toBe(second?.key);
    });

    test('a repeat is handled once', async () => {
      world = await open(silent);
      await world.says('一句');
      await world.says('一句', { again: true });
      await world.says('下一句');
      expect(texts(world.bot.events)).toEqual(['一句', '下一句']);
    });

    test('a row that is delivered again is shown once', async () => {
      world = await open(silent);
      const once = reply('只说一次');
      await world.deliver(once);
      await world.deliver(once);
      expect((await world.shownTo('lin')).join('\n').split('只说一次')).toHaveLength(2);
    });

    test('a press is the opaque id of its button', async () => {
      world = await open(silent);
      await world.deliver(reply({ text: '选哪个?', buttons: [{ id: 'opaque-1', label: '这个' }] }));
      await world.presses('opaque-1');
      expect(world.bot.events.at(-1)).toMatchObject({ kind: 'action', action: 'opaque-1' });
    });

    test('a card is shown whole', async () => {
      world = await open(silent);
      const card = { title: '腾云 & <海拓>', rows: [{ label: '金额', value: '¥850,000' }] };
      await world.deliver(reply({ text: '腾云 & <海拓> · 金额 ¥850,000', card }));
      const shown = (await world.shownTo('lin')).join('\n');
      for (const part of ['腾云 & <海拓>', '金额', '¥850,000']) expect(shown).toContain(part);
    });

    test('what takes the place of an earlier reply is shown', async () => {
      world = await open(silent);
      const before = reply('原来的话');
      await world.deliver(before);
      await world.deliver(reply('改过的话', { replaces: before.id }));
      const shown = (await world.shownTo('lin')).join('\n');
      expect(shown).toContain('改过的话');
      if (can.changesInPlace) expect(shown).not.toContain('原来的话');
    });

    test('what is replaced before it was ever shown is said anew', async () => {
      world = await open(silent);
      await world.deliver(reply('补上的话', { replaces: 'rule:never-shown/0' }));
      expect((await world.shownTo('lin')).join('\n')).toContain('补上的话');
    });

    test('the direct talk is seen by one person alone', async () => {
      world = await open(silent);
      await world.deliver(reply('只给林悦'));
      expect((await world.shownTo(world.other)).join('\n')).not.toContain('只给林悦');
    });

    test('what the bot says does not come back to it', async () => {
      world = await open(silent);
      await world.deliver(reply('自己说的'));
      await world.echo?.();
      expect(world.bot.events).toEqual([]);
    });

    test('not stored: the sender or the platform learns of it, and a second try is taken', async () => {
      world = await open(silent);
      world.bot.down = true;
      const told = await world.says('没存上的话');
      const shown = (await world.shownTo('lin')).join('\n');
      expect(told && !/再发一次|send it again/i.test(shown)).toBe(false);
      world.bot.down = false;
      await world.says('没存上的话', { again: true });
      expect(texts(world.bot.events)).toEqual(['没存上的话']);
    });

    test('nothing is taken after the stop, and no timer stays', async () => {
      const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
      const before = timers();
      world = await open(silent);
      await world.says('最后一句');
      await world.stop();
      for (let waited = 0; timers() > before && waited < 1_500; waited += 20) await sleep(20);
      expect(timers()).toBeLessThanOrEqual(before);
      await world.says('太晚').catch(() => false);
      expect(texts(world.bot.events)).toEqual(['最后一句']);
    });

    const { acknowledgesWithinMs, slowStore } = can;
    if (slowStore !== undefined)
      test('acknowledged in time while the store is slow', async () => {
        world = await open(silent);
        world.bot.slowMs = slowStore.storesMs;
        const began = performance.now();
        expect(await world.says('存得慢')).toBe(true);
        expect(performance.now() - began).toBeLessThan(slowStore.waitsMs);
        expect(texts(world.bot.events)).toEqual(['存得慢']);
      });

    if (acknowledgesWithinMs !== undefined)
      test('acknowledged in time while the handler is slow', async () => {
        let release = () => {};
        const slow = new Promise<void>((resolve) => {
          release = resolve;
        });
        world = await open(() => slow.then(() => []));
        const began = performance.now();
        expect(await world.says('慢慢来')).toBe(true);
        expect(performance.now() - began).toBeLessThan(acknowledgesWithinMs);
        release();
      });
  });
}

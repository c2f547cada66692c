import type { IncomingEvent } from '../../src/chat/chat-adapter.ts';
import type { Respond } from '../support/fake-bot.ts';
import {
  type Can,
  type ContractWorld,
  having,
  type Open,
  replyIn,
  seenBy,
  seenSoon,
  silent,
} from './contract-world.ts';
import { WORDS } from './words.ts';

const texts = (events: readonly IncomingEvent[]) =>
  events.map((event) => (event.kind === 'message' ? event.text : event.kind));

/** What is promised of words that people say. */
export function heardContract(name: string, open: Open, can: Can): void {
  let world: ContractWorld;
  const has = having(can);

  describe(`${name}: what is heard`, () => {
    afterEach(() => world.stop());

    test('what a person types arrives as it was typed', async () => {
      world = await open(silent);
      for (const text of WORDS) expect(await world.says(text)).toBe(true);
      expect(texts(world.bot.events)).toEqual(WORDS);
    });

    has('lines')('a message of several lines keeps them', async () => {
      world = await open(silent);
      await world.says('第一行\n第二行\n\n第四行');
      expect(texts(world.bot.events)).toEqual(['第一行\n第二行\n\n第四行']);
    });

    test('a very long message arrives whole', async () => {
      world = await open(silent);
      const long = '海拓供应链👩‍👩‍👧,报价还在谈。'.repeat(1_000);
      await world.says(long);
      expect(texts(world.bot.events)).toEqual([long]);
    });

    test('what shows nothing is no message', async () => {
      world = await open(silent);
      await world.says('   ');
      await world.says('有字');
      expect(texts(world.bot.events)).toEqual(['有字']);
    });

    test('a message says from which world, room and person it comes, and when it was sent', async () => {
      world = await open(silent);
      await world.says('一句');
      await world.says('再一句');
      const [first, second] = world.bot.events;
      expect(first).toMatchObject({ adapter: world.name, room: expect.stringMatching(/^direct:./) });
      expect([second?.room, second?.user]).toEqual([first?.room, first?.user]);
      expect(Number.isNaN(first?.sentAt.getTime())).toBe(false);
    });

    test('a conversation keeps its order', async () => {
      world = await open(silent);
      const said = Array.from({ length: 12 }, (_, at) => `第${at}句`);
      for (const text of said) await world.says(text);
      expect(texts(world.bot.events)).toEqual(said);
    });

    test('each message is one of its own, each event has its key', async () => {
      world = await open(silent);
      await world.says('同一句');
      await world.says('同一句');
      expect(texts(world.bot.events)).toEqual(['同一句', '同一句']);
      const [first, second] = world.bot.events;
      expect(first?.key).not.toBe(second?.key);
    });

    test('a repeat is handled once', async () => {
      world = await open(silent);
      await world.says('一句');
      await world.says('一句', { again: true });
      await world.says('下一句');
      expect(texts(world.bot.events)).toEqual(['一句', '下一句']);
    });

    has('restart')('a repeat after a restart is handled once', async () => {
      world = await open(silent);
      await world.says('一句');
      await world.restart?.();
      await world.says('一句', { again: true });
      await world.says('下一句');
      expect(texts(world.bot.events)).toEqual(['一句', '下一句']);
    });

    has('echo')('what the bot says does not come back to it, and what other bots say neither', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, '自己说的'));
      await world.echo?.();
      expect(world.bot.events).toEqual([]);
    });

    has('others')(
      'two people are two; while the answer to one takes long, the other is heard and answered',
      async () => {
        const slow: Respond = (event) =>
          event.kind === 'message' && event.text === '慢'
            ? hanging
            : [{ ...replyIn(world, '快答'), to: { adapter: world.name, room: `direct:${world.other}` } }];
        let release = () => {};
        const hanging = new Promise<[]>((resolve) => {
          release = () => resolve([]);
        });
        world = await open(slow);
        const waiting = world.says('慢');
        await world.says('快', { as: world.other });
        const [first, second] = world.bot.events;
        expect(texts(world.bot.events)).toEqual(['慢', '快']);
        expect(second?.user).not.toBe(first?.user);
        expect(second?.room).not.toBe(first?.room);
        expect(await seenSoon(world, world.other, '快答')).toContain('快答');
        release();
        await waiting;
      },
    );

    test('an answer that fails leaves the next message as it was', async () => {
      world = await open((event) => {
        if (event.kind === 'message' && event.text === '坏') throw new Error('a bug');
        return [];
      });
      await world.says('坏');
      await world.says('好');
      expect(texts(world.bot.events)).toContain('好');
    });

    test('not stored: the sender or the platform learns of it, and a second try is taken', async () => {
      world = await open(silent);
      world.bot.down = true;
      const told = await world.says('没存上的话');
      expect(told && !/再发一次|send it again/i.test(await seenBy(world))).toBe(false);
      world.bot.down = false;
      await world.says('没存上的话', { again: true });
      expect(texts(world.bot.events)).toEqual(['没存上的话']);
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

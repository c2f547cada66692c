import { until } from '../support/until.ts';
import { type Can, type ContractWorld, having, type Open, replyIn, seenBy, silent } from './contract-world.ts';

/** What is promised of the door: who is let in, what breaks it not, and what is known of it from outside. */
export function doorContract(name: string, open: Open, can: Can): void {
  let world: ContractWorld;
  const has = having(can);
  const texts = () => world.bot.events.map((event) => (event.kind === 'message' ? event.text : event.kind));

  describe(`${name}: at the door`, () => {
    afterEach(() => world.stop());

    if (can.has.includes('forge'))
      test.each(['tampered', 'unsigned', 'stale', 'future'] as const)(
        'what is %s is refused without a trace',
        async (how) => {
          world = await open(silent);
          expect(await world.forge?.(how)).toBe(false);
          expect(world.bot.events).toEqual([]);
          await world.stop();
          expect(world.state()?.lastIn ?? null).toBeNull();
        },
      );

    has('malformed')('of what has a wrong shape nothing breaks, and no event of ours has a wrong one', async () => {
      world = await open(silent);
      await world.malformed?.();
      await world.says('之后');
      await until(() => texts().includes('之后'));
      for (const { key, room, user, sentAt, ...event } of world.bot.events) {
        for (const word of [key, room, user]) expect(word).toEqual(expect.stringMatching(/./));
        expect(Number.isNaN(sentAt.getTime())).toBe(false);
        if (event.kind === 'message') expect(typeof event.text).toBe('string');
        if (event.kind === 'action') expect(event.action).toEqual(expect.stringMatching(/./));
      }
      await world.stop();
      expect(world.logged()).not.toContain('形状');
    });

    has('huge')('what is longer than is read is refused, and the next message is heard', async () => {
      world = await open(silent);
      expect(await world.huge?.()).toBe(false);
      await world.says('之后');
      expect(texts()).toEqual(['之后']);
    });

    has('drops')('what lets it in is lost and had again: it hears and says on', async () => {
      world = await open(silent);
      await world.says('断线前');
      await world.drops?.();
      await world.says('断线后');
      await world.deliver(replyIn(world, '又在了'));
      expect(texts()).toEqual(['断线前', '断线后']);
      expect((await seenBy(world)).split('又在了')).toHaveLength(2);
      expect(world.state()).toMatchObject({ connection: 'connected' });
    });

    test('the state tells that it hears, and when it last did', async () => {
      const began = Date.now() - 1;
      world = await open(silent);
      await until(() => world.state() !== null);
      expect(world.state()).toMatchObject({ connection: 'connected' });
      await world.says('一句');
      await world.stop();
      expect(world.state()).toMatchObject({ connection: 'stopped' });
      expect(world.state()?.lastIn?.getTime()).toBeGreaterThan(began);
    });

    test('no log or state tells what people say', async () => {
      world = await open(silent);
      await world.says('机密报价88万');
      world.bot.down = true;
      await world.says('机密报价88万');
      await world.presses('机密按钮').catch(() => false);
      await world.stop();
      const told = `${world.logged()}\n${JSON.stringify(world.state())}`;
      for (const word of [...world.secrets, '机密', '88万']) expect(told).not.toContain(word);
    });

    test('nothing is taken after the stop', async () => {
      world = await open(silent);
      await world.says('最后一句');
      await world.stop();
      await world.says('太晚').catch(() => false);
      expect(texts()).toEqual(['最后一句']);
    });
  });
}

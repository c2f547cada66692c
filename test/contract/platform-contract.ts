import type { Reply } from '../../src/chat/chat-adapter.ts';
import type { Respond } from '../support/fake-bot.ts';
import type { ContractWorld } from './chat-contract.ts';

/** The promises of a world that has groups. */
export function groupContract(
  name: string,
  open: (respond: Respond) => Promise<ContractWorld & { group: string }>,
): void {
  let world: ContractWorld & { group: string };

  describe(`${name}, in a group`, () => {
    afterEach(() => world.stop());

    test('what is said there comes from there', async () => {
      world = await open(() => []);
      await world.says('群里说', { room: world.group });
      expect(world.bot.events).toMatchObject([{ kind: 'message', room: world.group, text: '群里说' }]);
    });

    test('what is for all is seen by all, what is private by one alone', async () => {
      world = await open(() => []);
      const to = { adapter: world.name, room: world.group };
      await world.deliver({ id: 'rule:a/0', to, private: false, message: { text: '给大家' } });
      const alone = { ...to, onlyFor: 'lin' };
      await world.deliver({ id: 'rule:b/0', to: alone, private: true, message: { text: '只给林悦' } });
      expect((await world.shownTo('lin')).join('\n')).toContain('只给林悦');
      for (const person of ['lin', world.other]) expect((await world.shownTo(person)).join('\n')).toContain('给大家');
      expect((await world.shownTo(world.other)).join('\n')).not.toContain('只给林悦');
    });
  });
}

/** The promises of a world whose platform signs, sends again and is restarted under. */
export function platformContract(
  name: string,
  open: (respond: Respond) => Promise<ContractWorld & Required<Pick<ContractWorld, 'forge' | 'restart'>>>,
): void {
  let world: Awaited<ReturnType<typeof open>>;

  describe(`${name}, as a platform`, () => {
    afterEach(() => world.stop());

    test.each(['tampered', 'unsigned', 'stale', 'future'] as const)(
      'what is %s is refused without a trace',
      async (how) => {
        world = await open(() => []);
        expect(await world.forge(how)).toBe(false);
        expect(world.bot.events).toEqual([]);
      },
    );

    test('after a restart a row that was shown is not shown again, a waiting one is', async () => {
      world = await open(() => []);
      const row = (id: string, text: string): Reply => ({
        id,
        to: { adapter: world.name, room: 'direct:lin' },
        private: false,
        message: { text },
      });
      await world.deliver(row('rule:r1/0', '重启前'));
      await world.restart();
      await world.deliver(row('rule:r1/0', '重启前'));
      await world.deliver(row('rule:r2/0', '重启后'));
      const shown = (await world.shownTo('lin')).join('\n');
      expect(shown.split('重启前')).toHaveLength(2);
      expect(shown).toContain('重启后');
    });
  });
}

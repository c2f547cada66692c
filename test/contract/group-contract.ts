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

const SECRET = '只给林悦看的八十万';

/** The promises of a world that has groups. */
export function groupContract(name: string, open: Open, can: Can): void {
  let world: ContractWorld;
  const has = having(can);
  const group = () => world.group ?? '';
  const inGroup = () => ({ adapter: world.name, room: group() });

  describe(`${name}: in a group`, () => {
    afterEach(() => world.stop());

    has('spoken')('what is said there to the bot comes from there, without its name', async () => {
      world = await open(silent);
      await world.says('群里说', { room: group() });
      expect(world.bot.events).toMatchObject([{ kind: 'message', room: group(), text: '群里说' }]);
    });

    has('spoken')('what two people say there comes from one room and from two people', async () => {
      world = await open(silent);
      await world.says('我说', { room: group() });
      await world.says('你说', { room: group(), as: world.other });
      const [mine, yours] = world.bot.events;
      expect([mine?.room, yours?.room]).toEqual([group(), group()]);
      expect(mine?.user).not.toBe(yours?.user);
    });

    has('overhears')('what is not for the bot it does not hear', async () => {
      world = await open(silent);
      await world.overhears?.('你们周末去哪');
      expect(world.bot.events).toEqual([]);
    });

    has('audiences')('who is there is told before what is said there', async () => {
      let told = 0;
      world = await open(() => {
        told = world.audiences?.() ?? 0;
        return [];
      });
      await world.says('群里说', { room: group() });
      expect(told).toBeGreaterThan(0);
    });

    test('what is for all is seen by all, what is said directly by one', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, '给大家', { to: inGroup() }));
      await world.deliver(replyIn(world, SECRET));
      for (const person of ['lin', world.other]) expect(await seenBy(world, person)).toContain('给大家');
      expect(await seenBy(world)).toContain(SECRET);
      expect(await seenBy(world, world.other)).not.toContain(SECRET);
    });

    test('what is private there is seen by the one person alone, in whatever shape', async () => {
      world = await open(silent);
      const open_ = replyIn(world, '公开的一句', { to: inGroup() });
      await world.deliver(open_);
      const alone = { to: { ...inGroup(), onlyFor: 'lin' }, private: true };
      const card = { title: SECRET, rows: [{ label: SECRET, value: SECRET }] };
      const table = { title: SECRET, head: [SECRET], rows: [[SECRET]], figures: [] };
      const buttons = [{ id: 'secret-1', label: SECRET }];
      await world.deliver(replyIn(world, SECRET, alone));
      await world.deliver(replyIn(world, { text: SECRET, card, buttons }, alone));
      await world.deliver(replyIn(world, { text: SECRET, table }, alone));
      await world.deliver(replyIn(world, `${SECRET}\n${'长'.repeat(9_000)}`, alone));
      await world.deliver(replyIn(world, SECRET, { ...alone, replaces: open_.id }));
      expect((await seenBy(world)).split(SECRET).length).toBeGreaterThan(5);
      const others = await seenBy(world, world.other);
      expect(others).not.toContain(SECRET);
      expect(others).toContain('公开的一句');
    });

    has('spoken')('an answer to what was said there goes there', async () => {
      world = await open((event) => [
        { ...replyIn(world, '群里答', { to: inGroup() }), id: `${event.kind === 'message' ? event.message : ''}/0` },
      ]);
      await world.says('群里问', { room: group() });
      for (const person of ['lin', world.other]) expect(await seenSoon(world, person, '群里答')).toContain('群里答');
    });
  });
}

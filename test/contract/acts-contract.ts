import { type Can, type ContractWorld, having, type Open, replyIn, seenBy, silent } from './contract-world.ts';

const BUTTONS = Array.from({ length: 8 }, (_, at) => ({ id: `opaque-${at}`, label: `第${at}个选项` }));

/** What is promised of what people do beside saying words: press, answer, rewrite, send things. */
export function actsContract(name: string, open: Open, can: Can): void {
  let world: ContractWorld;
  const has = having(can);
  const acts = () => world.bot.events.map((event) => (event.kind === 'action' ? event.action : event.kind));

  describe(`${name}: what is done`, () => {
    afterEach(() => world.stop());

    test('a press is the opaque id of its button, and of nothing else', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, { text: '选哪个?', buttons: [{ id: 'opaque-1', label: '这个' }] }));
      await world.presses('opaque-1');
      expect(acts()).toEqual(['opaque-1']);
      expect(JSON.stringify(world.bot.events)).not.toContain('这个');
    });

    test('of many buttons each is shown in full and can be pressed', async () => {
      world = await open(silent);
      const buttons = BUTTONS.map(({ id, label }) => ({ id, label: `${label}:海拓供应链科技` }));
      await world.deliver(replyIn(world, { text: '哪个客户?', buttons }));
      const shown = await seenBy(world);
      for (const { label } of buttons) expect(shown).toContain(label);
      for (const { id } of buttons) await world.presses(id);
      expect(acts()).toEqual(buttons.map(({ id }) => id));
    });

    test('words and buttons that no card would take are all shown, and the buttons can be pressed', async () => {
      world = await open(silent);
      const text = `✓ 已记 · 腾云\n${'很长的一行,'.repeat(400)}末尾`;
      await world.deliver(replyIn(world, { text, buttons: BUTTONS.slice(0, 2) }));
      expect((await seenBy(world)).replace(/\s/g, '')).toContain(text.replace(/\s/g, ''));
      await world.presses('opaque-1');
      expect(acts()).toEqual(['opaque-1']);
    });

    test('a press that the platform brings twice is one', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, { text: '选哪个?', buttons: BUTTONS.slice(0, 2) }));
      await world.presses('opaque-1');
      await world.presses('opaque-1', { again: true });
      await world.says('之后');
      expect(acts()).toEqual(['opaque-1', 'message']);
    });

    has('others')('a press by somebody else is theirs', async () => {
      world = await open(silent);
      await world.says('我是谁', { as: world.other });
      for (const person of ['lin', world.other]) {
        const to = { adapter: world.name, room: `direct:${person}` };
        await world.deliver(replyIn(world, { text: '选哪个?', buttons: BUTTONS.slice(0, 2) }, { to }));
      }
      await world.presses('opaque-1', { as: world.other });
      const [said, pressed] = world.bot.events;
      expect(pressed).toMatchObject({ kind: 'action', user: said?.user });
    });

    has('restart')('a button that was shown before a restart can be pressed after it', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, { text: '选哪个?', buttons: BUTTONS.slice(0, 2) }));
      await world.restart?.();
      await world.presses('opaque-1');
      expect(acts()).toEqual(['opaque-1']);
    });

    test('a press that cannot be stored is not lost without a word', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, { text: '选哪个?', buttons: BUTTONS.slice(0, 2) }));
      world.bot.down = true;
      const told = await world.presses('opaque-1');
      expect(told && !/再[发点]一次|(send|press) it again/i.test(await seenBy(world))).toBe(false);
      expect(world.bot.events).toEqual([]);
    });

    has('numbers')('a number presses the button under it, in every writing; other words do not', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, { text: '选哪个?', buttons: BUTTONS.slice(0, 3) }));
      for (const number of ['2', '２', '二', '2.', '9', '2完成']) await world.says(number);
      expect(acts()).toEqual(['opaque-1', 'opaque-1', 'opaque-1', 'opaque-1', 'message', 'message']);
    });

    has('answers')('an answer to what the bot said names the row that it answers', async () => {
      world = await open(silent);
      const asked = replyIn(world, { text: '报价多少?', buttons: BUTTONS.slice(0, 1) });
      await world.says('腾云谈好了');
      await world.deliver(asked);
      await world.deliver(replyIn(world, '别的话'));
      await world.answers?.(asked, '85万');
      expect(world.bot.events.at(-1)).toMatchObject({ kind: 'message', text: '85万', replyTo: asked.id });
    });

    has('edits')('rewritten words name the message that they rewrite, once', async () => {
      world = await open(silent);
      await world.says('80万');
      await world.edits?.('85万');
      const [said, ...rest] = world.bot.events;
      expect(rest).toMatchObject([{ kind: 'edit', text: '85万' }]);
      expect(rest[0]).toMatchObject({ message: said?.key, user: said?.user, room: said?.room });
    });

    has('deletes')('words that are taken away name the message, once', async () => {
      world = await open(silent);
      await world.says('80万');
      await world.deletes?.();
      const [said, ...rest] = world.bot.events;
      expect(rest).toMatchObject([{ kind: 'delete', message: said?.key }]);
    });

    if (can.things.length > 0)
      test.each(can.things)('%s: kept or told of, else answered', async (what) => {
        world = await open(silent);
        await world.sends?.(what);
        await world.says('之后');
        const [thing, after] = world.bot.events;
        if (thing?.kind === 'thing') expect([thing.what, after?.kind]).toEqual([what, 'message']);
        else {
          expect(acts()).toEqual(['message']);
          expect(await seenBy(world)).toMatch(/[\p{L}]{3}/u);
        }
      });
  });
}

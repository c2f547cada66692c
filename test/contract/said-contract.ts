import { type Can, closed, having, type Open, replyIn, type SayingWorld, seenBy, silent } from './contract-world.ts';
import { charactersIn, family, TRAPS, WORDS } from './words.ts';

/** What is promised of what the bot says: that a reader sees all of it, and nothing else. */
export function saidContract<W extends SayingWorld>(name: string, open: Open<W>, can: Can): void {
  let world: W;
  const has = having(can);

  describe(`${name}: what is said`, () => {
    afterEach(() => world.stop());

    test('what the bot says is shown as it says it', async () => {
      world = await open(silent);
      for (const text of WORDS) await world.deliver(replyIn(world, text));
      const shown = await seenBy(world);
      for (const text of WORDS) expect(shown).toContain(text);
    });

    test('several lines stay several lines', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, '第一行\n第二行\n  1 缩进\n\n第五行'));
      expect(await seenBy(world)).toMatch(/第一行\n第二行\n {2}1 缩进\n+第五行/);
    });

    has('live')('what a person once typed is words: it calls nobody, leads nowhere and steers nothing', async () => {
      world = await open(silent);
      const text = TRAPS.join('\n');
      await world.deliver(replyIn(world, text));
      const buttons = [{ id: 'b-1', label: '<@lin>' }];
      await world.deliver(replyIn(world, { text: `✓ ${text}`, buttons }));
      const rows = TRAPS.map((value) => ({ label: '<!here>', value }));
      await world.deliver(replyIn(world, { text, card: { title: TRAPS[2] ?? '', rows } }));
      const table = {
        title: '<!here>',
        head: ['[a](b)', '<@all>'],
        rows: TRAPS.map((trap) => [trap, trap]),
        figures: [],
      };
      await world.deliver(replyIn(world, { text, table }));
      await world.deliver(replyIn(world, '\u001b[2J\u0007\u0000\r\ud800 \u202e后'));
      expect(await world.live?.()).toEqual([]);
      expect(closed(await seenBy(world))).toContain('后');
    });

    test('a long reply is shown whole, in its order', async () => {
      world = await open(silent);
      const lines = Array.from({ length: 250 }, (_, at) => `${at} 👩‍👩‍👧 海拓供应链科技有限公司,报价还在谈`);
      await world.deliver(replyIn(world, lines.join('\n')));
      expect(closed(await seenBy(world))).toContain(closed(lines.join('')));
    });

    test('a reply without a border to cut it at is broken in no character', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, family(1_500)));
      const parts = (await world.shownTo('lin')).map(closed).filter((part) => part.includes('👩'));
      const broken = parts
        .flatMap(charactersIn)
        .filter((sign) => /👩|👧|\u200d|\p{Cs}/u.test(sign) && sign !== family(1));
      expect(broken).toEqual([]);
      expect(parts.join('').split(family(1))).toHaveLength(1_501);
    });

    test('a card is shown whole', async () => {
      world = await open(silent);
      const card = { title: '腾云 & <海拓>', rows: [{ label: '金额', value: '¥850,000' }] };
      await world.deliver(replyIn(world, { text: '腾云 & <海拓> · 金额 ¥850,000', card }));
      const shown = await seenBy(world);
      for (const part of ['腾云 & <海拓>', '金额', '¥850,000']) expect(shown).toContain(part);
    });

    test('a card that is longer than cards may be is taken, and is there to its last row', async () => {
      world = await open(silent);
      const rows = Array.from({ length: 60 }, (_, at) => ({
        label: `客户关系负责人${at}`,
        value: `${at}:${'很长'.repeat(40)}`,
      }));
      const title = `海拓供应链科技有限公司${'👩‍👩‍👧'.repeat(60)}`;
      const text = [title, ...rows.map(({ label, value }) => `${label} ${value}`)].join('\n');
      await world.deliver(replyIn(world, { text, card: { title, rows }, buttons: [{ id: 'b', label: '撤销' }] }));
      const shown = closed(await seenBy(world));
      for (const { label, value } of rows) for (const part of [label, value]) expect(shown).toContain(part);
    });

    test('a table is shown, as a table or in words', async () => {
      world = await open(silent);
      const rows = [
        ['腾云 | 科技', '¥850,000', '30天'],
        ['海拓', '', '7天'],
      ];
      const table = { title: '滞留商机', head: ['客户', '金额', '天数'], rows, figures: [1] };
      const text = ['滞留商机', ...rows.map((row) => row.join(' '))].join('\n');
      await world.deliver(replyIn(world, { text, table, footer: '共2条' }));
      const shown = await seenBy(world);
      for (const cell of ['滞留商机', ...rows.flat()]) expect(shown).toContain(cell);
    });

    test('a table of three hundred rows is there to its last row', async () => {
      world = await open(silent);
      const rows = Array.from({ length: 300 }, (_, at) => [`客户${at}号有限公司`, `${at}万`, `第${at}天`]);
      const table = { title: '全部商机', head: ['客户', '金额', '天数'], rows, figures: [1] };
      await world.deliver(replyIn(world, { text: rows.map((row) => row.join(' ')).join('\n'), table }));
      const shown = await seenBy(world);
      for (const row of rows) for (const cell of row) expect(shown).toContain(cell);
    });

    test('beside a chart stand the words that say the same, however many bars it has', async () => {
      world = await open(silent);
      for (const count of [3, 40]) {
        const rows = Array.from({ length: count }, (_, at) => ({ label: `第${at}个阶段`, value: `${at}个` }));
        const text = rows.map(({ label, value }) => `${label} ${value}`).join('\n');
        const chart = { of: '各阶段商机数', bars: rows.map(({ label }, value) => ({ label, value })) };
        await world.deliver(replyIn(world, { text, card: { title: '漏斗', rows }, chart }));
        const shown = await seenBy(world);
        for (const { label, value } of rows) for (const part of [label, value]) expect(shown).toContain(part);
      }
    });

    test('a reply of nothing, or of parts that are empty, is taken', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, ''));
      await world.deliver(replyIn(world, ' \n '));
      const empty = { title: '', rows: [{ label: '', value: '' }] };
      await world.deliver(replyIn(world, { text: '', card: empty, buttons: [{ id: 'b-empty', label: '' }] }));
      const table = { title: '', head: ['', ''], rows: [['', '']], figures: [] };
      await world.deliver(replyIn(world, { text: '', table, chart: { of: '', bars: [] } }));
      await world.deliver(replyIn(world, '还在'));
      expect(await seenBy(world)).toContain('还在');
    });

    test('what takes the place of an earlier reply is shown', async () => {
      world = await open(silent);
      const before = replyIn(world, '原来的话');
      await world.deliver(before);
      const after = replyIn(world, '改过的话', { replaces: before.id });
      await world.deliver(after);
      await world.deliver(replyIn(world, '又改过的话', { replaces: after.id }));
      const shown = await seenBy(world);
      expect(shown).toContain('又改过的话');
      if (can.has.includes('replaces'))
        for (const gone of ['原来的话', '\n改过的话']) expect(`\n${shown}`).not.toContain(gone);
    });

    test('what is replaced before it was ever shown is said anew', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, '补上的话', { replaces: 'rule:never-shown/0' }));
      expect(await seenBy(world)).toContain('补上的话');
    });
  });
}

import { correctionKind } from '../../src/crm/telling/kept-correction.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
});
afterEach(() => world.close());

test('a correction is kept as a case with its origin, and goes with an undo', async () => {
  const lin = world.person('lin');
  const note = '刚跟腾云王总打完电话 80万嫌贵 下周三下午3点再去';
  await lin.says(note);
  expect(await world.kept(correctionKind)).toEqual([]);
  await lin.says('不是80万是85万');
  const [kept, ...more] = await world.kept(correctionKind);
  expect(more).toEqual([]);
  expect(kept).toMatchObject({
    by: 'lin',
    zone: 'Asia/Shanghai',
    note: { text: note, at: new Date('2026-11-23T10:00:00+08:00') },
    words: '不是80万是85万',
    previous: { opportunity: { amount: 800_000 } },
    changes: [{ field: 'opportunity.amount', to: 850_000, currency: 'CNY' }],
  });
  const origin = await world.records.ledger.findSet(kept?.origin ?? '');
  expect(origin?.changes.map(({ kind }) => kind)).toContain('interaction');
  const [undone] = await lin.says('撤销');
  expect(undone?.message.text).toMatch(/^已撤销:金额/);
  expect(await world.kept(correctionKind)).toEqual([]);
});

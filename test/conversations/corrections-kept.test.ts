import { judgeCorrections } from '../../scripts/eval/correction-cases.ts';
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
  expect(undone?.message.text).toMatch(/^已撤销:.*金额/);
  expect(await world.kept(correctionKind)).toEqual([]);
});

test('evaluation holds kept corrections against what is read today', async () => {
  const lin = world.person('lin');
  await lin.says('刚跟腾云王总打完电话 80万嫌贵 下周三下午3点再去');
  await lin.says('不是80万是85万');
  await lin.says('是周四');
  const judged = await judgeCorrections(world.records);
  // A changed mind is no misreading of the note; both corrections were understood in their words.
  expect(judged).toEqual({ kept: 2, notes: { of: 0, right: 0, wrong: [] }, words: { of: 2, right: 2, wrong: [] } });
  const rows = world.records.connection.collection(correctionKind.collection);
  const at = new Date('2026-11-23T10:00:00+08:00');
  const misread = (text: string) => ({
    words: '改成下午4点',
    changes: [{ field: 'task.time', index: 0, to: '16:00' }],
    note: { text, at },
  });
  await rows.updateOne({ words: '是周四' }, { $set: misread('电话了腾云王总,下周三下午4点再去') });
  expect(await judgeCorrections(world.records)).toMatchObject({
    notes: { of: 1, right: 1 },
    words: { of: 2, right: 2 },
  });
  await rows.updateOne({ words: '改成下午4点' }, { $set: misread('下午4点拜访了腾云') });
  expect((await judgeCorrections(world.records)).notes).toMatchObject({ of: 1, right: 0 });
});

import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { playTalks } from '../support/scripted-talk.ts';
import { World } from '../support/world.ts';
import { script1 } from './scripts/script-1.ts';

playTalks([script1]);

describe('beside the script', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
  });
  afterEach(() => world.close());

  const kept = async () => ({
    interactions: await world.kept(interactionKind),
    deals: await world.kept(dealKind),
    tasks: await world.kept(taskKind),
  });

  test('restore brings back what was undone', async () => {
    const lin = world.person('lin');
    await lin.says('刚跟腾云王总打完电话 80万嫌贵 下周三下午3点再去');
    const before = await kept();
    const [undone] = await lin.says('撤销');
    expect((await kept()).interactions).toEqual([]);
    await lin.presses(undone, '恢复');
    const after = await kept();
    expect(after.interactions).toEqual(
      before.interactions.map((one) => expect.objectContaining({ _id: one._id, note: one.note })),
    );
    expect(after.deals).toEqual([expect.objectContaining({ amount: 80_000_000 })]);
  });

  test('修改 lets a bare value correct', async () => {
    const lin = world.person('lin');
    const [receipt] = await lin.says('刚跟腾云王总打完电话 报价80万');
    await lin.presses(receipt, '修改');
    await lin.says('85万');
    expect((await kept()).deals).toEqual([expect.objectContaining({ amount: 85_000_000 })]);
    expect((await kept()).interactions).toHaveLength(1);
  });

  test('a second press of a button does nothing and says nothing', async () => {
    const lin = world.person('lin');
    const [receipt] = await lin.says('刚跟腾云王总打完电话 80万嫌贵');
    await lin.presses(receipt, '撤销');
    expect(await lin.presses(receipt, '撤销')).toEqual([]);
  });

  test('what somebody else built on stays, and a card says so', async () => {
    const lin = world.person('lin');
    const [receipt] = await lin.says('刚跟腾云王总打完电话 报价80万 下周三下午3点再去');
    await world.person('chen').says('腾云 90万');
    await world.person('chen').says('跟腾云谈到90万');
    const [card] = await lin.presses(receipt, '撤销');
    expect(card?.message.text).toBe('撤不了整条:金额后来被陈敏改成90万。');
    expect(card?.message.buttons?.map(({ label }) => label)).toEqual(['撤其余', '都留着']);
    expect((await kept()).deals).toEqual([expect.objectContaining({ amount: 90_000_000 })]);
    await lin.presses(card, '撤其余');
    expect((await kept()).tasks).toEqual([]);
    expect((await kept()).deals).toEqual([expect.objectContaining({ amount: 90_000_000 })]);
  });
});

import { accountKind } from '../../src/crm/account/account.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { playTalks } from '../support/scripted-talk.ts';
import { World } from '../support/world.ts';
import { script5 } from './scripts/script-5.ts';

playTalks([script5]);

const five = [
  '腾云科技 王总 13800010001',
  '海拓物流 罗海生 13800010002',
  '李经理 13800010003',
  '晨耀 陈工 13800010004',
  '麦语教育 谢校长 13800010005',
].join('\n');

describe('beside the script', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
  });
  afterEach(() => world.close());

  const names = async () => (await world.kept(accountKind)).map(({ name }) => name).sort();

  test('left alone, nothing is imported; the typed words of a button do the same', async () => {
    const lin = world.person('lin');
    await lin.says(five);
    expect((await lin.says('2'))[0]?.message.text).toBe('没有导入。要导入再发一次。');
    expect(await names()).toEqual([]);
    await lin.says(five);
    await lin.says('好');
    expect(await names()).toHaveLength(4);
  });

  test('a customer on record stays as it is, but what is empty there is filled', async () => {
    await world.close();
    world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
    const lin = world.person('lin');
    const [asked] = await lin.says(
      '客户,联系人,电话,金额\n腾云,王建国,13800010001,80万\n腾云,王建国,13800010009,90万\n新桥医疗,周敏,021-61230000,"1,200.50"',
    );
    expect(asked?.message.text.split('\n').slice(0, 2)).toEqual(['粘贴的名单 · 2 家', '新 1 · 已有 1 · 不清楚 0']);
    await lin.presses(asked, '导入 2 家');
    expect(await world.kept(contactKind)).toContainEqual(
      expect.objectContaining({ _id: 'contact-0-0', name: '王建国', phone: '+8613800010001' }),
    );
    expect((await world.kept(dealKind)).map(({ amount }) => amount).sort()).toEqual([120_050, 80_000_000]);
    expect(await names()).toEqual(['上海腾云科技有限公司', '新桥医疗'].sort());
  });

  test('a rep brings in their own, a manager for their people, and nobody tells of a hidden name', async () => {
    const list =
      'customer,owner,phone\nAlpha Foods,Emma Clarke,+442079460958\nBeta Tools,张伟,+442079460959\nGamma,林悦,+442079460957';
    const [asked] = await world.person('lin').says(list);
    expect(asked?.message.text).toContain('新 1 · 已有 0 · 不清楚 2');
    await world.person('lin').presses(asked, '导入 1 家');
    const [all] = await world.person('chen').says(list);
    await world.person('chen').presses(all, '导入 2 家');
    expect((await world.kept(accountKind)).map(({ owner }) => owner).sort()).toEqual(['emma', 'lin', 'zhang']);
    expect(await world.kept(interactionKind)).toEqual([]);
  });
});

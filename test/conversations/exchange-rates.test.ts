import { dealKind } from '../../src/crm/deal/deal.ts';
import type { Stage } from '../../src/crm/deal/stages.ts';
import { rateKind } from '../../src/crm/rate/rate.ts';
import { type Customer, fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const customer = (alias: string, owner: string, units: number, currency: string, stage: Stage = 'needs'): Customer => ({
  ...{ name: alias, alias, owner },
  deal: { units, currency, stage, touchedAt: '2026-11-16T15:00:00+08:00' },
});
const customers: Customer[] = [
  { ...customer('腾云', 'lin', 500_000, 'CNY'), ...tengyun },
  customer('芯澜微电子', 'lin', 300_000, 'CNY'),
  customer('海拓物流', 'zhang', 200_000, 'CNY'),
  customer('澳海贸易', 'zhang', 400_000, 'HKD'),
  customer('Alderbank', 'emma', 90_000, 'USD'),
  customer('Tern Island', 'emma', 10_000, 'EUR', 'proposal'),
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T08:30:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

const lines = async (person: string, words: string) =>
  (await world.person(person).says(words))[0]?.message.text.split('\n') ?? [];
const rates = async () => (await world.kept(rateKind)).map(({ _id, of, makes }) => `${_id} ${of}=${makes}`);

test('set by a manager or an admin, told to all with its day and setter, changed, corrected and taken back', async () => {
  expect(await lines('lin', '现在汇率多少')).toEqual([
    '汇率 · 公司币种 人民币',
    '还没设汇率,外币单算。',
    '汇率和公司币种由主管或管理员设。',
  ]);
  expect((await lines('li', '汇率')).at(-1)).toBe('欧元等3种货币没有汇率,单算:说「1欧元=…」');
  expect(await lines('lin', '1美元=7.2')).toEqual(['汇率和公司币种由主管或管理员设。']);
  expect(await lines('chen', '汇率 1美元=7.2')).toEqual([
    '✓ 汇率 · 1美元 = 7.2人民币',
    '合计、排名按这个算;已记的金额不变',
  ]);
  expect((await lines('chen', '不对,是7.25'))[0]).toBe('✓ 汇率 · 1美元 = 7.2→7.25人民币');
  expect((await lines('li', '1 EUR = 7.8 CNY, 1 HKD = 0.92'))?.slice(0, 2)).toEqual([
    '✓ 汇率 · 1欧元 = 7.8人民币',
    '1港元 = 0.92人民币',
  ]);
  expect(await lines('li', '欧元7.8')).toEqual(['已经是这样了 · 1欧元 = 7.8人民币']);
  expect(await lines('emma', 'what rates do we use?')).toEqual([
    'Rates · company currency CNY',
    '1 EUR = 7.8 CNY · Mon Nov 23, 李娜',
    '1 HKD = 0.92 CNY · Mon Nov 23, 李娜',
    '1 USD = 7.25 CNY · Mon Nov 23, 陈敏',
  ]);
  expect((await lines('chen', '撤销'))[0]).toBe('已撤销:美元汇率。');
  expect(await rates()).toEqual(['EUR:CNY 1=7.8', 'HKD:CNY 1=0.92', 'USD:CNY 1=7.2']);
  expect((await lines('li', '取消港币汇率'))[0]).toBe('✓ 不再用港元汇率');
  expect(await rates()).toEqual(['EUR:CNY 1=7.8', 'USD:CNY 1=7.2']);
  expect((await lines('li', '撤销'))[0]).toBe('已撤销:港元汇率。');
  expect((await lines('li', '恢复'))[0]).toBe('已恢复:港元汇率。');
  expect((await lines('li', '撤销'))[0]).toBe('已撤销:港元汇率。');
  expect((await lines('li', '1 EUR = 1.08 USD'))[0]).toBe('汇率都换成人民币,如「1美元=…」。');
  const [asked] = await world.person('li').says('人民币兑美元7.3');
  expect(asked?.message.text).toBe('是哪个?');
  await world.person('li').presses(asked, '1美元 = 7.3人民币');
  expect(await rates()).toEqual(['EUR:CNY 1=7.8', 'HKD:CNY 1=0.92', 'USD:CNY 1=7.3']);
});

test('what may be a customer’s wish is a note of a rep’s', async () => {
  await world.person('lin').says('刚跟腾云王总通了电话');
  expect((await lines('lin', '美元按7.2算')).join()).not.toContain('汇率');
  expect(await rates()).toEqual([]);
});

test('the company’s currency: rates are into it, and come back with it', async () => {
  await world.person('li').says('1美元=7.2');
  expect(await lines('lin', '公司币种改成美元')).toEqual(['汇率和公司币种由主管或管理员设。']);
  expect(await lines('li', '公司币种改成美元')).toEqual([
    '✓ 公司币种 · 人民币→美元',
    '没说币种的金额,从此按它记',
    '汇率要重新设',
  ]);
  await world.person('li').says('1人民币=0.14美元');
  expect(await rates()).toEqual(['CNY:USD 1=0.14', 'USD:CNY 1=7.2']);
  expect((await lines('chen', '本季度漏斗')).slice(3)).toEqual([
    '合计 4单 · ≈US$23万',
    '含 100万 按0.14',
    '合计 1单 · €1万',
    '合计 1单 · HK$40万',
    '欧元等2种货币没有汇率,单算:说「1欧元=…」',
  ]);
  await world.person('li').says('撤销');
  expect((await lines('li', '撤销'))[0]).toBe('已撤销:公司币种。');
  expect((await lines('lin', '汇率'))[0]).toBe('汇率 · 公司币种 人民币');
});

test('sums and ranks, with no rate as before and a hint for whoever may set one; nothing on record is converted', async () => {
  expect(await lines('chen', '本季度漏斗')).toEqual([
    '漏斗 · 本季度',
    '需求分析 5 · 100万 + HK$40万 + US$9万 · →17%',
    '方案报价 1 · €1万 · →0%',
    '合计 3单 · 100万',
    '合计 1单 · €1万',
    '合计 1单 · HK$40万',
    '合计 1单 · US$9万',
    '欧元等3种货币没有汇率,单算:说「1欧元=…」',
  ]);
  expect((await lines('chen', '最大的单子'))[1]).toContain('腾云');
  await world.person('chen').says('汇率:1美元=7.2,1欧元=7.8,1港币=0.92');
  expect(await lines('chen', '本季度漏斗')).toEqual([
    '漏斗 · 本季度',
    '初步接触 0 · →100%',
    '需求分析 5 · ≈201.6万 · →17%',
    '方案报价 1 · €1万 · →0%',
    '商务谈判 0',
    '赢单 0',
    '合计 6单 · ≈209.4万',
    '含 US$9万 按7.2 · HK$40万 按0.92 · €1万 按7.8',
  ]);
  expect((await lines('emma', 'show the pipeline')).slice(-2)).toEqual([
    'Total 2 deals · ≈CN¥726K',
    'Incl. $90K at 7.2 · €10K at 7.8',
  ]);
  const biggest = await lines('chen', '最大的单子');
  expect(biggest.slice(1, 4).map((line) => line.split(' · ')[0])).toEqual(['1 Alderbank', '2 腾云', '3 澳海贸易']);
  const over = await lines('chen', '超过35万的单子');
  expect(over.slice(1).map((line) => line.split(' · ')[0])).toEqual(['1 Alderbank', '2 腾云', '3 澳海贸易']);
  expect((await lines('chen', '需求阶段一共多少钱')).slice(0, 3)).toEqual([
    '全部商机 · 5单 · 需求分析',
    '合计 ≈201.6万',
    '含 US$9万 按7.2 · HK$40万 按0.92',
  ]);
  expect((await lines('emma', 'how much is in proposal'))[1]).toBe('Total €10K');
  expect((await lines('chen', '大于5万美元的单子'))[0]).toContain('3单');
  expect(
    (await world.kept(dealKind))
      .map(({ currency }) => currency)
      .sort()
      .join(),
  ).toBe('CNY,CNY,CNY,EUR,HKD,USD');
});

test('the three that need the manager, and an alert by a sum, over currencies', async () => {
  const digest = async (until: string) => {
    const pushed = (await world.until(until)).filter(
      ({ to, id }) => to.room === 'direct:chen' && id.startsWith('rule:'),
    );
    return pushed.at(-1)?.message.text.split('\n') ?? [];
  };
  const first = await digest('2026-11-23T09:01:00+08:00');
  expect(first.slice(2, 5).map((line) => line.split(' · ')[0])).toEqual(['1 腾云', '2 芯澜微电子', '3 海拓物流']);
  expect(first.at(-1)).toBe('欧元等3种货币没有汇率,单算:说「1欧元=…」');
  await world.person('chen').says('1美元=7.2,1港币=0.92,1欧元=7.8');
  await world.person('chen').says('超过60万的单子有变化告诉我');
  const second = await digest('2026-11-30T09:01:00+08:00');
  expect(second.slice(2, 5).map((line) => line.split(' · ')[0])).toEqual(['1 Alderbank', '2 腾云', '3 澳海贸易']);
  expect(second.join()).not.toContain('没有汇率');
  await world.person('emma').says('Alderbank agreed to 95k USD');
  expect((await digest('2026-11-30T09:05:00+08:00')).join()).toContain('金额 US$9万→US$9.5万');
});

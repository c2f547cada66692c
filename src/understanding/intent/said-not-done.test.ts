import { createNameDirectory } from '../people/create-name-directory.ts';
import { understand } from '../understand.ts';

const directory = createNameDirectory({
  accounts: [
    { name: '深圳腾云科技有限公司', aliases: ['腾云'], contacts: [{ name: '王立', aliases: ['王总'] }] },
    { name: '宁波海拓物流有限公司', aliases: ['海拓'], contacts: [{ name: '赵刚', aliases: ['赵总'] }] },
    { name: 'Alderbank Credit Union', aliases: ['Alderbank'], contacts: [{ name: 'Priya Nair', aliases: ['Priya'] }] },
  ],
});
const monday = { id: '1', at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' };
const said = (text: string) => understand({ ...monday, text }, directory);

test.each([
  '腾云丢单原因',
  '丢单的客户',
  '丢单原因是什么',
  '腾云赢单率',
  'Alderbank lost reason',
  '腾云 注意别再降价了',
  "Alderbank: don't discount any further",
  'lost deals',
  '腾云王总说丢了我们的报价单,再发一份',
  '腾云王总丢了手机',
  'Alderbank lost a customer so budget is tight',
  'Alderbank won an award',
  'lost deals this month',
  '50万以上的单子',
  'Alderbank cancelled the visit',
  '腾云采购换成了刘敏',
  '腾云30万签了一半',
  'Alderbank signed for the parcel',
  '腾云方案不发了',
  '腾云那边报价先不报了',
  '方案就别给腾云发了',
  '腾云方案先不做了',
  '上周没给腾云发方案',
  '报价发给腾云了,后来撤回了',
  "we're not sending the proposal to Alderbank after all",
  'Not gonna send Alderbank that quote after all',
  'decided against sending Alderbank a quote',
  'pulled the quote we sent to Alderbank',
  'Alderbank was out',
])('%s moves no deal', (text) => {
  expect(said(text).opportunity?.stage ?? null).toBeNull();
});

test.each([
  ['腾云丢单原因是价格太高', 'lost'],
  ['Alderbank lost, reason: price', 'lost'],
  ['Alderbank cancelled the order', 'lost'],
  ['Alderbank said no discount no deal', 'negotiation'],
  ['腾云这单成了', 'won'],
  ['Alderbank signed for 20k', 'won'],
  ['腾云丢了', 'lost'],
  ['we lost Alderbank', 'lost'],
  ['腾云王总要我们再降价', 'negotiation'],
  ["Priya at Alderbank says they don't go ahead without a discount", 'negotiation'],
  ['腾云方案没问题已经发了', 'proposal'],
  ['腾云方案黄了', 'lost'],
  ["quote sent to Alderbank, didn't hear back", 'proposal'],
])('%s moves it to %s', (text, stage) => {
  expect(said(text).opportunity?.stage).toBe(stage);
});

test.each([
  ['给腾云寄样品 明天下午2点', '给腾云寄样品', '2026-11-24', '14:00'],
  ['给腾云发合同,周五前', '给腾云发合同', '2026-11-27', null],
  ['拜访腾云 周五', '拜访腾云', '2026-11-27', null],
  ['腾云合同到期是12月31号', '腾云合同到期', '2026-12-31', null],
  ['腾云拜访改到周五', '拜访', '2026-11-27', null],
  ['腾云王总下周二上午10点来我们公司', '腾云王总来我们公司', '2026-12-01', '10:00'],
  ['Priya next Wed 2pm demo', 'Priya demo', '2026-12-02', '14:00'],
  ['腾云设备演示定在下下周一上午十点', '腾云设备演示', '2026-12-07', '10:00'],
  ['demo for Alderbank booked 3 Dec 11am teams', 'Demo for Alderbank', '2026-12-03', '11:00'],
])('%s: the step is %s', (text, title, date, time) => {
  const { interaction, tasks } = said(text);
  expect([interaction, tasks]).toMatchObject([null, [{ title, date, time }]]);
});

test('what is asked for, or has been, is no appointment at ours', () => {
  for (const text of ['腾云王总问下周二能不能来我们公司', '昨天腾云王总来我们公司了'])
    expect(said(text).tasks).toEqual([]);
});

test.each([
  '腾云让我们先垫资 我说做不了',
  'Alderbank asked if we can do 380k, told them 400k',
  '帮我记一下 腾云王总喜欢喝普洱',
])('%s: refused, a price or a mere note is no step', (text) => {
  expect(said(text).tasks).toEqual([]);
});

test.each([
  "Alderbank cancelled tomorrow's visit",
  'site visit Alderbank moved from Tue to Thu 10am',
  'pls move the Alderbank demo to the 9th',
])('%s: no contact took place', (text) => {
  expect(['visit', 'demo']).not.toContain(said(text).interaction?.kind);
});

test('a day that stands alone behind what was done is when it was', () => {
  expect(said('去腾云聊了,周四').interaction).toMatchObject({ kind: 'visit', date: '2026-11-19' });
});

test.each(['50万以上的单子', '五十万以下的单子有几个', '大单签了', '取消的单子'])('%s names no customer', (text) => {
  expect(said(text).account).toBeNull();
});

test.each([
  '腾云王总问60万能不能做',
  '腾云的价格不能低于70万',
  '腾云第一期付了30万',
  'Alderbank used to pay 50k a year elsewhere',
  'Alderbank: 25k is too low',
  '腾云去年买了50万的',
  '腾云之前签过一个20万的单子,现在想扩',
  '腾云这单底线80万',
  '腾云这单我们最低能做到80万',
  '腾云王总说对手70万就能做',
  'Alderbank bought 500k from us last year',
  'Alderbank: our floor is 80k',
  'Alderbank costs us 60k',
  '腾云王总说我们报价比用友高15万',
  '腾云竞争对手是顺丰 报了110万',
  "they won't budge on 47k at Alderbank",
  '腾云另外多要 2 万',
  '腾云加5000块运费',
  '腾云涨了5万',
  'they want 5k extra at Alderbank',
  'Alderbank plus 3k for training',
  'Alderbank price went up by 5k',
])('%s is no amount of ours', (text) => {
  expect(said(text).opportunity?.amount ?? null).toBeNull();
});

test.each([
  ['跟腾云王总说最低80万', 800_000],
  ['told Alderbank we could not go below 80k', 80_000],
  ['腾云成本60万,报90万', 900_000],
  ['腾云那边用友报了70万,我们85万', 850_000],
  ["Alderbank: Oracle quoted 70k, we're at 85k", 85_000],
])('%s: said to them a limit is an offer, and ours is the deal’s', (text, amount) => {
  expect(said(text).opportunity?.amount).toBe(amount);
});

test.each([
  ['腾云加到85万', 850_000],
  ['腾云加了 5 万,一共 85 万', 850_000],
  ['腾云追加了一个20万的单子', 200_000],
  ['Alderbank up to 85k', 85_000],
  ['quoted Alderbank 80k plus 3k for training', 80_000],
])('%s: what it rises to is the amount, not by how much', (text, amount) => {
  expect(said(text).opportunity?.amount).toBe(amount);
});

test.each(["I won't discount Alderbank any further", '我们不会再给腾云降价了', '腾云王总说准备把老系统丢了换我们的'])(
  '%s moves no stage',
  (text) => {
    expect(said(text).opportunity?.stage ?? null).toBeNull();
  },
);

test.each([
  ['腾云王总电话 1381234567', '1381234567'],
  ['腾云王总座机 87654321', '87654321'],
  ['腾云王总座机 021-87654321', '+862187654321'],
  ['王总 at 腾云, phone 139123', '139123'],
])('%s: a number that fits no plan stays as it was written', (text, phone) => {
  expect(said(text).contactFacts).toMatchObject([{ phone }]);
});

test.each([
  ['腾云王总还想看demo', '看demo'],
  ['跟腾云王总通了电话,想要个报价', '报价'],
  ['Called Alderbank, wants a demo', 'demo'],
  ['跟腾云王总开了会,他要 updated quote by Friday', 'updated quote'],
  ['Alderbank want a quote for 12 units, they need it by Wed noon', 'quote for 12 units'],
  ['quote for Alderbank due tomorrow!! remind me at 8am', 'Quote for Alderbank'],
  ['Call with Alderbank, they need the revised contract by Thu', 'revised contract'],
])('%s: their wish is our step, by what is to be given', (text, title) => {
  expect(said(text).tasks).toMatchObject([{ title }]);
});

test.each(['刚拜访了腾云,碰到海拓的赵总也在', '拜访完腾云,海拓赵总也在'])('%s: the visit is to 腾云', (text) => {
  expect(said(text).account?.mention).toBe('腾云');
});

test('the number of the front desk is nobody’s', () => {
  expect(said('腾云王总不在,前台 029-88880000').contactFacts).toEqual([]);
});

test('a number behind 电话 and a blank is no call', () => {
  expect(said('腾云王总电话 13612345678').interaction).toBeNull();
  expect(said('跟腾云要新对接人,电话还没要到').interaction?.kind).not.toBe('call');
  expect(said('腾云王总电话 说下周给答复').interaction?.kind).toBe('call');
});

test.each(['腾云验收是12月5号', 'Alderbank contract ends Dec 31'])('%s: no contact of almost a year ago', (text) => {
  expect(said(text).interaction?.date).toBe('2026-11-23');
  expect(said('Alderbank closed for Christmas').interaction?.date).toBe('2026-11-23');
});

test('an offer that is taken back is no order to take back what was said', () => {
  expect(said('腾云的报价撤回了').intent).not.toBe('undo');
  expect(said('报价发给腾云了,后来撤回了').intent).not.toBe('undo');
  expect(said('撤回').intent).toBe('undo');
});

test.each([
  ['nobody picked up at Alderbank', 'call'],
  ["couldn't reach Alderbank", 'other'],
  ['联系不上腾云', 'other'],
  ['王总没见着', 'other'],
  ['Alderbank was out', 'other'],
])('%s: a contact that was tried is kept', (text, kind) => {
  expect(said(text)).toMatchObject({ intent: 'interaction.log', interaction: { kind } });
});

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
])('%s moves no deal', (text) => {
  expect(said(text).opportunity?.stage ?? null).toBeNull();
});

test.each([
  ['腾云丢单原因是价格太高', 'lost'],
  ['Alderbank lost, reason: price', 'lost'],
  ['Alderbank cancelled the order', 'lost'],
  ['Alderbank said no discount no deal', 'negotiation'],
  ['腾云这单成了', 'won'],
  ['腾云丢了', 'lost'],
  ['we lost Alderbank', 'lost'],
  ['腾云王总要我们再降价', 'negotiation'],
  ["Priya at Alderbank says they don't go ahead without a discount", 'negotiation'],
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
])('%s: the step is %s', (text, title, date, time) => {
  const { interaction, tasks } = said(text);
  expect([interaction, tasks]).toMatchObject([null, [{ title, date, time }]]);
});

test('what is asked for, or has been, is no appointment at ours', () => {
  for (const text of ['腾云王总问下周二能不能来我们公司', '昨天腾云王总来我们公司了'])
    expect(said(text).tasks).toEqual([]);
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
])('%s is no amount of ours', (text) => {
  expect(said(text).opportunity?.amount ?? null).toBeNull();
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

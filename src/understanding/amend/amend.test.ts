import { createNameDirectory } from '../people/create-name-directory.ts';
import { understand } from '../understand.ts';
import { amend } from './amend.ts';
import type { PreviousRecord } from './previous-record.ts';

const directory = createNameDirectory({
  accounts: [
    { name: '深圳腾云科技有限公司', aliases: ['腾云'], contacts: [{ name: '王立', aliases: ['王总'] }] },
    { name: '宁波海拓物流有限公司', aliases: ['海拓'], contacts: [{ name: '罗海生', aliases: ['罗总'] }] },
    {
      name: 'Alderbank Credit Union',
      aliases: ['Alderbank'],
      contacts: [{ name: 'Priya Nathwani-Cole', aliases: ['Priya'] }],
    },
    { name: 'Tern Island Seafood', aliases: ['Tern Island'], contacts: [] },
  ],
  users: [{ name: '张伟', aliases: ['小张'] }],
});
const monday = { id: '1', at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' };

function record(text: string): PreviousRecord {
  const read = understand({ ...monday, text }, directory);
  const named = (one: { id: string | null; name: string | null }) =>
    one.id && one.name ? [{ id: one.id, name: one.name }] : [];
  return {
    day: '2026-11-23',
    account: read.account ? (named(read.account)[0] ?? null) : null,
    contacts: read.contacts.flatMap(named),
    interaction: read.interaction,
    opportunity: read.opportunity,
    tasks: read.tasks,
  };
}

const chinese = record('刚跟腾云王总打完电话 80万嫌贵 下周三下午3点再去');
const english = record('Call with Priya at Alderbank, wants pricing for 40 seats by Thu');
const busy = record('昨天下午2点去海拓拜访罗总,约了周五下午3点再谈,预计12月底签,30万');
const said = (previous: PreviousRecord, text: string, invited = false) =>
  amend(previous, { ...monday, text }, directory, { invited });
const change = (change: object) => ({ kind: 'change', changes: [change] });

test('the value denied tells which field is meant', () => {
  expect(said(chinese, '不是80万是85万')).toMatchObject(
    change({ field: 'opportunity.amount', to: 850_000, currency: 'CNY' }),
  );
  expect(said(chinese, '不是80是85')).toMatchObject(change({ field: 'opportunity.amount', to: 850_000 }));
  expect(said(busy, '不是周五是周四')).toMatchObject(change({ field: 'task.date', index: 0, to: '2026-11-26' }));
  expect(said(busy, '不是2点是3点')).toMatchObject(change({ field: 'interaction.time', to: '15:00' }));
});

test.each(['85万,不是80万', '说错了85', '报价其实是85', '80万改85万'])(
  'the value may come first, or stand without its unit: %s',
  (text) => {
    expect(said(chinese, text)).toEqual(change({ field: 'opportunity.amount', to: 850_000, currency: 'CNY' }));
  },
);

test.each([
  [chinese, '时间改下午4点', { field: 'task.time', index: 0, to: '16:00' }],
  [chinese, '周四才对', { field: 'task.date', index: 0, to: '2026-12-03' }],
  [chinese, '周四去,不是周三', { field: 'task.date', index: 0, to: '2026-12-03' }],
  [chinese, '记错了,是昨天打的', { field: 'interaction.date', to: '2026-11-22' }],
  [chinese, '他说周四更方便', { field: 'task.date', index: 0, to: '2026-12-03' }],
  [chinese, '他周三没空,周四吧', { field: 'task.date', index: 0, to: '2026-12-03' }],
  [english, 'she prefers Friday', { field: 'task.date', index: 0, to: '2026-11-27' }],
  [english, 'hmm no, Friday', { field: 'task.date', index: 0, to: '2026-11-27' }],
  [chinese, '那是拜访不是电话', { field: 'interaction.kind', to: 'visit' }],
  [english, 'Friday, not Thursday', { field: 'task.date', index: 0, to: '2026-11-27' }],
  [english, "it wasn't a call, it was a visit", { field: 'interaction.kind', to: 'visit' }],
  [english, 'that was a visit, not a call', { field: 'interaction.kind', to: 'visit' }],
])('what is right may come before what is wrong: %#', (previous, text, right) => {
  expect(said(previous, text)).toEqual(change(right));
});

test('a step is named by the way that its title has, and no other contact was had', () => {
  const task = { title: 'Demo', date: '2026-11-25', time: null, assignee: null };
  const two = { ...english, tasks: [{ ...task, title: 'Proposal' }, task] };
  const moved = (to: string) => change({ field: 'task.date', index: 1, to });
  expect(said(two, 'no, make the demo Thursday')).toEqual(moved('2026-11-26'));
  expect(said(two, 'actually the demo is on Friday')).toEqual(moved('2026-11-27'));
  const visits = {
    ...chinese,
    tasks: [
      { ...task, title: '方案' },
      { ...task, title: '拜访' },
    ],
  };
  expect(said(visits, '不对,拜访是周四')).toEqual(moved('2026-11-26'));
  expect(said(visits, '不是电话,是拜访')).toEqual(change({ field: 'interaction.kind', to: 'visit' }));
});

test.each(['应该周五能签', "it's not signed yet", 'no need to send the pricing'])(
  '%s is news, no correction',
  (text) => {
    expect(said(/[a-z]/.test(text) ? english : chinese, text)).toBeNull();
  },
);

test('a corrected weekday stays in the week of the day it corrects, a corrected time keeps the day', () => {
  expect(said(chinese, '是周四')).toEqual(change({ field: 'task.date', index: 0, to: '2026-12-03' }));
  expect(said(chinese, '改成下午4点')).toEqual(change({ field: 'task.time', index: 0, to: '16:00' }));
  expect(said(english, 'no, Friday')).toEqual(change({ field: 'task.date', index: 0, to: '2026-11-27' }));
});

test('a day that fits two fields is asked about, never one that has not come for what has happened', () => {
  expect(said(busy, '改成4点')).toMatchObject({
    kind: 'ask',
    choices: [{ field: 'task.time' }, { field: 'interaction.time' }],
  });
  expect(said(busy, '签单改到1月底')).toEqual(change({ field: 'opportunity.closeDate', to: '2027-01-31' }));
});

test('customer, way and colleague are corrected too', () => {
  expect(said(chinese, '不对,是海拓')).toMatchObject(
    change({ field: 'account', to: { name: '宁波海拓物流有限公司' } }),
  );
  expect(said(english, 'not Alderbank, Tern Island')).toMatchObject(
    change({ field: 'account', to: { id: 'Tern Island Seafood' } }),
  );
  expect(said(chinese, '是微信不是电话')).toEqual(change({ field: 'interaction.kind', to: 'message' }));
  expect(said(english, 'actually make it 85k')).toMatchObject(change({ field: 'opportunity.amount', to: 85_000 }));
  // What comes on top is not what it is to be.
  expect(said(english, 'sorry, plus 3k for training')).toBeNull();
  expect(said(chinese, '改一下,再加 2 万')).toBeNull();
});

test('a bare value amends only when invited, and a correction without a value is unclear', () => {
  expect(said(chinese, '85万')).toBeNull();
  expect(said(chinese, '85万', true)).toMatchObject(change({ field: 'opportunity.amount', to: 850_000 }));
  expect(said(chinese, '记错了')).toEqual({ kind: 'unclear' });
});

test('a time alone is that of the step just told of, where nothing was done since; of how it is to be the words are kept', () => {
  const next = (text: string) => amend(chinese, { ...monday, text }, directory, { next: true });
  for (const text of [
    '下午4点',
    '4点半吧',
    '那就周四',
    '他说周四可以',
    '周四',
    'no wait Thursday',
    "Thursday's better",
    'say 4pm',
    '１６：００',
  ])
    expect([text, next(text)?.kind]).toEqual([text, 'change']);
  expect(next('周四上午10点,在他们公司')).toEqual({
    kind: 'change',
    changes: [
      { field: 'task.date', index: 0, to: '2026-12-03' },
      { field: 'task.time', index: 0, to: '10:00' },
    ],
    remark: '在他们公司',
  });
  expect(next('make it Thursday, over Zoom')).toMatchObject({ changes: [{ field: 'task.date' }], remark: 'over Zoom' });
  // The day that it has already is no change, a day gone by or a period none for a step.
  expect(next('还是周三吧')).toEqual({ kind: 'change', changes: [] });
  for (const text of ['昨天', '这个月', '85万', '周四他生日']) expect([text, next(text)]).toEqual([text, null]);
  expect(said(chinese, '下午4点')).toBeNull();
});

test('a part of the day takes the place of a clock time that lies outside it', () => {
  expect(said(chinese, '改周五上午')).toEqual({
    kind: 'change',
    changes: [
      { field: 'task.date', index: 0, to: '2026-12-04' },
      { field: 'task.part', index: 0, to: '上午' },
    ],
  });
  expect(said(chinese, '改到周五下午')).toEqual(change({ field: 'task.date', index: 0, to: '2026-12-04' }));
  expect(said(english, 'actually Friday morning')).toMatchObject({
    changes: [{ to: '2026-11-27' }, { field: 'task.part', to: 'morning' }],
  });
});

test('a note on another customer and a taking back are no corrections', () => {
  expect(said(chinese, '昨天拜访了海拓')).toBeNull();
  expect(said(chinese, '撤销')).toBeNull();
  expect(said(chinese, '好的')).toBeNull();
});

test('a figure without a word for its currency keeps that of the deal, and takes its own unit', () => {
  const euros = { ...chinese, opportunity: { amount: 240_000, currency: 'EUR', stage: null, closeDate: null } };
  expect(said(euros, '不是240k是26万')).toMatchObject(change({ to: 260_000, currency: 'EUR' }));
  expect(said(euros, '不是24万是26万美元')).toMatchObject(change({ to: 260_000, currency: 'USD' }));
});

test('a figure that is not on record is none that could be corrected', () => {
  expect(said(chinese, '不是19万是30万')).toBeNull();
  expect(said(english, 'not 19k, 30k')).toBeNull();
});

test('a value that names another customer is about that customer alone; words that correct the customer move the record', () => {
  for (const text of [
    '海拓金额改成40万',
    '海拓报价改成70万',
    '海拓改成后天上午10点',
    '海拓应该是40万',
    '海拓阶段改成谈判',
  ])
    expect([text, said(chinese, text)]).toEqual([text, null]);
  for (const text of ['change Tern Island amount to 200k', 'actually make Tern Island 200k'])
    expect([text, said(english, text)]).toEqual([text, null]);
  for (const text of [
    '不是腾云是海拓',
    '记错了是海拓',
    '客户改成海拓',
    '换成海拓',
    '不是腾云,海拓',
    '刚才那条客户是海拓',
  ])
    expect([text, said(chinese, text)]).toMatchObject([
      text,
      change({ field: 'account', to: { id: '宁波海拓物流有限公司' } }),
    ]);
  expect(said(chinese, '不对,是海拓,40万')).toMatchObject({
    changes: [{ field: 'opportunity.amount', to: 400_000 }, { field: 'account' }],
  });
  expect(said(chinese, '腾云金额改成40万')).toMatchObject(change({ field: 'opportunity.amount', to: 400_000 }));
});

test('what is told of a customer whom nobody knows is no correction of the one before', () => {
  for (const text of [
    'Met Bob at Initech, not interested for now, maybe in Q2',
    'Trident chose Siemens instead',
    'new lead: Corvus Ltd, not the basic plan, the big one',
  ])
    expect([text, said(english, text)]).toEqual([text, null]);
  expect(said(chinese, '朋友介绍了一家做包装的,叫飞书亚,哦不对叫飞数亚')).toBeNull();
});

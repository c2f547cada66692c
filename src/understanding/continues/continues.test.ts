import type { PreviousRecord } from '../amend/previous-record.ts';
import { hearMore } from '../open/hear.ts';
import { createNameDirectory } from '../people/create-name-directory.ts';
import { continues } from './continues.ts';
import { onceMore } from './once-more.ts';
import { saidAnew } from './said-anew.ts';

const directory = createNameDirectory({
  accounts: [
    {
      id: 'a1',
      name: '深圳腾云科技有限公司',
      aliases: ['腾云'],
      contacts: [{ id: 'c1', name: '王立', aliases: ['王总'] }],
    },
    {
      id: 'a2',
      name: '宁波海拓物流有限公司',
      aliases: ['海拓'],
      contacts: [{ id: 'c2', name: '罗海生', aliases: ['罗总'] }],
    },
  ],
});
const previous: PreviousRecord = {
  day: '2026-11-23',
  account: { id: 'a1', name: '深圳腾云科技有限公司', mention: '腾云' },
  contacts: [{ id: 'c1', name: '王立', mention: '王总' }],
  interaction: { kind: 'call', date: '2026-11-23', time: null },
  opportunity: null,
  tasks: [],
};
const says = (text: string, lang: 'zh' | 'en' = 'zh') =>
  continues(previous, { id: '2', text, at: '2026-11-23T10:05:00+08:00', timeZone: 'Asia/Shanghai', lang }, directory);
const once = (text: string) =>
  onceMore(previous, { id: '2', text, at: '2026-11-23T10:05:00+08:00', timeZone: 'Asia/Shanghai' }, directory);

test('facts, steps and sums without a customer of their own go to the record before', () => {
  expect(says('他生日8月15')).toMatchObject({
    account: { id: 'a1' },
    contactFacts: [{ contact: '王立', birthday: { calendar: 'solar', month: 8, day: 15 } }],
    interaction: null,
  });
  expect(says('还想看demo')).toMatchObject({ account: { id: 'a1' }, tasks: [{ date: null }] });
  expect(says('金额90万')).toMatchObject({ intent: 'opportunity.update', opportunity: { amount: 900_000 } });
  expect(says('he also wants a demo', 'en')).toMatchObject({ tasks: [{ date: null }] });
});

test.each([
  '他们现在用的是远大科技的系统',
  '对方在跟蓝海软件谈',
  "they're comparing us with Foobar Inc",
  'also their vendor is Initech Ltd',
])('%s: whom they deal with is no customer', (text) => {
  expect(says(text, /[a-z]/.test(text) ? 'en' : 'zh')).toMatchObject({ account: { id: 'a1' } });
});

test('one more contact, another customer, small talk and requests are no additions', () => {
  expect(says('下午又打了一次')).toBeNull();
  expect(says('海拓罗总来电')).toBeNull();
  expect(says('好的')).toBeNull();
  expect(says('本季度漏斗')).toBeNull();
});

test.each([
  '地点在他们公司',
  '他们楼下星巴克见',
  '带上技术一起去',
  '还是没人接',
  '微信还没回',
  '等他回复',
  'at their office',
  'over Zoom',
  'bringing Sarah from presales',
  'no reply yet',
  "haven't heard back from her",
])('%s: how a step is to be, or that nobody answered, is a remark', (text) => {
  expect(says(text, /[a-z]/.test(text) ? 'en' : 'zh')).toMatchObject({ account: { id: 'a1' }, tasks: [] });
});

test.each([
  '合同发过去了',
  '资料发他了',
  '样品寄出去了',
  '他说考虑考虑',
  '王总态度不错',
  'contract sent over',
  'he will think about it',
])('%s goes on about the same customer', (text) => {
  expect(says(text, /[a-z]/.test(text) ? 'en' : 'zh')).toMatchObject({
    intent: 'interaction.log',
    account: { id: 'a1' },
    tasks: [],
  });
});

test.each(['王总', '王总电话', '王总呢', '王总来电话了'])('%s names somebody and adds nothing', (text) => {
  expect(says(text)).toBeNull();
});

test.each([
  '刚跟孙总通了电话,他说年后再看',
  '跟孙总聊了,下周三给方案',
  'Met Dana from procurement, wants a demo next Wednesday',
])('%s is a talk of its own, whoever else was spoken of before', async (text) => {
  const lang = /[a-z]/.test(text) ? 'en' : 'zh';
  const input = { id: '2', text, at: '2026-11-23T10:05:00+08:00', timeZone: 'Asia/Shanghai', lang } as const;
  expect(await hearMore(previous, input, directory, (one) => continues(previous, one, directory))).toBeNull();
});

test.each([
  '刚拜访完,聊得不错',
  '刚打了电话,他很满意',
  '刚打了电话,年后再谈',
  'Called, no answer',
  'Visited them today, went well',
])('%s is one more contact of the same customer', (text) => {
  expect(says(text)).toBeNull();
  expect(once(text)).toMatchObject({ account: { id: 'a1' }, interaction: { date: '2026-11-23' } });
});

test.each([
  '刚开完会',
  '别打电话了',
  '今天打了20个电话',
  '明天打电话',
  'Had a meeting',
  'Made 20 calls today',
  '罗总来过电话',
])('%s is no contact of that customer', (text) => {
  expect(once(text)).toBeNull();
});

test('facts told alone are those of whom the talk came to last', () => {
  const since = { ...previous, contacts: [...previous.contacts, { id: null, name: '李工' }], turnedTo: '李工' };
  const input = { id: '2', text: '电话13711112222', at: '2026-11-23T10:05:00+08:00', timeZone: 'Asia/Shanghai' };
  expect(continues(since, input, directory)?.contactFacts).toMatchObject([{ contact: '李工' }]);
});

test('of whom the record has, a remark on what was talked about goes on', () => {
  expect(says('跟王总聊了,下周三给方案')).toMatchObject({ account: { id: 'a1' }, tasks: [{ date: '2026-12-02' }] });
  expect(says('他说年后再看')).toMatchObject({ account: { id: 'a1' } });
});

test.each(['报价单发了', "quote's sent"])('%s moves the deal', (text) => {
  expect(says(text, /[a-z]/.test(text) ? 'en' : 'zh')).toMatchObject({ opportunity: { stage: 'proposal' } });
});

test.each(['只看50万以上的', '50万以上的呢', 'only the ones over 50k', 'those above 20k?'])(
  '%s narrows a list down and adds no amount',
  (text) => {
    expect(says(text, /[a-z]/.test(text) ? 'en' : 'zh')).toBeNull();
  },
);

test.each(['本月生日', 'birthdays this month', '我的待办', '每天早上9点半提醒我看一下跟进', '撤销'])(
  '%s is a request of its own',
  (text) => {
    expect(says(text, /[a-z]/.test(text) ? 'en' : 'zh')).toBeNull();
  },
);

test('to be reminded and no more is a step of the customer spoken of, unless it has one', () => {
  expect(says('明天提醒我')?.tasks).toMatchObject([{ title: '跟进', date: '2026-11-24' }]);
  expect(says('remind me in April', 'en')?.tasks).toMatchObject([{ title: 'Follow up', date: '2027-04-01' }]);
  const step = { title: '再拜访', date: '2026-12-02', time: null, assignee: null };
  const input = { id: '2', text: '周五提醒我', at: '2026-11-23T10:05:00+08:00', timeZone: 'Asia/Shanghai' };
  expect(continues({ ...previous, tasks: [step] }, input, directory)).toBeNull();
});

test('a step is told without the words that ask for it', () => {
  expect(says('提醒我明天打给他')?.tasks).toMatchObject([{ title: '打给他', date: '2026-11-24' }]);
  expect(says('remind me to call him tomorrow', 'en')?.tasks).toMatchObject([{ title: 'Call him' }]);
});

describe('a command said anew', () => {
  const known = createNameDirectory({
    accounts: [
      { id: 'a1', name: '深圳腾云科技有限公司', aliases: ['腾云'], contacts: [] },
      { id: 'a2', name: '宁波海拓物流有限公司', aliases: ['海拓'], contacts: [] },
    ],
    users: [
      { id: 'u1', name: '林悦', aliases: [] },
      { id: 'u2', name: '王芳', aliases: [] },
      { id: 'u3', name: 'Emma Clarke', aliases: ['Emma'] },
    ],
  });
  const anew = (said: string, text: string) =>
    saidAnew(said, { id: '1', text, at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' }, known, [
      '一组',
      'East',
    ]);

  test.each([
    ['王芳请假到周四', '改成周五', '王芳请假到周五'],
    ['王芳请假到周四', '哦不对\uff0c是林悦', '林悦请假到周四'],
    ['王芳请假到周四', '不是王芳是林悦', '林悦请假到周四'],
    ['把腾云转给王芳', '还是给林悦吧', '把腾云转给林悦'],
    ['把林悦的客户都转给王芳', '换成Emma', '把林悦的客户都转给Emma'],
    ['100万以上的单子有变动告诉我', '改成50万', '50万以上的单子有变动告诉我'],
    ['林悦放一组', '不对 是第二组', '林悦放第二组'],
    ['加入码 一组 10人 7天', '改成20人', '加入码 一组 20人 7天'],
    ['put Emma in team 2', 'no, East', 'put Emma in East'],
    ['Emma is off until Wednesday', 'make it Friday', 'Emma is off until Friday'],
    ['tell me when any deal over 200k moves', 'make it 100k', 'tell me when any deal over 100k moves'],
    ['transfer 腾云 to 王芳', 'Emma instead', 'transfer 腾云 to Emma'],
  ])('%s, %s: instead', (said, text, expected) => {
    expect(anew(said, text)).toEqual({ kind: 'anew', text: expected, instead: true });
  });

  test.each([
    ['把腾云转给王芳', '海拓也是', '把海拓转给王芳'],
    ['腾云是重点客户', '还有海拓', '海拓是重点客户'],
    ['王芳请假到周四', 'Emma也一样', 'Emma请假到周四'],
    ['put Emma in East', 'and 林悦', 'put 林悦 in East'],
  ])('%s, %s: besides', (said, text, expected) => {
    expect(anew(said, text)).toEqual({ kind: 'anew', text: expected, instead: false });
  });

  test.each([
    ['王芳周三到周五请假', '改成周四'],
    ['把林悦的客户都转给王芳', '不对\uff0c是Emma'],
  ])('%s, %s: unclear', (said, text) => expect(anew(said, text)).toEqual({ kind: 'unclear' }));

  test.each([
    ['王芳请假到周四', '周五'],
    ['王芳请假到周四', '不是80万是85万'],
    ['王芳请假到周四', '海拓也是'],
    ['把腾云转给王芳', '海拓也要报价吗'],
    ['把腾云转给王芳', '不对\uff0c林悦今天去了海拓'],
  ])('%s, %s: something else', (said, text) => expect(anew(said, text)).toBeNull());
});

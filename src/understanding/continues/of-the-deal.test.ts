import type { PreviousRecord } from '../amend/previous-record.ts';
import { createNameDirectory } from '../people/create-name-directory.ts';
import { continues } from './continues.ts';

const directory = createNameDirectory({
  accounts: [
    {
      id: 'a1',
      name: '深圳腾云科技有限公司',
      aliases: ['腾云'],
      contacts: [{ id: 'c1', name: '王立', aliases: ['王总'] }],
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

test.each([
  '剩下的验收后付',
  '余款年底前付清',
  '质保要三年',
  '决策人是他们财务总监',
  '竞争对手是用友,报了70万',
  '用友报了70万',
  '我答应给他们免运费',
  '心情不太好',
  '儿子今年高考',
  '再加4万的培训费',
  '老板批了',
  '我老板同意了',
  '给他让了5个点',
  '抹了零头',
  'boss approved it',
  'boss said no',
  'my boss signed off on it',
  'gave them 5%',
  '谢校长这周要去上海开会',
  '副校长是反对的',
  '但报价太慢',
  '这个要另外收钱,大概3万',
  "that's extra, about 3k",
  'the rest on delivery',
  'deposit due next week',
  'decision maker is the CFO',
  'Salesforce quoted 45k',
  'another 4k on top',
  '客服反应慢,他抱怨了两次',
  '老板叫陈刚',
  '王总喜欢打羽毛球',
  'seemed stressed',
  'he plays golf on Sundays',
  "team doesn't want to switch systems",
  'his boss is called Tom',
  'likes golf',
])('%s is a remark on the deal, and neither a step nor an amount', (text) => {
  expect(says(text, /[a-z]/.test(text) ? 'en' : 'zh')).toMatchObject({
    account: { id: 'a1' },
    interaction: null,
    opportunity: null,
    tasks: [],
  });
});

test('our own offer and the pressing for money stay what they are', () => {
  expect(says('方案报了70万')).toMatchObject({ opportunity: { amount: 700_000 } });
  expect(says('定金下周要催一下')).toMatchObject({ tasks: [{ date: '2026-11-30' }] });
  expect(says('降到75万')).toMatchObject({ opportunity: { amount: 750_000 } });
  expect(says('gave her 2k discount', 'en')).toMatchObject({ opportunity: { amount: null } });
  expect(says('答应周三给样品')).toMatchObject({ tasks: [{ date: '2026-11-25' }] });
});

test.each([
  '我先去吃饭',
  '公司批了我的假',
  'my manager approved my leave',
  '老板让我回去开会',
  '财务催我报销',
  '今天好热',
  '导出一下',
  'lunch with my boss',
  'brb',
])('%s is not about the customer', (text) => {
  expect(says(text, /[a-z]/.test(text) ? 'en' : 'zh')).toBeNull();
});

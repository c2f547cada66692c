import { cutAsked } from './deals-asked.ts';
import { listAsked } from './read-command.ts';

test.each<[string, string, unknown, object?]>([
  ['我的客户', 'customers', 'mine'],
  ['我手上有哪些商机', 'deals', 'mine'],
  ['我们组的客户', 'customers', 'ours'],
  ['客户列表', 'customers', 'ours'],
  ['二组的客户', 'customers', { named: '二组' }],
  ['二组客户有哪些?', 'customers', { named: '二组' }],
  ['Emma 的商机', 'deals', { named: 'Emma' }],
  ['看看林悦名下的单子', 'deals', { named: '林悦' }],
  ["Emma's deals", 'deals', { named: 'Emma' }],
  ["show me team two's customers", 'customers', { named: 'team two' }],
  ['which deals does Emma have?', 'deals', { named: 'Emma' }],
  ['my open deals', 'deals', 'mine'],
  ['丢单的客户', 'lost', 'ours'],
  ['上个月丢了哪些', 'lost', 'ours'],
  ['本季度二组丢了几单', 'lost', { named: '二组' }],
  ['林悦上个月输的单子有哪些', 'lost', { named: '林悦' }],
  ['哪些客户丢了', 'lost', 'ours'],
  ['我丢了哪些单', 'lost', 'mine'],
  ['lost deals this quarter', 'lost', 'ours'],
  ['which deals did Emma lose last month and why?', 'lost', { named: 'Emma' }],
  ["team two's lost deals", 'lost', { named: 'team two' }],
  ['本月赢单', 'won', 'ours'],
  ['这个月签了哪些客户', 'won', 'ours'],
  ['deals we won in October', 'won', 'ours'],
  ['超过50万的单子', 'deals', 'ours', { least: { amount: 500_000, currency: null } }],
  ['二组100万以上的商机有哪些', 'deals', { named: '二组' }, { least: { amount: 1_000_000, currency: null } }],
  ['deals over $100k', 'deals', 'ours', { least: { amount: 100_000, currency: 'USD' } }],
  ['我最大的单子', 'deals', 'mine', { byAmount: true }],
  ['谁的单子最大', 'deals', 'ours', { byAmount: true }],
  ['哪些单子超过100万', 'deals', 'ours', { least: { amount: 1_000_000, currency: null } }],
  ['超过10万港币的单子', 'deals', 'ours', { least: { amount: 100_000, currency: 'HKD' } }],
  ['deals over 50k euros', 'deals', 'ours', { least: { amount: 50_000, currency: 'EUR' } }],
  ['前三大单', 'deals', 'ours', { byAmount: true, first: 3 }],
  ["Emma's top 3 deals", 'deals', { named: 'Emma' }, { byAmount: true, first: 3 }],
  ['为什么丢的', 'lost', 'ours'],
  ['Emma有几单', 'deals', { named: 'Emma' }],
  ['重点客户有哪些', 'customers', 'ours', { only: 'important' }],
  ["Emma's key accounts", 'customers', { named: 'Emma' }, { only: 'important' }],
  ['本周新增了几个客户', 'customers', 'ours', { only: 'fresh' }],
  ['new customers this month', 'customers', 'ours', { only: 'fresh' }],
  ['二组没有下一步的单子', 'deals', { named: '二组' }, { only: 'stepless' }],
  ['which deals have no next step?', 'deals', 'ours', { only: 'stepless' }],
  ['这个月要签的单子', 'deals', 'ours', { only: 'closing' }],
  ['哪些单子这个月能签', 'deals', 'ours', { only: 'closing' }],
  ['谈判阶段的单子', 'deals', 'ours', { stage: 'negotiation' }],
  ['二组报价阶段有哪些单子', 'deals', { named: '二组' }, { stage: 'proposal' }],
  ['which deals are in negotiation?', 'deals', 'ours', { stage: 'negotiation' }],
  ['林悦手上最大的单子', 'deals', { named: '林悦' }, { byAmount: true }],
  ['单子按金额排', 'deals', 'ours', { byAmount: true }],
  ['客户总数', 'customers', 'ours'],
  ['deals closing this month', 'deals', 'ours', { only: 'closing' }],
])('%s: %s of %p', (text, list, whom, cut = {}) => {
  const { whose: _, ...asked } = listAsked(text) ?? { whose: '' };
  expect(asked).toEqual({ list, whom, ...cut });
});

test.each([
  '腾云丢单了',
  '丢单了,客户嫌贵',
  '这单丢了',
  '林悦今天丢了手机',
  '赢单率',
  'win rate',
  'we lost the Alderbank deal',
  'lost my phone at the station',
  '签了 芯澜 36.8万',
  '跟腾云王总打了电话,50万以上免谈',
  '新客户北辰科技',
  '新增客户北辰科技',
  '新增客户',
  '腾云是重点客户',
  '腾云这单到谈判阶段了',
  'Alderbank deal is in negotiation',
  'new customer Alderbank',
  '超过50万的单子有变化告诉我',
  'call Emma about her deals',
])('%s asks for no list', (text) => {
  expect(listAsked(text)).toBeNull();
});

test.each([
  ['只看大于50万的', { least: { amount: 500_000, currency: null } }],
  ['50万以上的', { least: { amount: 500_000, currency: null } }],
  ['only those over 100k', { least: { amount: 100_000, currency: null } }],
  ['按金额排', { byAmount: true }],
  ['sort by amount', { byAmount: true }],
  ['前三个', { first: 3 }],
  ['top 3', { first: 3 }],
  ['50万', null],
  ['前天去了腾云', null],
])('%s cuts the list', (text, cut) => expect(cutAsked(text)).toEqual(cut));

test.each([
  ['谈判阶段多少钱了', { list: 'deals', whom: 'ours', stage: 'negotiation' }],
  ['谈判阶段一共多少钱', { list: 'deals', whom: 'ours', stage: 'negotiation' }],
  ['谈判阶段的单子总金额是多少', { list: 'deals', whom: 'ours', stage: 'negotiation' }],
  ['这个月丢了多少钱', { list: 'lost', whom: 'ours' }],
  ['赢单一共多少金额', { list: 'won', whom: 'ours' }],
  ['我一共有多少钱的单子', { list: 'deals', whom: 'mine' }],
  ['林悦的单子一共多少钱', { list: 'deals', whom: { named: '林悦' } }],
  ['how much did we lose this month', { list: 'lost', whom: 'ours' }],
  ['how much is in negotiation', { list: 'deals', whom: 'ours', stage: 'negotiation' }],
])('%s asks what a list comes to', (text, asked) => expect(listAsked(text)).toMatchObject({ ...asked, sum: true }));

test.each(['腾云多少钱', '报价多少钱', 'how much is Sable worth', 'how much did Alderbank agree to'])(
  '%s is of one customer',
  (text) => expect(listAsked(text)).toBeNull(),
);

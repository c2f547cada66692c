import { createNameDirectory } from '../people/create-name-directory.ts';
import { split } from './split.ts';

const PEOPLE: Record<string, string[]> = { Alderbank: ['Priya'], 'Tern Island': ['Callum'] };
const directory = createNameDirectory({
  accounts: ['腾云', '海拓物流', '晨耀', 'Alderbank', 'Tern Island'].map((alias) => ({
    name: `${alias} Co`,
    aliases: [alias],
    contacts: (PEOPLE[alias] ?? []).map((name) => ({ name, aliases: [] })),
  })),
});
const parts = (text: string) => {
  const found = split({ id: '1', text, at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' }, directory);
  for (const part of found) expect(text.slice(...part.span)).toBe(part.text);
  return found.map((part) => part.text);
};

test('customers told one after the other are split, by marks, lines or clauses', () => {
  expect(parts('1腾云报价发了 2海拓物流年后再看 3晨耀不做了没预算')).toEqual([
    '腾云报价发了',
    '海拓物流年后再看',
    '晨耀不做了没预算',
  ]);
  expect(parts('腾云:今天打电话,下周再约\n海拓物流:报价80万发了')).toEqual([
    '腾云:今天打电话,下周再约',
    '海拓物流:报价80万发了',
  ]);
  expect(parts('腾云报价发了，海拓物流年后再看')).toEqual(['腾云报价发了', '海拓物流年后再看']);
  expect(parts('1) Alderbank sent the quote 2) Tern Island lost to a rival')).toEqual([
    'Alderbank sent the quote',
    'Tern Island lost to a rival',
  ]);
});

test('a report of several customers is split whatever opens it, sentences by whose person each begins with', () => {
  expect(parts('今天跑了三家:腾云签了28万,海拓物流没接,晨耀约了下周一')).toEqual([
    '今天跑了三家:腾云签了28万',
    '海拓物流没接',
    '晨耀约了下周一',
  ]);
  expect(parts('今天见了两家,腾云说要等预算,海拓物流要合同模板')).toEqual([
    '今天见了两家,腾云说要等预算',
    '海拓物流要合同模板',
  ]);
  expect(parts('三家都跑了,腾云合同寄了,晨耀没空')).toEqual(['三家都跑了,腾云合同寄了', '晨耀没空']);
  expect(parts('Two visits today: Alderbank chatted about terms, Tern Island was away')).toEqual([
    'Two visits today: Alderbank chatted about terms',
    'Tern Island was away',
  ]);
  expect(parts('腾云同意了,晨耀还在犹豫')).toEqual(['腾云同意了', '晨耀还在犹豫']);
  expect(parts('Today: Alderbank no answer, Tern Island wants a discount')).toEqual([
    'Today: Alderbank no answer',
    'Tern Island wants a discount',
  ]);
  expect(parts('Tern Island want a demo next Thursday at 2, and Alderbank went quiet')).toEqual([
    'Tern Island want a demo next Thursday at 2',
    'Alderbank went quiet',
  ]);
  expect(parts('腾云要样品,另外海拓物流还在等审批')).toEqual(['腾云要样品', '海拓物流还在等审批']);
  expect(parts('1 sent the quote to Alderbank 2 Tern Island wants a call')).toEqual([
    'sent the quote to Alderbank',
    'Tern Island wants a call',
  ]);
  expect(parts('Priya called back: go ahead. Callum is still waiting.')).toEqual([
    'Priya called back: go ahead.',
    'Callum is still waiting.',
  ]);
});

test('a day gone by before the first customer holds for the others', () => {
  const input = { id: '1', text: '昨天腾云签了,晨耀没接', at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' };
  expect(split(input, directory).map((part) => part.text)).toEqual(['昨天腾云签了', '昨天 晨耀没接']);
  expect(parts('昨天腾云签了,今天晨耀没接')).toEqual(['昨天腾云签了', '今天晨耀没接']);
});

test.each([
  ['visited Bluestone today and Oakridge yesterday', 'visited Bluestone today', 'visited Oakridge yesterday'],
  ['Visited Alderbank and Oakridge yesterday', 'Visited Alderbank yesterday', 'Visited Oakridge yesterday'],
  [
    'Spoke to Priya at Alderbank and Callum at Tern Island',
    'Spoke to Priya at Alderbank',
    'Spoke to Callum at Tern Island',
  ],
  ['visited Bluestone today and then Oakridge', 'visited Bluestone today', 'visited Oakridge today'],
  [
    'saw Alderbank and Tern Island on Friday, sent both a demo',
    'saw Alderbank on Friday, sent both a demo',
    'saw Tern Island on Friday, sent both a demo',
  ],
  ['called Alderbank, no answer, then emailed Tern Island', 'called Alderbank, no answer', 'emailed Tern Island'],
  ['met Alderbank and Tern Island, quote 80k', 'met Alderbank', 'met Tern Island, quote 80k'],
  ['昨天上午去了宏远机械,下午去了美味食品', '昨天上午去了宏远机械', '昨天 下午去了美味食品'],
  ['拜访了腾云和晨耀，都要合同模板', '拜访了腾云，都要合同模板', '拜访了晨耀，都要合同模板'],
  ['拜访了腾云和晨耀,晨耀要降价', '拜访了腾云', '拜访了晨耀,晨耀要降价'],
  ['今天去了腾云昨天去了晨耀', '今天去了腾云', '昨天去了晨耀'],
  ['腾云和晨耀都签了', '腾云签了', '晨耀签了'],
  ['昨天跑了三家:腾云、晨耀、海拓物流', '昨天跑了腾云', '昨天跑了晨耀', '昨天跑了海拓物流'],
  ['今天见了宏远、腾云两家', '今天见了宏远这家', '今天见了腾云'],
])('what one verb tells of several is told of each: %s', (text, ...each) => {
  const input = { id: '1', text, at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' };
  expect(split(input, directory).map((part) => part.text)).toEqual(each);
});

test.each([
  '跟腾云开会。晨耀的人也来了。',
  'Alderbank signed. Priya is happy.',
  'Priya called back: go ahead. John is still waiting.',
  '2 people from Alderbank came, 3 seats more',
  '拜访腾云，海拓物流的人也在',
  '跟腾云聊了，他们选了海拓物流',
  '下午和腾云、海拓物流一起开了个会',
  '1）周四交标书 2）给腾云回访',
  '跟腾云王总打完电话,80万嫌贵,3号再谈',
  '今天天气好',
  'met Alderbank and Tern Island together',
  'visited Alderbank, met Johnson',
  'visited Barton and Sons today',
  '拜访了腾云,对方想要样品',
  '去了腾云和晨耀吗?',
  '腾云和晨耀都转给林悦',
])('one event stays one: %s', (text) => {
  expect(parts(text)).toEqual([text]);
});

test.each([
  ['1白鹭报价发了 2青禾年后再看 3天目湖茶业不做了', ['白鹭报价发了', '青禾年后再看', '天目湖茶业不做了']],
  [
    '- Spoke with Bluewave, they want a demo\n- Harbor Freight Forwarders signed',
    ['Spoke with Bluewave, they want a demo', 'Harbor Freight Forwarders signed'],
  ],
])('a list of customers that nobody has filed yet is taken apart too: %j', (text, parts) => {
  expect(
    split({ id: '1', text, at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' }, createNameDirectory()).map(
      (part) => part.text,
    ),
  ).toEqual(parts);
});

test('a list of steps for one customer is one part', () => {
  const text = '跟白鹭的人聊了: 1)周五发报价 2)下周三演示';
  expect(
    split({ id: '1', text, at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' }, createNameDirectory()),
  ).toHaveLength(1);
});

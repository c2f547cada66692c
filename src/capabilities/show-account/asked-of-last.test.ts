import { askedOfLast } from './asked-of-last.ts';

test.each([
  ['他电话多少', 'phone', true],
  ['她邮箱', 'email', true],
  ['电话呢?', 'phone', false],
  ['我们给他们报的多少钱来着', 'amount', false],
  ['上次什么时候去的', 'last', false],
  ['之前怎么说的', 'last', false],
  ['下次约的几号', 'next', false],
  ['联系方式发我', 'phone', false],
  ['到哪一步了', 'stage', false],
  ['这个客户谁在跟', 'owner', false],
  ['他们怎么样了', null, false],
  ["what's her number", 'phone', true],
  ['how much did we quote them?', 'amount', false],
  ['when did we last speak', 'last', false],
  ['what have we agreed on', 'last', false],
  ["what's next with them", 'next', false],
  ['where do we stand', 'stage', false],
] as const)('%s asks a field of the customer just spoken of', (text, field, ofPerson) =>
  expect(askedOfLast(text)).toEqual({ field, ofPerson }),
);

test.each([
  '电话',
  '他打电话了',
  '跟他们约了',
  '他报价了',
  '下一步是啥',
  '怎么样了',
  '腾云电话多少',
  '昨天我干了啥',
  'the number',
  'call him',
  'they agreed',
  "what's next",
  'what did I do',
])('%s asks nothing of it', (text) => expect(askedOfLast(text)).toBeNull());

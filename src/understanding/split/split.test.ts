import { createNameDirectory } from '../people/create-name-directory.ts';
import { split } from './split.ts';

const directory = createNameDirectory({
  accounts: ['腾云', '海拓物流', '晨耀', 'Alderbank', 'Tern Island'].map((alias) => ({
    name: `${alias} Co`,
    aliases: [alias],
    contacts: [],
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

test.each([
  '拜访腾云，海拓物流的人也在',
  '跟腾云聊了，他们选了海拓物流',
  '下午和腾云、海拓物流一起开了个会',
  '1）周四交标书 2）给腾云回访',
  '今天天气好',
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

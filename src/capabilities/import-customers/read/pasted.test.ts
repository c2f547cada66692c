import { readPasted } from './pasted.ts';

const cells = (text: string) => readPasted(text)?.map((row) => row.cells) ?? null;

test.each([
  ['tabs under a header', '公司\t联系人\t电话\n腾云\t王总\t13800010001\n海拓\t罗总\t13800010002', 3],
  ['commas', '腾云,王总,13800010001\n海拓,罗总,13800010002\n晨耀,李工,13800010003', 3],
  [
    'columns made of spaces',
    'Alderbank Holdings   Priya Nair   +44 20 7946 0958\nTern Island Foods    Tom Reed     tom@tern.example\nNorth Quay           Ann Lee      +44 20 7946 0959',
    3,
  ],
  [
    'words',
    '这几个客户导入一下\n1. 腾云 王总 13800010001\n2. 海拓 罗海生 13800010002 年后联系\n3. 晨耀 李工 13800010003',
    4,
  ],
  ['two rows with a person and a number each', '腾云,王总,13800010001\n海拓,罗总,13800010002', 2],
  ['one row under a header', '公司\t联系人\t电话\n腾云\t王总\t13800010001', 2],
  [
    'an introduction that ends in a colon',
    '帮我把这些客户录进去\uff1a\n腾云\uff0c王总\uff0c13800010001\n海拓\uff0c罗总\uff0c13800010002',
    2,
  ],
  ['a table of Markdown', '| 公司 | 联系人 | 电话 |\n|---|:--|---|\n| 腾云 | 王总 | 13800010001 |', 2],
  ['dashes', 'Oakfield Ltd - Tom Reed - tom@oak.example\nMaple Sons - Ann Lee - ann@maple.example', 2],
])('a list: %s', (_, text, rows) => {
  expect(cells(text)).toHaveLength(rows);
});

test.each([
  ['notes', '腾云报价发了\n海拓年后再看\n晨耀不做了没预算'],
  ['numbered notes', '1腾云报价发了\n2海拓物流年后再看\n3晨耀不做了没预算'],
  ['notes with commas', '今天见了腾云王总,报价80万\n海拓罗总,年后再看\n晨耀李工,下周三再约'],
  [
    'notes with a number each',
    '跟腾云王总聊了,13800010001,他要报价\n海拓罗总说可以了,13800010002,下周签\n晨耀不做了,13800010003,没预算了',
  ],
  ['a signature', '王建国\n销售总监\n上海腾云科技有限公司\n电话:13800010001\nwang@tengyun.example'],
  [
    'an English signature',
    'Best regards,\nPriya Nair\nHead of Operations, Alderbank\n+44 20 7946 0958\npriya@alderbank.example',
  ],
  ['two rows of two cells', '腾云,13800010001\n海拓,13800010002'],
  ['two notes with a number', '跟腾云王总聊,13800010001,要报价了\n海拓罗总说行,13800010002,下周签'],
  ['steps with days', '腾云 12/2 拜访\n海拓 12/3 演示\n晨耀 12/4 电话'],
  ['a talk', '王总:价格能再谈吗?\n我:可以,您要几套?\n王总:先要20套,月底前。'],
  [
    'English notes',
    'Call with Priya, wants pricing\nMet Tom at Tern Island, 40 seats\nNorth Quay: no budget, next year',
  ],
])('no list: %s', (_, text) => {
  expect(readPasted(text)).toBeNull();
});

test('a person without a company stands in the column of people', () => {
  expect(cells('腾云 王总 13800010001\n李建国 13800010002\n海拓 罗海生 13800010003')?.[2]?.slice(0, 3)).toEqual([
    '',
    '李建国',
    '13800010002',
  ]);
});

test('cells stay what they are: mixed commas, thousands, glued and parted numbers', () => {
  const both =
    '腾云,王总,13800010001,¥80,000\n海拓\uff0c罗总\uff0c13800010002\uff0c¥120,000\n晨耀,李工,13800010003,9万';
  expect(cells(both)?.map((row) => row[3])).toEqual(['¥80000', '¥120000', '9万']);
  const words = '腾云 王建国13800010001\n海拓 罗总 138 0001 0002\n晨耀 李工 +86 138-0001-0003';
  expect(cells(words)?.map((row) => row[2])).toEqual(['电话', '13800010001', '13800010002', '+8613800010003']);
});

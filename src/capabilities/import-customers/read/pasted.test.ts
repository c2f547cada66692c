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
  ['two rows', '腾云,王总,13800010001\n海拓,罗总,13800010002'],
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

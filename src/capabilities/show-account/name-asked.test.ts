import { nameAsked } from './name-asked.ts';

test.each([
  ['不存在公司怎么样了', '不存在公司'],
  ['不存在有限公司最近怎么样?', '不存在有限公司'],
  ["how's 腾云", '腾云'],
  ['How is Tern Island doing?', 'Tern Island'],
  ['怎么样了', null],
  ['今天怎么样', null],
  ['谈得怎么样了', null],
  ['腾云嫌贵,他们怎么样了', null],
  ["how's it going?", null],
])('%s asks after %s', (text, name) => expect(nameAsked(text)).toBe(name));

import type { Message } from '../../src/chat/message.ts';
import { breaches } from '../support/message-law.ts';

const said = (message: Message, id = 'web:lin:1/01', askedForAll = false, typed: string[] = []) =>
  breaches({ id, to: { adapter: 'web', room: 'direct:lin' }, private: false, message }, { typed, askedForAll }).map(
    (breach) => breach.split(':')[0],
  );
const labelled = (...labels: string[]) => labels.map((label, at) => ({ id: `b${at}`, label }));
const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n');

test('the page’s own examples keep it', () => {
  const receipt = '✓ 已记 · 腾云 · 电话 · 今天\n金额 80万→85万\n下一步 12/2 周三 15:00 拜访';
  expect(said({ text: receipt, buttons: labelled('撤销', '修改') })).toEqual([]);
  expect(said({ text: '✓ Logged · Alderbank · Call\nNext: pricing, Thu Nov 26' })).toEqual([]);
  expect(said({ text: '哪位罗总?', buttons: labelled('海拓物流 罗海生', '海拓供应链 罗启铭', '都不是') })).toEqual([]);
  expect(said({ text: '没看出要记什么,说上客户名就行,如「腾云同意85万」。' })).toEqual([]);
  expect(said({ text: '2月30日没有这一天。是 2/28 还是 3/1?' })).toEqual([]);
});

test.each<[string, string[]]>([
  [`✓ 已记 · 腾云\n${lines(5, '金额 80万→85万')}`, ['rows of a receipt 6 > 5']],
  ['没看出要记什么'.repeat(6), ['rows 3 > 2']],
  [`${lines(6, '腾云 · 上海腾云科技有限公司')}\n${lines(2, '汉'.repeat(20))}`, ['rows 10 > 8']],
  [`今天 · 6件事\n${[1, 2, 3, 4, 5, 6].map((n) => `${n} 腾云 · 拜访`).join('\n')}`, ['rows 6 > 5']],
  [`1 ✓ 已记 · ${'汉'.repeat(40)}\n2 ✓ 已记 · 海拓`, ['rows of a line 3 > 2']],
  ['下一步 12/2 拜访', ['12/2 without its weekday']],
  ['Next: visit, Dec 2', ['Dec 2 without its weekday']],
  ['截至 2026年11月23日', ['2026年11月23日 without its weekday']],
  ['抱歉,没存上。', ['抱歉 is said']],
  ['记好了 undefined', ['undefined is of the inside']],
  ['赢率 60%', ['60% in what is no report of shares']],
])('%s', (text, expected) => expect(said({ text })).toEqual(expected));

test('a press', () => {
  expect(said({ text: '记好了', buttons: labelled('撤销', '修改', '为什么', '全部') })).toEqual(['4 buttons']);
  expect(said({ text: '好', buttons: labelled('以后再也不提醒') })).toEqual(['wide labels 以后再也不提醒']);
  expect(said({ text: '导入吗?', buttons: labelled('确定') })).toEqual(['确定']);
});

test('a push', () => {
  const push = (text: string, ...labels: string[]) =>
    said({ text, buttons: labelled(...labels) }, 'rule:morning:lin/01');
  expect(push('久未跟进 · 腾云\n最后 11/20 周五', '明天再说', '为什么')).toEqual([]);
  expect(push('久未跟进 · 腾云 80万')).toEqual(['an amount in the first line of a push']);
  expect(push('How did it all go? · Alderbank')).toEqual(['state and customer not in the first 12 characters']);
  expect(push('久未跟进 · 腾云', '完成')).toEqual(['done on a stale deal']);
  expect(push(`15:00 · 腾云\n${lines(2, '汉'.repeat(30))}`)).toEqual(['rows of a reminder 5 > 4']);
});

test('what people wrote is quoted as they wrote it, and 全部 is shown whole', () => {
  expect(said({ text: '12/2 拜访' }, 'web:lin:1/01', false, ['12/2 拜访'])).toEqual([]);
  const all = Array.from({ length: 9 }, (_, n) => `${n + 1} 腾云 · 拜访`).join('\n');
  expect(said({ text: all }, 'web:lin:1/01', true)).toEqual([]);
});

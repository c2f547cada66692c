import { answers, type OpenQuestion } from './answers.ts';

const which: OpenQuestion = {
  kind: 'choice',
  options: [{ label: '海拓物流 罗海生' }, { label: '海拓供应链 罗启铭' }, { label: '都不是' }],
};
const sure: OpenQuestion = { kind: 'yesNo' };

test.each([
  ['2', 1],
  ['２', 1],
  ['二', 1],
  ['第一个', 0],
  ['选3', 2],
  ['罗启铭', 1],
  ['海拓供应链', 1],
  ['都不是', 2],
  ['the second one', 1],
  ['2nd please', 1],
  ['后者', 1],
  ['第二个,谢谢', 1],
  ['是罗启铭那个', 1],
  ['海拓物流的', 0],
])('%s answers', (text, option) => {
  expect(answers(which, text)).toEqual({ kind: 'option', option });
});

test.each([
  '4',
  '0',
  '罗总',
  '海拓',
  '2推到周五',
  '麦语谢校长方案讲完了',
  '',
  '好的',
  '第二个客户明天去',
  '是的',
  'the second call went well',
])('%s is no answer', (text) => {
  expect(answers(which, text)).toBeNull();
});

test('yes and no in both languages, nothing else', () => {
  expect(answers(sure, '是的')).toEqual({ kind: 'yes' });
  expect(answers(sure, 'Nope')).toEqual({ kind: 'no' });
  expect(answers(sure, '是周四')).toBeNull();
  expect(answers(sure, '1')).toBeNull();
});

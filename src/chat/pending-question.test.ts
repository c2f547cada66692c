import { choiceIn } from './pending-question.ts';

const named = [
  { label: '海拓物流 罗海生', value: {}, names: ['罗海生'] },
  { label: '海拓供应链 罗启铭', value: {}, names: ['罗启铭'] },
  { label: '都不是', value: {} },
];
const yesNo = [
  { label: '撤销记录', value: {}, means: 'yes' as const },
  { label: '保留', value: {}, means: 'no' as const },
];

test.each([
  ['1', 0],
  ['2', 1],
  ['三', 2],
  ['罗启铭', 1],
  ['都不是', 2],
])('%s picks a choice', (text, choice) => expect(choiceIn(text, named)).toBe(choice));

test.each(['4', '0', '罗总', '好的', '1完成', '麦语谢校长方案讲完了', ''])('%s picks none', (text) =>
  expect(choiceIn(text, named)).toBeNull(),
);

test('yes and no pick where they are meant', () => {
  expect([choiceIn('是', yesNo), choiceIn('no', yesNo), choiceIn('撤销记录', yesNo)]).toEqual([0, 1, 0]);
});

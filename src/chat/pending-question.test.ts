import { choiceIn, questionMessage } from './pending-question.ts';

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
])('%s picks a choice', (text, choice) => expect(choiceIn(text, { choices: named })).toBe(choice));

test.each(['4', '0', '罗总', '好的', '1完成', '麦语谢校长方案讲完了', ''])('%s picks none', (text) =>
  expect(choiceIn(text, { choices: named })).toBeNull(),
);

test('yes and no pick where they are meant', () => {
  expect([
    choiceIn('是', { choices: yesNo }),
    choiceIn('no', { choices: yesNo }),
    choiceIn('撤销记录', { choices: yesNo }),
  ]).toEqual([0, 1, 0]);
});

const many = Array.from({ length: 12 }, (_, at) => ({ label: `罗总 ${String.fromCharCode(65 + at)}公司`, value: {} }));

test('of many choices the first three are buttons, and one shows all', () => {
  const { buttons = [] } = questionMessage('q', { text: '哪位罗总?', choices: many }, 'zh');
  expect(buttons.map(({ label }) => label)).toEqual(['罗总 A公司', '罗总 B公司', '罗总 C公司', '全部']);
});

test('a number means a choice that was shown; a name means any', () => {
  const picked = (text: string, listed: boolean) => choiceIn(text, { choices: many, listed });
  expect([picked('3', false), picked('4', false), picked('罗总 H公司', false)]).toEqual([2, null, 7]);
  expect([picked('4', true), picked('12', true)]).toEqual([3, 11]);
});

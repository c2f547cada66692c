import { isToldAgain } from './told-again.ts';

const NAMES = ['芯澜', '林工', 'Alderbank', 'Priya'];
const again = (planned: string, told: string, words = told) => isToldAgain(planned, told, words, NAMES);

test.each([
  ['方案', '方案给他'],
  ['方案', '那方案就发'],
  ['方案', '方案发林工'],
  ['给他合同', '合同发他'],
  ['发报价', '报价单给他'],
  ['拜访', '去拜访'],
  ['Proposal goes out', 'Get the proposal to her'],
  ['Proposal goes out', 'I can do the proposal'],
  ['Pricing for 40 seats', 'Send Priya the quote'],
  ['Demo', 'Demo'],
])('%s is told again by: %s', (planned, told) => {
  expect(again(planned, told)).toBe(true);
});

test.each([
  ['方案', '准备方案'],
  ['发报价', '跟进报价'],
  ['合同', '合同审核'],
  ['寄样品', '样品寄给李工'],
  ['拜访', '演示'],
  ['Call him', 'Call her'],
  ['Send the quote', 'Chase the quote'],
  ['Send the quote', 'Send the revised quote'],
])('%s is not told again by: %s', (planned, told) => {
  expect(again(planned, told)).toBe(false);
});

test('one more is another step', () => {
  expect(again('见面', '见面', '再约了周三见面')).toBe(false);
  expect(again('Demo', 'Demo', 'also a demo on Friday')).toBe(false);
  expect(again('方案', '方案发', '方案周四再发')).toBe(true);
  expect(again('方案', '方案给他', '方案周四给他,他还要发票')).toBe(true);
});

import { handsOver, isHandedAlone } from './deliverable.ts';

test.each([
  ['给腾云发报价', '报价发了'],
  ['改好的方案发过去', '方案今天上午发给王总了,他说看看'],
  ['寄样品', '样品昨天寄出去了'],
  ['给晨耀带样品过去', '样品带了'],
  ['澄海林总说要发票', '发票开了'],
  ['海禾孙经理要5份资料', '资料寄了'],
  ['Pricing for 40 seats', 'sent the quote'],
  ['合同模板', '合同发了'],
  ['把合同发给法务', '合同已发给他们法务'],
  ['Send pricing to Alderbank', 'Sent the quote to Priya this morning'],
  ['Send the proposal', 'proposal emailed, waiting for feedback'],
  ['Proposal goes out', 'sent the proposal'],
  ['Finish the proposal', 'proposal shared with Priya'],
  ['Quote due', 'quote sent'],
  ['方案', '方案发出去了'],
  ['写方案', '方案已经发他了'],
])('%s is done by: %s', (title, note) => {
  expect(handsOver(title, note)).toBe(true);
});

test.each([
  ['给腾云发报价', '报价还没发'],
  ['给腾云发报价', '方案发了'],
  ['给腾云发报价', '聊了报价,下周发'],
  ['寄合同', '客户把合同寄回来了'],
  ['合同审核', '合同发了'],
  ['要合同签字', '合同发了'],
  ['Get the contract signed', 'sent the contract'],
  ['Get feedback on the proposal', 'sent the proposal'],
  ['拜访腾云', '报价发了'],
  ['带样品过去', '客户带了样品来'],
  ['Send pricing to Alderbank', "haven't sent the quote yet"],
  ['Send the contract', 'they sent the contract back'],
  ['Send pricing to Alderbank', 'they want the quote sent by Friday'],
])('%s is not done by: %s', (title, note) => {
  expect(handsOver(title, note)).toBe(false);
});

test('handed over and nothing else, of which no deal moves', () => {
  expect(['样品带了', '资料也发过去了', 'samples sent', 'Posted the brochures.'].filter(isHandedAlone)).toHaveLength(4);
  expect(['报价发了', '样品带了吗', '样品没带', 'samples sent back', '腾云样品寄了'].filter(isHandedAlone)).toEqual([]);
});

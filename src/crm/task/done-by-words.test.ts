import { doneByWords } from './done-by-words.ts';

const does = (words: string, title: string): boolean => {
  const done = doneByWords(words);
  return done === 'any' || (done?.(title) ?? false);
};

test.each([
  ['打过了', '打给他'],
  ['刚给他打了电话', '周五再打给他'],
  ['联系上了', '打给王总'],
  ['见过面了', '再跟他碰'],
  ['拜访完了', '去拜访'],
  ['约好了', '约王总吃饭'],
  ['搞定了', '寄样品'],
  ['pinged her', 'Ping her'],
  ['Just called him back', 'Call him'],
  ['got hold of her', 'Call her'],
  ['did it', 'Book a table'],
])('%s does the step %s', (words, title) => {
  expect(does(words, title)).toBe(true);
});

test.each([
  ['打过了', '寄样品'],
  ['没打通', '打给他'],
  ['打给他', '打给他'],
  ['打了,没接', '打给他'],
  ['签了', '签合同'],
  ['算了', '打给他'],
  ['called him, no answer', 'Call him'],
  ['visited', 'Send the quote'],
  ['agreed', 'Call him'],
])('%s does not do the step %s', (words, title) => {
  expect(does(words, title)).toBe(false);
});

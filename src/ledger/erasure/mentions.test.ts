import { mentionsOf } from './mentions.ts';

const mentions = mentionsOf(['腾云', '王', '***', ' ', 'Al', 'Priya Shah', 'a.b@c.cn', '+8613800001111', 'C++ (EU)']);

test.each([
  ['跟腾云签了', true],
  [{ text: ['x', { name: '腾云' }] }, true],
  ['met PRIYA SHAH today', true],
  ['mail a.b@c.cn', true],
  ['mail aXb@c.cn', false],
  ['call 138 or 13800001111', true],
  ['C++ (EU) renews', true],
  ['Al called', true],
  ['Also called', false],
  // One character, or what was blanked before, names nobody.
  ['王先生说 ***', false],
  [null, false],
  [undefined, false],
  [42, false],
])('%j', (value, expected) => {
  expect(mentions(value)).toBe(expected);
});

test('nobody is looked for where no name is known', () => {
  expect(mentionsOf([])('')).toBe(false);
});

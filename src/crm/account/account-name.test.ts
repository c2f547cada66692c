import { accountNameId } from './account-name.ts';

test('width, case, spaces and punctuation make no other name', () => {
  expect(accountNameId('Ａcme Co., Ltd', null)).toBe(accountNameId('acme co ltd', null));
  expect(accountNameId('腾云(上海)', null)).toBe(accountNameId('腾云 (上海)', null));
  expect(accountNameId('腾云', null)).not.toBe(accountNameId('腾雲', null));
});

test('where owners are not disclosed each writer has names of their own', () => {
  expect(accountNameId('腾云', 'lin')).not.toBe(accountNameId('腾云', 'zhang'));
  expect(accountNameId('腾云', 'lin')).not.toBe(accountNameId('腾云', null));
});

test('the key tells nothing of the name', () => {
  expect(accountNameId('腾云', null)).toMatch(/^account-name:[\w-]{43}$/);
});

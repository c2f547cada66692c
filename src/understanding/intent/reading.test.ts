import { createNameDirectory } from '../people/create-name-directory.ts';
import { findPhones } from './contact-lines.ts';
import { readMessage } from './reading.ts';

const input = { id: '1', text: '跟海拓聊了', at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' };

test('the same message is taken apart once, and anew when a name has changed', () => {
  const directory = createNameDirectory({ accounts: [{ name: '上海海拓机电有限公司', aliases: [], contacts: [] }] });
  const first = readMessage(input, directory);
  expect(readMessage(input, directory)).toBe(first);
  expect(first.people.account?.name).toBe('上海海拓机电有限公司');
  expect(readMessage({ ...input }, directory)).not.toBe(first);
  directory.removeAccount('上海海拓机电有限公司');
  expect(readMessage(input, directory).people.account?.name ?? null).toBeNull();
  expect(readMessage(input, createNameDirectory())).not.toBe(first);
});

test.each([
  ['Asia/Singapore', '415-555-0123', '+14155550123'],
  ['Europe/London', '(415) 555-0123', '+14155550123'],
  ['Asia/Singapore', '6123 4567', '+6561234567'],
  ['Asia/Shanghai', '400-820-8820', '+864008208820'],
])('in %s %s is %s', (timeZone, number, value) => {
  expect(findPhones(`her cell is ${number}`, timeZone, 'en', [])).toMatchObject([{ value }]);
});

import { understand } from '../understand.ts';
import type { MessageContext } from '../understanding.ts';
import { createNameDirectory } from './create-name-directory.ts';

/** Two hundred companies whose boss is 王总; only the last one is the sender's. */
const MANY = 200;
const directory = createNameDirectory({
  accounts: Array.from({ length: MANY }, (_, index) => ({
    id: `a${index}`,
    name: `${['云', '海', '华', '鼎'][index % 4]}${['拓', '岚', '达', '科', '信'][index % 5]}${index}号贸易有限公司`,
    aliases: [],
    contacts: [{ id: `c${index}`, name: '王大伟', aliases: ['王总'] }],
  })),
  users: [{ id: 'u1', name: '张伟', aliases: [] }],
});
const read = (text: string, context: MessageContext) =>
  understand({ id: '1', text, at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai', context }, directory);

test('a name that hundreds bear is the one that the sender may know of', () => {
  const read199 = read('跟王总通了电话', { sees: (id) => id === 'a199' });
  expect(read199.contacts).toMatchObject([{ id: 'c199', candidates: [] }]);
  expect(read199.account).toMatchObject({ id: 'a199' });
});

test('of a name that hundreds bear those of the accounts spoken of lately are offered, the latest first', () => {
  const [contact] = read('跟王总通了电话', { recentAccounts: ['a150', 'a120'] }).contacts;
  expect(contact?.id).toBeNull();
  expect(contact?.candidates.map(({ accountId }) => accountId)).toEqual(['a150', 'a120']);
});

test('the account of the message replied to decides', () => {
  expect(read('跟王总通了电话', { repliedTo: { accountId: 'a7' } }).contacts).toMatchObject([{ id: 'c7' }]);
});

test('a word that the sender has taught wins over the directory, and means nothing where the sender may not see', () => {
  const taught = [{ alias: '王总', accountId: 'a42', contactId: 'c42' }];
  expect(read('跟王总通了电话', { taught }).contacts).toMatchObject([{ id: 'c42' }]);
  expect(read('跟王总通了电话', { taught, sees: (id) => id === 'a3' }).contacts).toMatchObject([{ id: 'c3' }]);
  expect(read('跟大户聊了', { taught: [{ alias: '大户', accountId: 'a9' }] }).account).toMatchObject({ id: 'a9' });
});

test('who writes is no contact', () => {
  expect(read('张伟今天给王总打了电话', { sender: 'u1', sees: (id) => id === 'a1' }).contacts).toMatchObject([
    { id: 'c1' },
  ]);
});

import { createNameDirectory } from './create-name-directory.ts';
import { readPeople } from './read-people.ts';

const cloudHill = {
  id: 'hill',
  name: '杭州云麓酒店管理有限公司',
  aliases: ['云麓'],
  contacts: [{ id: 'lu', name: '陆遥知', aliases: ['陆工'] }],
};
const cloudHeron = {
  id: 'heron',
  name: '厦门云鹭旅游发展有限公司',
  aliases: ['云鹭'],
  contacts: [{ id: 'cheng', name: '程锦南', aliases: ['程总'] }],
};
const north = ['Northfell Robotics Ltd', 'Northfell Foods Ltd'].map((name) => ({
  id: name,
  name,
  aliases: [],
  contacts: [],
}));
const quill = {
  id: 'quill',
  name: 'Quillmont Publishing Group',
  aliases: ['Quillmont'],
  contacts: [{ id: 'will', name: 'Will Tarkington', aliases: ['Will'] }],
};
const directory = createNameDirectory({
  accounts: [cloudHill, cloudHeron, ...north, quill],
  users: [{ name: '周一舟', aliases: ['老周'] }],
});
const accountIn = (text: string, context = {}) => readPeople(text, [], directory, context).account;

test.each([
  ['今天去了云麓', 'hill', '云麓'],
  ['拜访杭州云麓', 'hill', '云麓'],
  ['云麓酒店管理有限公司的合同', 'hill', '云麓酒店管理有限公司'],
  ['mtg w Quilmont this aft', 'quill', 'Quilmont'],
  ["Quillmont's new quote", 'quill', 'Quillmont'],
  ['跟云路陆工通了电话', 'hill', '云路'],
])('%s names one account', (text, id, mention) => {
  expect(accountIn(text)).toMatchObject({ id, mention });
});

test('two equally near stay open and both are offered, unless the context decides', () => {
  expect(accountIn('刚跟云路那边打完电话')).toMatchObject({
    id: null,
    name: null,
    candidates: [{ id: 'hill' }, { id: 'heron' }],
  });
  expect(accountIn('call with Northfell')).toMatchObject({ id: null, candidates: [{}, {}] });
  expect(accountIn('call with Northfell', { recentAccounts: ['Northfell Foods Ltd'] })).toMatchObject({
    id: 'Northfell Foods Ltd',
  });
});

test('who may not know an account does not find it', () => {
  expect(accountIn('刚跟云路那边打完电话', { sees: (id: string) => id !== 'heron' })).toMatchObject({ id: 'hill' });
  expect(accountIn('今天去了云鹭', { sees: () => false })?.id ?? null).toBeNull();
});

test('a person alone stands for the account, a colleague never', () => {
  expect(readPeople('程总来电', [], directory)).toMatchObject({
    account: { id: 'heron', mention: '程总' },
    contacts: [{ id: 'cheng' }],
  });
  expect(readPeople('老周去了云鹭', [], directory)).toMatchObject({ contacts: [], colleagues: [{ name: '周一舟' }] });
});

test('a name that is a word needs its capital', () => {
  expect(readPeople('we will call back', [], directory).contacts).toEqual([]);
  expect(readPeople('Called Will at Quillmont', [], directory).contacts).toMatchObject([{ id: 'will' }]);
});

test.each([
  ['拜访了宏晟玩具 见到鲍老板', '宏晟玩具', '鲍老板'],
  ['跟云帆跨境的秦经理通了话', '云帆跨境', '秦经理'],
  ['Stopped by Maple Fork Brewery, talked to the owner, Rosalind.', 'Maple Fork Brewery', 'Rosalind'],
])('unknown names are taken as mentions: %s', (text, company, person) => {
  expect(readPeople(text, [], directory)).toMatchObject({
    account: { mention: company, id: null },
    contacts: [{ mention: person, id: null }],
  });
});

test.each(['技术总监不在', '对方总是改需求', '本周工程进度', '仓储经理'])('no person in %s', (text) => {
  expect(readPeople(text, [], directory).contacts).toEqual([]);
});

test('a changed or removed account is found by its new names only', () => {
  const own = createNameDirectory({ accounts: [cloudHill] });
  own.upsertAccount({ ...cloudHill, name: '杭州星野酒店有限公司', aliases: ['星野'] });
  expect(own.find('云麓')).toEqual([]);
  expect(own.find('星野')).toMatchObject([{ candidates: [{ id: 'hill' }] }]);
  own.removeAccount('hill');
  expect(own.find('星野')).toEqual([]);
  expect(own.account('hill')).toBeUndefined();
});

test('loading many leaves the event loop its turn', async () => {
  const own = createNameDirectory();
  let turns = 0;
  const beat = setInterval(() => turns++, 1);
  await own.load(
    Array.from({ length: 8000 }, (_, at) => ({ name: `Zedmark${at} Foods Ltd`, aliases: [], contacts: [] })),
  );
  clearInterval(beat);
  expect(turns).toBeGreaterThan(2);
  expect(own.find('met Zedmark4711 today')).toMatchObject([{ candidates: [{ name: 'Zedmark4711 Foods Ltd' }] }]);
});

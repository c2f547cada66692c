import { accountKind } from '../../src/crm/account/account.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { openWecomAppTalk } from '../support/wecom-app-talk.ts';

type Talk = Awaited<ReturnType<typeof openWecomAppTalk>>;

const START = '2026-11-23T10:00:00+08:00';
const chenghai = { name: '澄海机械', alias: '澄海', owner: 'zhang' };

let talk: Talk;
const open = async (customers: Parameters<typeof fillTeam>[1] = [tengyun]) => {
  talk = await openWecomAppTalk(START, ['lin'], (records) => fillTeam(records, customers));
};
afterEach(() => talk.close());

const event = (ChangeType: string, contact: string, rest: Record<string, string> = {}) =>
  talk.happens('lin', {
    Event: 'change_external_contact',
    ChangeType,
    UserID: 'lin',
    ExternalUserID: contact,
    ...rest,
  });
const added = () => event('add_external_contact', 'wmLu');
const newest = async () => (await talk.shownTo('lin')).at(-1) ?? '';
const names = async () => (await talk.kept(accountKind)).map(({ name, owner }) => `${name} ${owner}`).sort();

test('somebody added on WeCom is proposed as a customer: one tap keeps them, one undo takes them back', async () => {
  await open();
  await added();
  expect(await talk.shownTo('lin')).toHaveLength(1);
  expect(await newest()).toMatch(/^新联系人 · 澄海机械 陆青/);
  expect(await names()).toEqual(['上海腾云科技有限公司 lin']);
  await talk.presses('lin', '记成客户');
  expect(await newest()).toContain('✓ 已记 · 澄海机械(新客户)');
  expect(await names()).toEqual(['上海腾云科技有限公司 lin', '澄海机械 lin']);
  expect((await talk.kept(contactKind)).map(({ name }) => name)).toContain('陆青');
  await talk.says('lin', '撤销');
  expect(await names()).toEqual(['上海腾云科技有限公司 lin']);
});

test('told once for a change, however often WeCom tells it', async () => {
  await open();
  const same = { CreateTime: '1795400000' };
  await event('add_external_contact', 'wmLu', same);
  await event('add_external_contact', 'wmLu', same);
  expect(await talk.shownTo('lin')).toHaveLength(1);
});

test('a company that is a colleague’s is left alone, and its own owner’s gets the person', async () => {
  await open([tengyun, chenghai]);
  await added();
  await talk.presses('lin', '记成客户');
  expect(await newest()).toContain('「澄海机械」已经有了,没有再建。');
  expect(await talk.kept(contactKind)).toHaveLength(1);
  await talk.close();
  await open([{ ...chenghai, owner: 'lin' }]);
  await added();
  await talk.presses('lin', '记成客户');
  expect(await newest()).toMatch(/✓ 已记 · 澄海\n联系人 陆青/);
  expect(await talk.kept(contactKind)).toMatchObject([{ account: 'customer-0', name: '陆青', owner: 'lin' }]);
});

test('who removed one, or could not be handed over, is told in words; nothing on record changes', async () => {
  await open();
  await event('del_follow_user', 'wmLu');
  expect(await newest()).toBe('被删除 · 澄海机械 陆青\n对方在企业微信删了你。客户记录没有动。');
  await event('transfer_fail', 'wmLu', { FailReason: 'customer_refused' });
  expect(await newest()).toBe('转接没成 · 澄海机械 陆青\n对方不同意换人。');
  await event('del_external_contact', 'wmGone', { Source: 'DELETE_BY_TRANSFER' });
  expect(await newest()).toBe('已转接 · 一位外部联系人\n在企业微信转给了同事。客户记录没有动。');
  await event('del_external_contact', 'wmLu');
  await event('edit_external_contact', 'wmLu');
  expect(await talk.shownTo('lin')).toHaveLength(3);
  await event('add_external_contact', 'wmGone');
  expect(await newest()).toContain('名字查不到');
  expect(await names()).toEqual(['上海腾云科技有限公司 lin']);
});

import type { Reply } from '../../src/chat/chat-adapter.ts';
import { directRoom, type GivenFile } from '../../src/chat/message.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) =>
    fillTeam(records, [{ ...tengyun, owner: 'zhang', name: '灯塔科技有限公司' }]),
  );
});
afterEach(() => world.close());

let count = 0;
async function brings(person: string, csv: string, label: string): Promise<Reply | undefined> {
  const bytes = new TextEncoder().encode(csv);
  const blob = await createBlobStore(world.records.db, world.records.seals).put({ name: 'a.csv', type: '', bytes });
  const from = { adapter: 'web', room: directRoom(person), user: person, sentAt: world.clock.now() };
  const thing = { kind: 'thing', what: 'file', name: 'a.csv', blob } as const;
  const [asked] = await world.accept((key) => ({ ...from, key, ...thing, message: `web:thing:${++count}` }));
  const [done] = await world.person(person).presses(asked, label);
  return done;
}

const buttonOf = (reply: Reply | undefined): string => reply?.message.buttons?.find(({ file }) => file)?.id ?? '';

const fileFor = (person: string, action: string): Promise<GivenFile | null> =>
  world.answerNow({ adapter: 'web', room: directRoom(person), user: person, kind: 'file', action });

const textOf = (file: GivenFile | null): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes);

const list = [
  '公司名称,联系人,手机,备注,负责人',
  '腾云科技,王总,13800010001,好,',
  ',李总,13800010002,没名字,',
  '=HYPERLINK("x"),赵总,没有,"他说 ""再看"", 行",',
  '灯塔科技有限公司,钱总,13800010004,,',
  '北岸,孙总,13800010005,,张伟',
  '腾云科技,王总,13800010009,@later,',
  '星河,周总,13800010010,约了,,多一格',
].join('\n');

test('the rows left out are a file that a spreadsheet opens harmlessly: as they came, with their reasons', async () => {
  const done = await brings('lin', list, '导入 3 家');
  expect(done?.message.buttons?.map(({ label, file }) => [label, file ?? false])).toEqual([
    ['撤销', false],
    ['剩下的行', true],
  ]);
  const file = await fileFor('lin', buttonOf(done));
  expect(file).toMatchObject({ name: '没导入的行.csv', type: 'text/csv; charset=utf-8' });
  expect(textOf(file).split('\r\n')).toEqual([
    '\ufeff行号,公司名称,联系人,手机,备注,负责人,原因',
    '3,,李总,13800010002,没名字,,没有客户名',
    '4,"\'=HYPERLINK(""x"")",赵总,没有,"他说 ""再看"", 行",,电话不对 没有',
    '5,灯塔科技有限公司,钱总,13800010004,,,已有同事在跟 灯塔科技有限公司',
    '6,北岸,孙总,13800010005,,张伟,不归你管 张伟',
    "7,腾云科技,王总,13800010009,'@later,,与前面的行不一致 +8613800010009",
    '8,星河,周总,13800010010,约了,,比表头多一格 多一格,多一格',
    '',
  ]);
});

test('nobody else gets it; pressed where no file can be given, the rows are said', async () => {
  const done = await brings('lin', list, '导入 3 家');
  expect(await fileFor('emma', buttonOf(done))).toBeNull();
  expect(await fileFor('chen', buttonOf(done))).toBeNull();
  expect(await fileFor('lin', 'no-such-button')).toBeNull();
  const [said] = await world.person('lin').presses(done, '剩下的行');
  expect(said?.message.text.split('\n')).toEqual([
    '第3行:没有客户名',
    '第4行:电话不对 没有',
    '第6行:不归你管 张伟',
    '第7行:与前面的行不一致 +861380001…',
    '第8行:比表头多一格 多一格',
    '第5行:已有同事在跟 灯塔科技有限…',
    '在网页版的这条消息上可下载全部。',
  ]);
});

test('mended and sent again, what is a formula to a spreadsheet is a name to the bot', async () => {
  const done = await brings('lin', list, '导入 3 家');
  const again = textOf(await fileFor('lin', buttonOf(done))).replace('没有,"他', '13800010003,"他');
  await brings('lin', again, '导入 2 家');
  const names = (await world.kept(accountKind)).map(({ name }) => name);
  expect(names.filter((name) => name.includes('HYPERLINK'))).toEqual(['=HYPERLINK("x")']);
  expect(await world.kept(contactKind)).toContainEqual(
    expect.objectContaining({ name: '赵总', phone: '+8613800010003' }),
  );
});

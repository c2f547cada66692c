import { strToU8, zipSync } from 'fflate';
import { createImports } from '../../src/capabilities/import-customers/create-imports.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { importKind } from '../../src/crm/import/import.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { fillTeam } from '../support/sales-team.ts';
import { until } from '../support/until.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
});
afterEach(() => world.close());

let count = 0;
async function sends(name: string, bytes: Uint8Array) {
  const blobs = createBlobStore(world.records.db, world.records.seals);
  const blob = await blobs.put({ name, type: 'application/octet-stream', bytes });
  return world.accept((key) => ({
    key,
    adapter: 'web',
    room: directRoom('lin'),
    user: 'lin',
    sentAt: world.clock.now(),
    kind: 'thing',
    message: `web:thing:${++count}`,
    what: 'file',
    name,
    blob,
  }));
}

const stateIs = (state: string) =>
  until(async () => (await world.kept(importKind)).every((one) => one.state === state), 60_000);

/** What lin is told behind the talk, once it is there. */
const shown = async (text: string): Promise<Reply> => {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const reply = world.shownTo('lin').find(({ message }) => message.text === text);
    if (reply !== undefined) return reply;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`lin is told ${JSON.stringify(world.delivered().map((r) => [r.to, r.message.text]))}, not ${text}`);
};

/** What every living record of the business says, without the versions. */
const everything = async () => {
  const kinds = [accountKind, contactKind, dealKind, interactionKind] as const;
  const kept = await Promise.all(kinds.map((kind) => world.kept(kind as typeof accountKind)));
  return kept
    .flat()
    .map(({ v: _v, updatedAt: _at, writers: _by, ...fields }) => fields)
    .sort((a, b) => (a._id < b._id ? -1 : 1));
};

/** 客户,电话\r\n腾云科技,13800010001\r\n海拓物流,12345\r\n in GB18030. */
const gb18030 = Uint8Array.from(
  Buffer.from(
    'bfcdbba72cb5e7bbb00d0accdad4c6bfc6bcbc2c31333830303031303030310d0abaa3cdd8cefdc1f72c31323334350d0a',
    'hex',
  ),
);

test('a file in GB18030 is read; a cell that is wrong is left out and named', async () => {
  const [asked] = await sends('客户.csv', gb18030);
  expect(asked?.message.text.split('\n').slice(0, 3)).toEqual([
    '客户.csv · 2 家',
    '新 2 · 已有 0 · 不清楚 0',
    '腾云科技 · +8613800010001',
  ]);
  expect(asked?.message.text).toContain('第3行:电话不对 12345');
});

test('a workbook: title above a merged header, dates by their format, formulas by their value', async () => {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [
    `<row r="1">${cell('A1', '客户清单')}</row>`,
    `<row r="2">${cell('A2', '公司名称')}${cell('B2', '联系人信息')}${cell('D2', '金额(万元)')}${cell('E2', '最近联系')}</row>`,
    `<row r="3">${cell('B3', '姓名')}${cell('C3', '手机')}</row>`,
    `<row r="4">${cell('A4', '=SUM(A1)云图科技')}${cell('B4', '王总')}<c r="C4"><v>1.3800010001E10</v></c><c r="D4"><f>40*2</f><v>80</v></c><c r="E4" s="1"><v>46331</v></c></row>`,
    `<row r="5">${cell('A5', '海拓物流')}${cell('E5', '11/5/2026')}</row>`,
  ];
  const merges = ['A1:E1', 'A2:A3', 'B2:C2', 'D2:D3', 'E2:E3'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const book = zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="x" sheetId="1" state="hidden" r:id="r2"/><sheet name="说明" sheetId="4" r:id="r3"/><sheet name="s" sheetId="2" r:id="r1"/><sheet name="华南" sheetId="3" r:id="r4"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/><Relationship Id="r3" Target="worksheets/b.xml"/><Relationship Id="r4" Target="worksheets/b.xml"/></Relationships>',
    ),
    'xl/styles.xml': strToU8('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
    'xl/worksheets/b.xml': strToU8(
      `<worksheet><sheetData><row r="1">${cell('A1', '每行填一个客户')}</row></sheetData></worksheet>`,
    ),
    'xl/worksheets/a.xml': strToU8(
      `<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
    ),
  });
  const [asked] = await sends('客户.xlsx', book);
  expect(asked?.message.text).toContain('没读的工作表:说明 华南');
  expect(asked?.message.text).toContain('第5行:日期看不准 11/5/2026');
  await world.person('lin').presses(asked, '导入 2 家');
  expect(await world.kept(accountKind)).toContainEqual(
    expect.objectContaining({ name: '=SUM(A1)云图科技', lastContactAt: new Date('2026-11-05T12:00:00+08:00') }),
  );
  expect(await world.kept(dealKind)).toEqual([expect.objectContaining({ amount: 80_000_000, currency: 'CNY' })]);
  expect(await world.kept(contactKind)).toEqual([expect.objectContaining({ name: '王总', phone: '+8613800010001' })]);
});

test('a row with more cells than the head is named; a sum in pieces is put together; rows count as a spreadsheet does', async () => {
  const csv = [
    '公司,联系人,电话,预计金额,负责人,农历生日',
    '青梧科技,林远,="13800010001",￥1,200,000,小林,八月十五',
    '"白杨\n物流",赵雪,13800010002.0,9万,林悦(一组),正月初八',
    '红枫教育,孙总,多出来,13800010003,3万,林悦,5月3日',
    '"没关上,周总,13800010004,3万,林悦,5月3日',
    '被吞了,郑总,13800010005,3万,林悦,5月3日',
    '又一个",吴总,13800010006,3万,林悦,5月3日',
    '合计,,,126万,,',
  ];
  const [asked] = await sends('客户.csv', new TextEncoder().encode(csv.join('\n')));
  expect(asked?.message.text.split('\n').slice(1)).toEqual([
    '新 2 · 已有 0 · 不清楚 3',
    '青梧科技 · 林远 · +8613800010001',
    '白杨 物流 · 赵雪 · +8613800010002',
    '第4行:比表头多一格 5月3日',
    '第5行:比表头多一格 5月3日',
    '第6行:没有客户名 合计',
  ]);
  const [done] = await world.person('lin').presses(asked, '导入 2 家');
  const came = (await world.kept(accountKind)).map(({ name, owner }) => `${name} ${owner}`);
  expect(came.sort()).toEqual(['白杨 物流 lin', '青梧科技 lin']);
  expect(new Set((await world.kept(dealKind)).map(({ amount }) => amount))).toEqual(new Set([120_000_000, 9_000_000]));
  const people = (await world.kept(contactKind)).map(({ phone, birthday }) => `${phone} ${birthday?.calendar}`);
  expect(people.sort()).toEqual(['+8613800010001 lunar', '+8613800010002 lunar']);
  expect(done?.message.text).toContain('比表头多一格');
});

test.each([
  ['too many rows', new TextEncoder().encode(`客户,电话\n${'腾云,1\n'.repeat(20_002)}`), '一次最多导入 20,000 行'],
  ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), '旧版 .xls'],
  ['no zip after all', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9]), '文件坏了'],
  ['bytes', Uint8Array.from([1, 0, 0, 0, 2, 0, 0, 0xff, 0xd8]), '读不出文字'],
  [
    'a bomb',
    zipSync({ 'xl/workbook.xml': new Uint8Array(160 * 1024 * 1024).fill(32) }, { level: 9 }),
    '文件展开后太大',
  ],
])('%s is a clear sentence and changes nothing', async (_, bytes, words) => {
  const [said] = await sends('名单.csv', bytes);
  expect(said?.message.text).toContain(words);
  expect(await world.kept(accountKind)).toEqual([]);
});

test('a large one comes in behind the talk, once, goes again whole, and comes back as it was', async () => {
  const lines = Array.from(
    { length: 260 },
    (_, at) => `客户${at}号公司,王${at},138${String(10_000_000 + at)},${at}万,备注${at}`,
  );
  const [asked] = await sends('大.csv', new TextEncoder().encode(`客户,联系人,电话,金额,备注\n${lines.join('\n')}`));
  const lin = world.person('lin');
  const [begun] = await lin.presses(asked, '导入 260 家');
  expect(begun?.message.text).toBe('正在导入 · 0/260 家');
  // Another process at the same work, and one that stops on the way: neither doubles anything.
  const { ledger, stores, clock, db, seals } = world.records;
  const owners = new Set(['lin']);
  const viewerOf = async () => ({ person: 'lin', owners, ownOwners: owners, audience: ['lin'] });
  const other = createImports({ ledger, stores, clock, blobs: createBlobStore(db, seals), viewerOf });
  setTimeout(other.stop, 500);
  await Promise.all([other.sweep(), stateIs('done')]);
  expect(await world.kept(accountKind)).toHaveLength(260);
  expect(await world.kept(interactionKind)).toHaveLength(260);
  const brought = await everything();
  expect(brought).toHaveLength(4 * 260);
  const [again] = await sends('大.csv', new TextEncoder().encode(`客户,联系人,电话,金额,备注\n${lines.join('\n')}\n`));
  expect(again?.message.text).toBe('没有新的:260 家都已经有了。');
  await lin.says('撤销');
  await stateIs('undone');
  expect(await everything()).toEqual([]);
  const gone = await shown('已撤销:导入的 260 家。\n后来改过的不变。');
  await lin.says('恢复');
  await stateIs('done');
  await shown('✓ 已恢复 · 260 家');
  expect(await everything()).toEqual(brought);
  await lin.says('撤销');
  await stateIs('undone');
  expect(await everything()).toEqual([]);
  await lin.presses(gone, '恢复');
  await stateIs('done');
  expect(await everything()).toEqual(brought);
}, 90_000);

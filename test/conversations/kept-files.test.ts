import { setTimeout as sleep } from 'node:timers/promises';
import { directRoom } from '../../src/chat/message.ts';
import { accountSubject } from '../../src/crm/account/account.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
});
afterEach(() => world.close());

const blobs = () => createBlobStore(world.records.db, world.records.seals);
const bytesOf = (file: { bytes: Uint8Array } | null) => (file === null ? null : Buffer.from(file.bytes).toString());

async function sends(name: string): Promise<void> {
  const blob = await blobs().put({ name, type: 'text/html', bytes: new TextEncoder().encode(`in ${name}`) });
  await world.accept((key) => ({
    key,
    adapter: 'web',
    room: directRoom('lin'),
    user: 'lin',
    sentAt: world.clock.now(),
    kind: 'thing',
    message: key,
    what: 'file',
    name,
    blob,
  }));
}

const asked = (person: string) => ({ adapter: 'web', room: directRoom(person), user: person });
const page = (person: string) => world.answerNow({ ...asked(person), kind: 'preview', record: 'customer-0' });
const tokenOf = (path: string | undefined) => (path ?? '').replace('/f/', '');

test('the files of a customer open from its view: by a button for who may see it, for nobody else', async () => {
  const lin = world.person('lin');
  await lin.says('今天跟腾云的王总通了电话');
  await sends('报价.pdf');
  await sends('<b>图.html');
  const [shown] = await lin.says('腾云怎么样了');
  expect(shown?.message.text).toContain('文件 1 <b>图.html · 2 报价.pdf');
  expect(shown?.message.buttons).toMatchObject([
    { label: '文件1', file: true },
    { label: '文件2', file: true },
  ]);
  const action = shown?.message.buttons?.[1]?.id ?? '';
  const file = await world.answerNow({ ...asked('lin'), kind: 'file', action });
  expect([file?.name, file?.type, bytesOf(file)]).toEqual(['报价.pdf', 'application/octet-stream', 'in 报价.pdf']);
  for (const other of ['emma', 'nobody'])
    expect(await world.answerNow({ ...asked(other), kind: 'file', action })).toBeNull();
  // A world that takes no file at once says where it opens.
  expect((await lin.presses(shown, '文件2'))[0]?.message.text).toBe('在聊天页里能打开这个文件。');
  await lin.says('撤销');
  await lin.says('撤销');
  expect(await world.answerNow({ ...asked('lin'), kind: 'file', action })).toBeNull();
});

test("the record's page links to them: for its reader, for ten minutes, as long as they may see it", async () => {
  await world.person('lin').says('今天跟腾云的王总通了电话');
  await sends('报价.pdf');
  expect(await page('emma')).toBeNull();
  const links = (await page('lin'))?.links ?? [];
  expect(links).toEqual([{ label: '报价.pdf', path: expect.stringMatching(/^\/f\/[\w-]{40,}$/) }]);
  const token = tokenOf(links[0]?.path);
  expect(bytesOf(await world.app.fileBehind(token))).toBe('in 报价.pdf');
  for (const forged of [
    `${token.slice(0, -4)}AAAA`,
    token.slice(4),
    token.slice(0, 30),
    '',
    'x',
    '../etc',
    'A'.repeat(5_000),
  ])
    expect(await world.app.fileBehind(forged)).toBeNull();
  await world.until('2026-11-23T10:10:01+08:00');
  expect(await world.app.fileBehind(token)).toBeNull();
  const later = tokenOf((await page('lin'))?.links?.[0]?.path);
  expect(bytesOf(await world.app.fileBehind(later))).toBe('in 报价.pdf');
  await world.records.ledger.record({ id: 'admin:left', kind: 'admin', by: 'system' }, async (draft) => {
    const lin = await draft.read(personKind, 'lin');
    if (lin !== null) draft.change(personKind, lin, { active: false });
  });
  expect(await world.app.fileBehind(later)).toBeNull();
});

test('a link dies with the customer', async () => {
  await world.person('lin').says('今天跟腾云的王总通了电话');
  await sends('报价.pdf');
  const token = tokenOf((await page('lin'))?.links?.[0]?.path);
  await world.records.eraseSubject(accountSubject('customer-0'), blobs(), () => sleep(0));
  expect(await world.app.fileBehind(token)).toBeNull();
});

test('in English, one file has one button', async () => {
  const emma = world.person('emma');
  await emma.says('Called Priya at Alderbank, wants a demo');
  const blob = await blobs().put({ name: 'quote.pdf', type: 'application/pdf', bytes: new Uint8Array([1]) });
  await world.accept((key) => ({
    ...asked('emma'),
    key,
    sentAt: world.clock.now(),
    kind: 'thing',
    message: key,
    what: 'file',
    name: 'quote.pdf',
    blob,
  }));
  const [shown] = await emma.says('how is Alderbank doing');
  expect(shown?.message.text).toContain('Files quote.pdf');
  expect(shown?.message.buttons).toMatchObject([{ label: 'Open file', file: true }]);
});

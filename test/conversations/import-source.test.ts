import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import { allKinds, otherCollections } from '../../src/app/records.ts';
import { directRoom } from '../../src/chat/message.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { backup } from '../../src/ledger/backup.ts';
import { restore } from '../../src/ledger/restore.ts';
import { fillTeam } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const NAMES = ['上海腾云科技有限公司', '王建国', '13800010001'];
const OTHERS = ['海拓物流'];
/** The second row lacks a name, so that there is a file of the rows left out. */
const LIST = `客户,联系人,电话\n${NAMES.join(',')}\n海拓物流,罗海生,13800010002\n,李总,13800010003\n`;

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
});
afterEach(() => world.close());

const blobs = () => createBlobStore(world.records.db, world.records.seals);

let count = 0;
async function sends(csv: string) {
  const blob = await blobs().put({ name: '客户.csv', type: 'text/csv', bytes: new TextEncoder().encode(csv) });
  const from = { adapter: 'web', room: directRoom('lin'), user: 'lin', sentAt: world.clock.now() };
  const file = { kind: 'thing', message: `web:source:${++count}`, what: 'file', name: '客户.csv', blob } as const;
  const [asked] = await world.accept((key) => ({ ...from, key, ...file }));
  return { asked, blob };
}

/** Which words the kept files say to whoever has every key. */
async function filesSay(words: readonly string[], db: Db = world.records.db): Promise<string[]> {
  const { seals } = world.records;
  const names = await seals.open('blobs', await db.collection<{ _id: string }>('blobs').find({}).toArray(), () => null);
  const rows = await db
    .collection<{ _id: string; bytes: { buffer: Uint8Array } | null }>('blob_chunks')
    .find({})
    .toArray();
  const chunks = await seals.open('blob_chunks', rows, () => null);
  const said = [JSON.stringify(names), ...chunks.map(({ bytes }) => Buffer.from(bytes?.buffer ?? []).toString())].join(
    '\n',
  );
  return words.filter((word) => said.includes(word));
}

const EVERYBODY = [...NAMES, ...OTHERS];

test('the file that a list came in by is gone a day after, and its rows left out with it; what came of it stays', async () => {
  const lin = world.person('lin');
  const { asked } = await sends(LIST);
  const [done] = await lin.presses(asked, '导入 2 家');
  world.clock.pass(23 * 3_600_000);
  await world.records.expireFiles(blobs());
  expect(await filesSay(EVERYBODY)).toEqual(EVERYBODY);
  world.clock.pass(2 * 3_600_000);
  await world.records.expireFiles(blobs());
  expect(await filesSay(EVERYBODY)).toEqual([]);
  expect(await world.kept(accountKind)).toHaveLength(2);
  const [said] = await lin.presses(done, '剩下的行');
  expect(said?.message.text).toBe('那份名单不在了,请再发一次。');
  // Known by what is in it, not by the file that is gone.
  const { asked: again } = await sends(LIST);
  expect(again?.message.text.split('\n')[0]).toBe('没有新的:2 家都已经有了。');
});

test('an erasure takes every such file at once: one not yet brought in, and one that was', async () => {
  const lin = world.person('lin');
  const { asked } = await sends(LIST);
  await lin.presses(asked, '导入 2 家');
  const { asked: open } = await sends(`${LIST}北岸咖啡,孙总,13800010004\n`);
  const [account] = (await world.kept(accountKind)).filter(({ name }) => name === NAMES[0]);
  expect(await filesSay(EVERYBODY)).toEqual(EVERYBODY);
  const folder = mkdtempSync(join(tmpdir(), 'genjin-source-'));
  const kept = { file: join(folder, 'b.gz'), kinds: allKinds, extra: otherCollections, seals: world.records.seals };
  await backup({ ...kept, db: world.records.db }, new Date());
  await world.records.eraseSubject(`account:${account?._id}`, blobs(), async () => undefined);
  expect(await filesSay(EVERYBODY)).toEqual([]);
  // Nor in a backup from before, with the keys that are left.
  const restored = world.records.connection.getClient().db('restored');
  await restore({ ...kept, db: restored });
  expect(await restored.collection('blob_chunks').countDocuments()).toBe(2);
  expect(await filesSay(EVERYBODY, restored)).toEqual([]);
  rmSync(folder, { recursive: true });
  const [said] = await lin.presses(open, '导入 1 家');
  expect(said?.message.text).toBe('那份名单不在了,请再发一次。');
});

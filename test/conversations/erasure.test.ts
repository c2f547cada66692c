import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { BSON } from 'bson';
import { createWebLogStore } from '../../adapters/web/web-log-store.ts';
import { allKinds, otherCollections } from '../../src/app/records.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { accountNameKind } from '../../src/crm/account/account-name.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { backup } from '../../src/ledger/backup.ts';
import { buttonKind } from '../../src/ledger/button.ts';
import { compareWithLedger } from '../../src/ledger/rebuild.ts';
import { restore } from '../../src/ledger/restore.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

/** Words that stand in no code, schema or text of the bot: wherever they are found, somebody's data lies open. */
const NAMES = ['上海腾云科技有限公司', '腾云', '王建国', '王总'];
const OTHERS = ['海拓', '罗海生'];
const NOTE = '预算卡在财务总监手里';
const TEXTS = ['ledger', 'inbox', 'outbox', 'web_log', 'model_calls'];

const haituo = {
  name: '海拓物流有限公司',
  alias: '海拓',
  owner: 'lin',
  contacts: [{ name: '罗海生', alias: '罗总' }],
};

let world: World;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'genjin-erasure-'));
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun, haituo]));
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const blobs = () => createBlobStore(world.records.db, world.records.seals);

const lin = () => world.person('lin');

/** A morning's talk about two customers, kept on the web page too; the receipts. */
async function talk() {
  const [receipt] = await lin().says(`跟腾云王总通了电话,${NOTE},下周三下午3点再去拜访`);
  await lin().says('给腾云加个联系人李雪,财务,电话13800001111');
  const [other] = await lin().says('去海拓拜访了罗总,样品满意');
  await lin().says('腾云怎么样了');
  const log = createWebLogStore(world.records.connection, world.records.seals);
  await log.prepare();
  const at = world.clock.now();
  await log.insert([
    {
      person: 'lin',
      seq: 1,
      id: 'web:lin:m1',
      at,
      item: {
        said: {
          id: 'm1',
          conversation: 'direct',
          from: { id: 'lin', name: '林悦' },
          text: '腾云王总来电',
          edited: false,
        },
      },
    },
    {
      person: 'lin',
      seq: 2,
      id: 'r1',
      at,
      item: { reply: { id: 'r1', conversation: 'direct', private: false, text: '海拓 ✓' } },
    },
  ]);
  return { receipt, other, log };
}

/** Every byte of these collections, as they lie. */
async function raw(names: readonly string[]): Promise<Buffer> {
  const rows = await Promise.all(names.map((name) => world.records.db.collection(name).find({}).toArray()));
  return Buffer.concat(rows.flat().map((row) => Buffer.from(BSON.serialize(row))));
}

const found = (bytes: Buffer, words: readonly string[]) => words.filter((word) => bytes.includes(word));

const differences = async () =>
  (await compareWithLedger(world.records.db, world.records.ledgerStore, [...allKinds, buttonKind])).named;

/** What a backup says to whoever has its keys. */
async function openedBackup(): Promise<Buffer> {
  const file = join(folder, 'b.gz');
  const { db, seals } = world.records;
  await backup({ db, file, kinds: allKinds, extra: otherCollections, seals }, new Date());
  const target = world.records.connection.getClient().db('restored');
  await target.dropDatabase();
  const rows: unknown[] = [];
  await restore({ db: target, file, kinds: allKinds, extra: otherCollections, seals });
  for (const name of [...TEXTS, ...allKinds.map(({ collection }) => collection)])
    rows.push(
      ...(await seals.open(name, await target.collection<{ _id: string }>(name).find({}).toArray(), () => null)),
    );
  return Buffer.concat([gunzipSync(readFileSync(file)), Buffer.from(JSON.stringify(rows))]);
}

test('what is said lies open in no text and no set: only the records, which are searched, can be read in the store', async () => {
  await talk();
  expect(found(await raw(TEXTS), [...NAMES, ...OTHERS, NOTE, '拜访', '李雪', '13800001111', '林悦'])).toEqual([]);
  expect(found(await raw(['accounts', 'contacts', 'interactions']), [...NAMES, NOTE])).not.toEqual([]);
  const file = join(folder, 'b.gz');
  const { db, seals } = world.records;
  await backup({ db, file, kinds: allKinds, extra: otherCollections, seals }, new Date());
  expect(found(gunzipSync(readFileSync(file)), [...NAMES, ...OTHERS, NOTE, '李雪', '13800001111', '林悦'])).toEqual([]);
  expect(await differences()).toEqual([]);
});

test('an erased customer is found nowhere, with all keys in hand; the others are as they were', async () => {
  const { receipt, log } = await talk();
  const before = await openedBackup();
  expect(found(before, [...NAMES, NOTE, '13800001111', ...OTHERS])).toEqual([...NAMES, NOTE, '13800001111', ...OTHERS]);
  const [, haituoBefore] = await world.kept(accountKind);

  await world.records.eraseSubject('account:customer-0', blobs(), async () => undefined);

  expect(found(await openedBackup(), [...NAMES, NOTE, '李雪', '13800001111'])).toEqual([]);
  expect(
    found(
      await raw([...TEXTS, 'accounts', 'contacts', 'interactions', 'conversations', 'questions', 'buttons', 'tasks']),
      [...NAMES, NOTE],
    ),
  ).toEqual([]);
  expect(await differences()).toEqual([]);

  expect(await world.kept(accountKind)).toEqual([
    expect.objectContaining({ name: '***', aliases: [], owner: 'lin' }),
    haituoBefore,
  ]);
  expect(
    (await world.kept(contactKind))
      .filter(({ account }) => account === 'customer-0')
      .map(({ name, phone }) => [name, phone]),
  ).toEqual([
    ['***', null],
    ['***', null],
  ]);
  expect((await world.kept(interactionKind)).map(({ account, day, note }) => [account, day, note]).sort()).toEqual([
    ['customer-0', '2026-11-23', '***'],
    ['customer-1', '2026-11-23', '去海拓拜访了罗总,样品满意'],
  ]);
  expect(await world.kept(accountNameKind)).toEqual([expect.objectContaining({ holder: 'customer-1' })]);
  expect((await log.after('lin', 0, 5)).map(({ item }) => ('said' in item ? item.said.text : item.reply.text))).toEqual(
    ['***', '海拓 ✓'],
  );
  expect(await world.records.ledger.recordAt(accountKind, 'customer-0', world.clock.now())).toMatchObject({
    name: '***',
  });

  // Neither undo nor history stumbles over what is gone.
  const [undone] = await lin().presses(receipt, '撤销');
  expect(undone?.message.text).toMatch(/^已撤销:\*\*\* · /u);
  expect((await world.kept(interactionKind)).map(({ account }) => account)).toEqual(['customer-1']);
  await lin().says('恢复');
  expect(await differences()).toEqual([]);
  expect((await lin().says('去海拓拜访了罗总'))[0]?.message.text).toContain('✓ 已记 · 海拓');
  expect((await lin().says('腾云怎么样了'))[0]?.message.text).not.toContain('***');
});

test('erasing again finds nothing left to do', async () => {
  await talk();
  const once = await world.records.eraseSubject('account:customer-0', blobs(), async () => undefined);
  expect(once.sets).toBeGreaterThan(0);
  const sets = await world.records.db.collection('ledger').countDocuments();
  expect(await world.records.eraseSubject('account:customer-0', blobs(), async () => undefined)).toMatchObject({
    rows: 0,
  });
  expect(await world.records.db.collection('ledger').countDocuments()).toBe(sets);
});

test('a note that was moved to the erased customer is blank under its former customer too', async () => {
  await lin().says(`跟海拓罗总通了电话,${NOTE}`);
  await lin().says('不是海拓,是腾云');
  expect((await world.kept(interactionKind)).map(({ account }) => account)).toEqual(['customer-0']);
  await world.records.eraseSubject('account:customer-0', blobs(), async () => undefined);
  const opened = await openedBackup();
  expect(found(opened, [...NAMES, NOTE])).toEqual([]);
  expect(found(opened, OTHERS)).toEqual(OTHERS);
  expect(await differences()).toEqual([]);
});

test("a colleague who is erased leaves their customers' records whole, without a name of their own", async () => {
  await talk();
  await lin().says('去海拓拜访了罗总,林悦也在');
  await world.records.eraseSubject('person:lin', blobs(), async () => undefined);
  expect((await world.kept(personKind)).map(({ name }) => name).sort()).toEqual([
    '***',
    'Emma Clarke',
    '张伟',
    '李娜',
    '陈敏',
  ]);
  expect((await world.kept(accountKind)).map(({ name }) => name)).toEqual([tengyun.name, haituo.name]);
  expect((await world.kept(interactionKind)).map(({ note }) => note)).toContain(
    `跟腾云王总通了电话,${NOTE},下周三下午3点再去拜访`,
  );
  expect((await world.kept(interactionKind)).map(({ note }) => note)).toContain('去海拓拜访了罗总,林悦也在');
  expect(found(await raw(['people', 'conversations', 'questions', 'web_log']), ['林悦'])).toEqual([]);
  expect(await differences()).toEqual([]);
});

test('files go with the customer, but for those that another one has too', async () => {
  const kept = await Promise.all(
    ['只给腾云的报价', '给所有人的手册'].map((words) =>
      blobs().put({ name: `${words}.txt`, type: 'text/plain', bytes: Buffer.from(words) }),
    ),
  );
  await lin().says('跟腾云王总通了电话');
  await lin().says('去海拓拜访了罗总');
  const notes = await world.kept(interactionKind);
  const files = kept.map((blob, n) => ({ name: `${n}.txt`, blob }));
  await world.records.ledger.record({ id: 'attach', kind: 'admin', by: 'lin' }, async (draft) => {
    for (const note of notes)
      draft.change(interactionKind, note, { files: note.account === 'customer-0' ? files : files.slice(1) });
  });
  await world.records.eraseSubject('account:customer-0', blobs(), async () => undefined);
  expect(await Promise.all(kept.map(async (blob) => (await blobs().get(blob))?.name))).toEqual([
    undefined,
    '给所有人的手册.txt',
  ]);
  expect((await world.kept(interactionKind)).map(({ files: left }) => left)).toContainEqual([]);
});

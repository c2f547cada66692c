import type { Reply } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { importKind } from '../../src/crm/import/import.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { differences, namedIn } from '../support/messy-check.ts';
import { messyExport, onRecord } from '../support/messy-export.ts';
import { fillTeam } from '../support/sales-team.ts';
import { gb18030Csv, mergedXlsx } from '../support/sheet-file.ts';
import { until } from '../support/until.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, onRecord));
});
afterEach(() => world.close());

let count = 0;
async function sends(name: string, bytes: Uint8Array) {
  const blob = await createBlobStore(world.records.db, world.records.seals).put({ name, type: '', bytes });
  const from = { adapter: 'web', room: directRoom('lin'), user: 'lin', sentAt: world.clock.now() };
  return world.accept((key) => ({
    ...from,
    key,
    kind: 'thing',
    message: `web:export:${++count}`,
    what: 'file',
    name,
    blob,
  }));
}

const comesTo = (state: string) =>
  until(async () => (await world.kept(importKind)).every((one) => one.state === state), 60_000);

/** Every living record of the business, whole but for its versions. */
async function standing(): Promise<string[]> {
  const { db } = world.records;
  const kept = ['accounts', 'contacts', 'deals', 'interactions', 'account_names'].map((name) =>
    db
      .collection(name)
      .find({ deleted: { $ne: true } })
      .toArray(),
  );
  return (await Promise.all(kept))
    .flat()
    .map(({ v: _v, updatedAt: _at, writers: _by, ...own }) => JSON.stringify(own))
    .sort();
}

test.each([
  ['a CSV in GB18030', 800, 1, '客户.csv', gb18030Csv],
  ['a workbook with a merged header and formulas', 400, 3, '客户.xlsx', (sheet) => mergedXlsx(sheet, '客户清单 2026')],
] as [string, number, number, string, typeof gb18030Csv][])(
  '%s: every row is right or named; the same file again changes nothing; its undo leaves nothing',
  async (_, rows, headRows, name, fileOf) => {
    const meant = messyExport(rows, headRows);
    const before = await standing();
    const own = new Set(before.map((record) => (JSON.parse(record) as { _id: string })._id));
    const [asked] = await sends(name, fileOf(meant.sheet));
    const tap = asked?.message.buttons?.[0]?.label ?? '';
    const lin = world.person('lin');
    await lin.presses(asked, tap);
    await comesTo('done');
    expect((await differences(world.records.db, meant, own)).slice(0, 3)).toEqual([]);

    const done = await lastShown();
    const file = await world.answerNow({
      adapter: 'web',
      room: directRoom('lin'),
      user: 'lin',
      kind: 'file',
      action: done?.message.buttons?.find(({ file }) => file)?.id ?? '',
    });
    const named = namedIn(new TextDecoder().decode(file?.bytes));
    const wrong = new Map([...meant.named].map(([line, reasons]) => [line, reasons.toSorted()]));
    expect(named).toEqual(wrong);
    expect(named.size).toBeGreaterThan(rows / 3);

    for (const { name: known } of onRecord) {
      const [account] = (await world.kept(accountKind)).filter((one) => one.name === known);
      expect(account).toMatchObject({ region: '华东' });
    }
    const after = await standing();
    const [again] = await sends(name, fileOf({ ...meant.sheet, rows: [...meant.sheet.rows, []] }));
    expect(again?.message.text.split('\n')[0]).toMatch(/^没有新的:/);
    expect(await standing()).toEqual(after);

    await lin.says('撤销');
    await comesTo('undone');
    expect(await standing()).toEqual(before);
  },
  120_000,
);

/** What the import said at its end. */
async function lastShown() {
  const found = () => world.shownTo('lin').find(({ message }) => message.text.startsWith('✓ 已导入'));
  await until(() => found() !== undefined);
  return found() as Reply;
}

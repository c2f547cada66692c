import type { Reply } from '../../src/chat/chat-adapter.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { importKind } from '../../src/crm/import/import.ts';
import { differences, namedIn } from '../support/messy-check.ts';
import { messyExport } from '../support/messy-export.ts';
import { gb18030Csv } from '../support/sheet-file.ts';
import { answerParent } from './child.ts';
import {
  blobs,
  bring,
  closeBot,
  cpuSeconds,
  host,
  living,
  type Noticed,
  notice,
  records,
  says,
  stateIs,
  told,
} from './long-work-bot.ts';

/** A list brought in by one tap and taken back by one word, on the embedded store. Seconds from the tap and the word. */
export interface Imported extends Noticed {
  preview: number;
  brought: number;
  customers: number;
  takenBack: number;
  left: number;
  /** What both cost, in seconds of CPU: the store's thread included, whatever else the machine does. */
  cpu: { brought: number; takenBack: number };
}

/** An export as companies have them, held against what its rows mean. */
export interface Checked {
  brought: number;
  differences: number;
  /** Rows named otherwise than they should be. */
  misnamed: number;
  /** Records changed by the same file a second time, and left by the undo. */
  changedAgain: number;
  left: number;
}

const PATIENCE_MS = 300_000;
const IMPORTS = importKind.collection;

const countAll = async (): Promise<number> => {
  const names = ['accounts', 'contacts', 'deals', 'interactions', 'account_names'];
  const counts = await Promise.all(names.map((name) => records.db.collection(name).countDocuments(living)));
  return counts.reduce((sum, count) => sum + count, 0);
};

let files = 0;

/** Sends a file; the reply to it. */
async function sendFile(name: string, bytes: Uint8Array): Promise<Reply | undefined> {
  const blob = await blobs.put({ name, type: 'text/csv', bytes });
  const [asked] = await bring('lin', { kind: 'thing', message: `web:bench:file:${++files}`, what: 'file', name, blob });
  return asked;
}

async function tap(asked: Reply | undefined): Promise<void> {
  const [first] = asked?.message.buttons ?? [];
  if (first === undefined) throw new Error('the list has no preview');
  await bring('lin', { kind: 'action', action: first.id });
}

answerParent(
  {
    async import(rows: number): Promise<Imported> {
      const lines = Array.from(
        { length: rows },
        (_, at) =>
          `第${at}号公司,王${at},138${10_000_000 + at},u${at}@example.com,${at + 1}万,报价,2026-10-0${1 + (at % 9)},上海,老客户介绍`,
      );
      const csv = `公司名称,联系人,手机,邮箱,金额,阶段,最近联系,地区,备注\n${lines.join('\n')}\n`;
      const noticed = await notice();
      const began = performance.now();
      const atFirst = cpuSeconds();
      const asked = await sendFile('客户.csv', new TextEncoder().encode(csv));
      const preview = (performance.now() - began) / 1000;
      await tap(asked);
      noticed.ask();
      const brought = await stateIs(IMPORTS, 'done');
      const inBetween = cpuSeconds();
      const customers = await records.db.collection(accountKind.collection).countDocuments(living);
      await says('lin', '撤销');
      const takenBack = await stateIs(IMPORTS, 'undone');
      const cpu = { brought: inBetween - atFirst, takenBack: cpuSeconds() - inBetween };
      const left = await records.db.collection(accountKind.collection).countDocuments(living);
      return { preview, brought, customers, takenBack, left, cpu, ...(await noticed.stop()) };
    },

    async export(rows: number): Promise<Checked> {
      const before = await countAll();
      const own = new Set<string>();
      for (const name of ['accounts', 'contacts', 'deals', 'interactions'])
        for (const { _id } of await records.db.collection(name).find({}).toArray()) own.add(String(_id));
      const meant = messyExport(rows, 1);
      await tap(await sendFile('客户.csv', gb18030Csv(meant.sheet)));
      const brought = await stateIs(IMPORTS, 'done');
      const wrong = await differences(records.db, meant, own);
      const there = await countAll();
      const done = told.find(({ message }) => message.text.startsWith('✓ 已导入'));
      const action = done?.message.buttons?.find(({ file }) => file)?.id ?? '';
      const asked = { adapter: 'web', room: 'direct:lin', user: 'lin', kind: 'file', action } as const;
      const file = await host.answerNow(asked, PATIENCE_MS);
      const named = namedIn(new TextDecoder().decode(file?.bytes));
      const lines = new Set([...named.keys(), ...meant.named.keys()]);
      const misnamed = [...lines].filter(
        (line) => String(named.get(line)) !== String(meant.named.get(line)?.toSorted()),
      ).length;
      const again = await sendFile('客户.csv', gb18030Csv({ ...meant.sheet, rows: [...meant.sheet.rows, []] }));
      const asksAgain = again?.message.text.startsWith('没有新的') ? 0 : 1;
      const changedAgain = Math.abs((await countAll()) - there) + asksAgain;
      await says('lin', '撤销');
      await stateIs(IMPORTS, 'undone');
      const left = Math.abs((await countAll()) - before);
      return { brought, differences: wrong.length, misnamed, changedAgain, left };
    },
  },
  closeBot,
);

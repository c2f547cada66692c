import { countText } from '../../chat/format.ts';
import { defineTexts } from '../../chat/texts.ts';
import type { UnderWay } from '../../crm/long-work/long-work.ts';
import type { Why } from './read/customers.ts';
import type { Refusal } from './source/table.ts';

const many = (number: number, noun: string) => `${countText(number)} ${noun}${number === 1 ? '' : 's'}`;
const customers = (number: number) => many(number, 'customer');
/** What there is of it. */
const some = (...parts: (string | false)[]) => parts.filter((part) => part !== false).join(' · ');

const zhWhy: Record<Why, string> = {
  noName: '没有客户名',
  tooLong: '有一格太长',
  tooWide: '比表头多一格',
  owner: '没有这位同事',
  notYours: '不归你管',
  taken: '已有同事在跟',
  phone: '电话不对',
  email: '邮箱不对',
  amount: '金额看不准',
  stage: '阶段不认识',
  lastContact: '日期看不准',
  birthday: '生日看不准',
  differs: '与前面的行不一致',
};
const enWhy: Record<Why, string> = {
  noName: 'no customer name',
  tooLong: 'a cell is too long',
  tooWide: 'more cells than the header',
  owner: 'no such colleague',
  notYours: 'not yours to import',
  taken: 'a colleague has it',
  phone: 'bad phone',
  email: 'bad e-mail',
  amount: 'unclear amount',
  stage: 'unknown stage',
  lastContact: 'unclear date',
  birthday: 'unclear birthday',
  differs: 'differs from an earlier row',
};

const zhWaits: Record<UnderWay, string> = {
  running: '还在导入,导完再撤销。',
  undoing: '还在撤销,完了再恢复。',
  restoring: '还在恢复,完了再撤销。',
};
const enWaits: Record<UnderWay, string> = {
  running: 'Still importing. Undo it when it is done.',
  undoing: 'Still undoing. Restore it when it is done.',
  restoring: 'Still restoring. Undo it when it is done.',
};
const zhRefused: Record<Refusal, string> = {
  tooManyRows: '一次最多导入 20,000 行,请分成几个文件。什么都没动。',
  tooBig: '文件展开后太大,没有读。请另存为 CSV 再发。',
  encoding: '读不出文字。请另存为 UTF-8 的 CSV 或 .xlsx 再发。',
  broken: '文件坏了或格式不对,没有读。请另存为 CSV 再发。',
  oldExcel: '旧版 .xls 或加密文件读不了。请另存为 .xlsx 再发。',
  empty: '文件是空的。',
};
const enRefused: Record<Refusal, string> = {
  tooManyRows: 'Over 20,000 rows: split the file. Nothing was changed.',
  tooBig: 'Too large unpacked. Save it as CSV and send it again.',
  encoding: 'Unreadable text. Save it as UTF-8 CSV or .xlsx and resend.',
  broken: 'The file is damaged. Save it as CSV and send it again.',
  oldExcel: 'Old or locked .xls. Save it as .xlsx and send it again.',
  empty: 'The file is empty.',
};

export const importTexts = defineTexts({
  zh: {
    preview: (name: string, number: number) => `${name} · ${countText(number)} 家`,
    pasted: '粘贴的名单',
    counts: (fresh: number, known: number, unclear: number) =>
      `新 ${countText(fresh)} · 已有 ${countText(known)} · 不清楚 ${countText(unclear)}`,
    unused: (columns: string) => `没用上的列:${columns}`,
    unread: (sheets: string) => `没读的工作表:${sheets}`,
    left: (line: number, why: Why, cell: string) => `第${line}行:${zhWhy[why]}${cell === '' ? '' : ` ${cell}`}`,
    reason: (why: Why, cell: string) => `${zhWhy[why]}${cell === '' ? '' : ` ${cell}`}`,
    reasonHead: '原因',
    rowNumber: '行号',
    leftName: '没导入的行.csv',
    leftRows: '剩下的行',
    leftElsewhere: '在网页版的这条消息上可下载全部。',
    leftCounts: (rows: number, cells: number) =>
      some(rows > 0 && `没导入 ${countText(rows)} 行`, cells > 0 && `缺一格 ${countText(cells)} 行`),
    moreRows: (number: number) => `另有 ${countText(number)} 行`,
    take: (number: number) => (number < 10_000 ? `导入 ${countText(number)} 家` : '全部导入'),
    later: '先放着',
    setAside: '没有导入。要导入再发一次。',
    nothingNew: (known: number) => `没有新的:${countText(known)} 家都已经有了。`,
    nothingClear: '没有能导入的客户。',
    noColumns: '没看出哪一列是客户名。首行写上「客户」「联系人」「电话」再发。',
    done: (number: number) => `✓ 已导入 · ${countText(number)} 家`,
    progress: (done: number, all: number) => `正在导入 · ${countText(done)}/${countText(all)} 家`,
    undoing: (done: number, all: number) => `正在撤销导入 · ${countText(done)}/${countText(all)} 家`,
    restoring: (done: number, all: number) => `正在恢复导入 · ${countText(done)}/${countText(all)} 家`,
    undone: (number: number) => `已撤销:导入的 ${countText(number)} 家。\n后来改过的不变。`,
    restored: (number: number) => `✓ 已恢复 · ${countText(number)} 家`,
    waits: (state: UnderWay) => zhWaits[state],
    gone: '那份名单不在了,请再发一次。',
    undo: '撤销',
    restore: '恢复',
    refused: (why: Refusal) => zhRefused[why],
  },
  en: {
    preview: (name: string, number: number) => `${name} · ${customers(number)}`,
    pasted: 'Pasted list',
    counts: (fresh: number, known: number, unclear: number) =>
      `New ${countText(fresh)} · known ${countText(known)} · unclear ${countText(unclear)}`,
    unused: (columns: string) => `Columns not used: ${columns}`,
    unread: (sheets: string) => `Sheets not read: ${sheets}`,
    left: (line: number, why: Why, cell: string) => `Row ${line}: ${enWhy[why]}${cell === '' ? '' : ` ${cell}`}`,
    reason: (why: Why, cell: string) => `${enWhy[why]}${cell === '' ? '' : ` ${cell}`}`,
    reasonHead: 'Reason',
    rowNumber: 'Row',
    leftName: 'rows-left-out.csv',
    leftRows: 'Rows left out',
    leftElsewhere: 'All of them: download from this message on the web.',
    leftCounts: (rows: number, cells: number) =>
      `Left out: ${some(rows > 0 && many(rows, 'row'), cells > 0 && many(cells, 'cell'))}`,
    moreRows: (number: number) => `${countText(number)} more rows`,
    take: (number: number) => `Import ${countText(number)}`,
    later: 'Later',
    setAside: 'Not imported. Send it again to import it.',
    nothingNew: (known: number) => `Nothing new: ${customers(known)} on record already.`,
    nothingClear: 'No customer in it can be imported.',
    noColumns: 'Which column is the customer? Head it “customer” and send again.',
    done: (number: number) => `✓ Imported · ${customers(number)}`,
    progress: (done: number, all: number) => `Importing · ${countText(done)}/${customers(all)}`,
    undoing: (done: number, all: number) => `Undoing the import · ${countText(done)}/${countText(all)}`,
    restoring: (done: number, all: number) => `Restoring the import · ${countText(done)}/${countText(all)}`,
    undone: (number: number) => `Undone: ${customers(number)} imported.\nWhat was changed since stays.`,
    restored: (number: number) => `✓ Restored · ${customers(number)}`,
    waits: (state: UnderWay) => enWaits[state],
    gone: 'That list is gone. Please send it again.',
    undo: 'Undo',
    restore: 'Restore',
    refused: (why: Refusal) => enRefused[why],
  },
});

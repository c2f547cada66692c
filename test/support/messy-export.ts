import type { Cell, Sheet } from './sheet-file.ts';

/** A customer as its rows mean it. Sums in minor units. */
export interface MeantCustomer {
  name: string;
  region: string | null;
  industry: string | null;
  lastContact: string | null;
  people: { name: string; phone: string | null; email: string | null }[];
  deal: { amount: number | null; currency: string | null; stage: string } | null;
  note: string | null;
}

/** An export as companies have them, and what each of its rows means: told by whoever wrote it, not by who reads it. */
export interface MessyExport {
  sheet: Sheet;
  customers: Map<string, MeantCustomer>;
  /** What is wrong with a row, in the reader's words, by its line in the sheet. */
  named: Map<number, string[]>;
}

/** Customers of the exporter that are on record before, so that their rows change nothing but what is empty there. */
export const onRecord = Array.from({ length: 6 }, (_, n) => ({
  name: `在册${n}号有限公司`,
  alias: `在册${n}`,
  owner: 'lin',
  contacts: [{ name: `老联系人${n}` }],
  deal: { units: 1_000 + n, stage: 'needs' as const, touchedAt: '2026-11-02T10:00:00+08:00' },
}));

const CITIES = ['北京', '上海', '杭州', '深圳', 'Hamburg', '成都'];
const TRADES = ['物流', '软件', '医疗器械', '', '餐饮'];
const BASE = Date.UTC(2026, 0, 5);

interface Meant<T> {
  cell: Cell;
  value: T | null;
  wrong?: string;
}

/** Days in every way people write them; with the dots it is always the day first. */
function dayOf(n: number): Meant<string> {
  const at = new Date(BASE + (n % 300) * 86_400_000);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  const value = at.toISOString().slice(0, 10);
  const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '';
  const ways: Meant<string>[] = [
    { cell: `${year}/${month}/${day}`, value },
    { cell: `${day}.${month}.${year}`, value },
    { cell: value.replaceAll('-', ''), value },
    { cell: { serial: at.getTime() / 86_400_000 + 25_569 }, value },
    { cell: `${year}年${month}月${day}日`, value },
    { cell: `${day} ${name} ${year}`, value },
    { cell: `${value} 14:30`, value },
    { cell: '', value: null },
    { cell: '上周三', value: null, wrong: '日期看不准 上周三' },
    { cell: '2026/2/30', value: null, wrong: '日期看不准 2026/2/30' },
    { cell: '2027-05-01', value: null, wrong: '日期看不准 2027-05-01' },
  ];
  return nth(ways, n);
}

const SUMS: Meant<[number, string]>[] = [
  { cell: '80万', value: [80_000_000, 'CNY'] },
  { cell: '1,200.50', value: [120_050, 'CNY'] },
  { cell: '', value: null },
  { cell: '￥12,000', value: [1_200_000, 'CNY'] },
  { cell: 'US$3,500', value: [350_000, 'USD'] },
  { cell: '€1.200,50', value: [120_050, 'EUR'] },
  { cell: 'HK$1.2亿', value: [12_000_000_000, 'HKD'] },
  { cell: 'JPY 30,000', value: [30_000, 'JPY'] },
  { cell: { formula: '40*2', value: 80 }, value: [8_000, 'CNY'] },
  { cell: '1200000', value: [120_000_000, 'CNY'] },
  { cell: '待定', value: null, wrong: '金额看不准 待定' },
  { cell: '99999999999999999999', value: null, wrong: '金额看不准 99999999999999999999' },
  { cell: '-500', value: null, wrong: '金额看不准 -500' },
  { cell: '10-20万', value: null, wrong: '金额看不准 10-20万' },
];

const STAGES: Meant<string>[] = [
  { cell: '报价', value: 'proposal' },
  { cell: '需求沟通', value: 'needs' },
  { cell: '', value: null },
  { cell: '已签约', value: 'won' },
  { cell: '输单', value: 'lost' },
  { cell: '初步接触', value: 'contacted' },
  { cell: '甲类', value: null, wrong: '阶段不认识 甲类' },
];

function phoneOf(n: number): Meant<string> {
  const tail = String(10_000_000 + n);
  return nth(
    [
      { cell: `138${tail}`, value: `+86138${tail}` },
      { cell: `139 ${tail.slice(0, 4)} ${tail.slice(4)}`, value: `+86139${tail}` },
      { cell: `+86-137-${tail}`, value: `+86137${tail}` },
      { cell: '', value: null },
      { cell: `021-6${String(1_000_000 + n)}`, value: `+86216${String(1_000_000 + n)}` },
      { cell: '12345', value: null, wrong: '电话不对 12345' },
    ],
    n,
  );
}

function emailOf(n: number): Meant<string> {
  return nth(
    [
      { cell: `user${n}@example.com`, value: `user${n}@example.com` },
      { cell: '', value: null },
      { cell: `user${n}#example`, value: null, wrong: `邮箱不对 user${n}#example` },
      { cell: '', value: null },
    ],
    n,
  );
}

const NOTES = ['', '他说"再看",明年', '=SUM(A1:A9)', '老客户介绍;+折扣', ''];

const nth = <T>(from: readonly T[], n: number): T => {
  const one = from[n % from.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

/** The name as somebody else types it: wider, spaced, with other brackets. */
const asTyped = (name: string): string => ` ${name.replace('(', '（').replace(')', '） ').replace('号', '号 ')}`;

const HEAD = ['公司名称', '联系人', '手机', '邮箱', '金额', '阶段', '最近联系', '地区', '行业', '备注', '负责人'];

/** An export of so many rows; `headRows`: lines above the first of them. */
export function messyExport(rows: number, headRows: number): MessyExport {
  const made: MessyExport = { sheet: { head: HEAD, rows: [] }, customers: new Map(), named: new Map() };
  for (let n = 0; n < rows; n++) {
    const line = headRows + n + 1;
    const { cells, wrong } = again(made, n) ?? known(made, n) ?? fresh(made, n);
    made.sheet.rows.push(cells);
    if (wrong.length > 0) made.named.set(line, wrong);
  }
  return made;
}

interface Row {
  cells: Cell[];
  wrong: string[];
}

/** A second row of a customer from above: one more person, or the same one with another phone. */
function again({ customers }: MessyExport, n: number): Row | null {
  if (n % 23 !== 22) return null;
  const customer = customers.get(nameOf(n - 11));
  const [person] = customer?.people ?? [];
  if (customer === undefined || person === undefined) return null;
  const phone = `136${String(10_000_000 + n)}`;
  const other = n % 2 === 0;
  const contact = other ? `副手${n}` : person.name;
  const cells = [asTyped(customer.name), contact, phone, '', '', '', '', '', '', '', ''];
  if (other) customer.people.push({ name: contact, phone: `+86${phone}`, email: null });
  else if (person.phone !== null) return { cells, wrong: [`与前面的行不一致 +86${phone}`] };
  else person.phone = `+86${phone}`;
  return { cells, wrong: [] };
}

/** A customer that is on record with a person and a deal: only its region is new. */
function known(_: MessyExport, n: number): Row | null {
  const customer = n % 31 === 30 ? onRecord[(n - 30) / 31] : undefined;
  if (customer === undefined) return null;
  return { cells: [customer.name, '新人', '13900000000', '', '5万', '报价', '', '华东', '', '', ''], wrong: [] };
}

const nameOf = (n: number): string => `${nth(CITIES, n)}${n}号(集团)公司`;

function fresh({ customers }: MessyExport, n: number): Row {
  const [phone, email, day, sum, stage] = [phoneOf(n), emailOf(n), dayOf(n), nth(SUMS, n), nth(STAGES, n)];
  const person = n % 9 === 8 ? '' : `王${n}`;
  const refused = refusal(n);
  const name = nameOf(n);
  const note = nth(NOTES, n);
  const cells: Cell[] = [refused?.name ?? name, person, phone.cell, email.cell, sum.cell, stage.cell, day.cell];
  cells.push(nth(CITIES, n), nth(TRADES, n), note, refused?.owner ?? nth(['', '林悦'], n));
  if (refused !== null) return { cells, wrong: [refused.wrong] };
  const reached = person !== '' || phone.value !== null || email.value !== null;
  const [amount, currency] = sum.value ?? [null, null];
  const opens = amount !== null || (stage.value !== null && stage.value !== 'contacted');
  customers.set(name, {
    name,
    region: nth(CITIES, n),
    industry: nth(TRADES, n) || null,
    lastContact: day.value,
    people: reached ? [{ name: person || name, phone: phone.value, email: email.value }] : [],
    deal: opens ? { amount, currency, stage: stage.value ?? 'contacted' } : null,
    note: note || null,
  });
  return { cells, wrong: [phone, email, sum, stage, day].flatMap((one) => one.wrong ?? []) };
}

/** Rows that nothing can be made of. */
function refusal(n: number): { name?: string; owner?: string; wrong: string } | null {
  if (n % 89 === 5) return { name: '', wrong: '没有客户名' };
  if (n % 97 === 6) return { owner: '张伟', wrong: '不归你管 张伟' };
  if (n % 101 === 7) return { owner: '查无此人', wrong: '没有这位同事 查无此人' };
  return null;
}

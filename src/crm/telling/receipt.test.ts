import { birthdayText, receipt, receiptText } from './receipt.ts';
import type { ReceiptFacts } from './telling.ts';

const says: ReceiptFacts = {
  customer: { name: '腾云', isNew: false },
  interaction: { kind: 'call', day: '2026-11-23' },
  deal: {
    isNew: false,
    amount: { from: { minor: 80_000_000, currency: 'CNY' }, to: { minor: 85_000_000, currency: 'CNY' } },
    stage: null,
    closeDate: null,
  },
  tasks: [{ title: '拜访', day: '2026-12-02', time: '15:00', assignee: null }],
  facts: [],
};
const zh = { locale: 'zh', today: '2026-11-23', stages: 'contact-first' } as const;
const en = { ...zh, locale: 'en' } as const;

test('result, customer, what changed, next step', () => {
  expect(receiptText(says, zh)).toBe('✓ 已记 · 腾云 · 电话 · 今天\n金额 80万→85万\n下一步 12/2 周三 15:00 拜访');
  expect(
    receiptText(
      {
        ...says,
        customer: { name: 'Alderbank', isNew: false },
        deal: null,
        tasks: [{ title: 'pricing', day: '2026-11-26', time: null, assignee: null }],
      },
      en,
    ),
  ).toBe('✓ Logged · Alderbank · Call · today\nNext: pricing, Thu Nov 26');
});

test('a new customer and a new deal are marked', () => {
  const fresh = {
    ...says,
    customer: { name: '蓝海', isNew: true },
    deal: {
      isNew: true,
      amount: { from: null, to: { minor: 100, currency: 'USD' } },
      stage: { from: null, to: 'contacted' as const },
      closeDate: null,
    },
  };
  expect(receiptText(fresh, zh).split('\n').slice(0, 2)).toEqual([
    '✓ 已记 · 蓝海 (新客户) · 电话 · 今天',
    '新商机 · 金额 US$1 · 阶段 初步接触',
  ]);
});

test('at most five lines, and it says how much more there is', () => {
  const many = {
    ...says,
    tasks: Array.from({ length: 7 }, (_, at) => ({ title: `t${at}`, day: null, time: null, assignee: null })),
  };
  const lines = receiptText(many, zh).split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[4]).toBe('另有 5 项');
});

test('where not all has room, what has just been added is said', () => {
  const step = (title: string) => ({ title, day: null, time: null, assignee: null });
  const earlier = { ...says, tasks: ['a', 'b', 'c'].map(step) };
  const lines = receiptText({ ...earlier, tasks: [...earlier.tasks, step('d')] }, zh, 'amended', earlier).split('\n');
  expect(lines.slice(1)).toEqual(['金额 80万→85万', '下一步 未定日期 a', '下一步 未定日期 d', '另有 2 项']);
});

test('words that changed nothing else are said back, below the steps', () => {
  expect(receiptText({ ...says, deal: null, remark: '尾款验收后付' }, zh, 'amended')).toBe(
    '✓ 已改 · 腾云 · 电话 · 今天\n下一步 12/2 周三 15:00 拜访\n备注 尾款验收后付',
  );
  expect(receiptText({ ...says, deal: null, tasks: [], remark: 'likes golf' }, en)).toContain('\nNote: likes golf');
});

test('a birthday says its calendar, and a solar one can be made lunar with a tap', () => {
  const birthday = { calendar: 'solar' as const, month: 8, day: 15, year: null, leap: false };
  expect(birthdayText(birthday, 'zh')).toBe('8月15日(公历)');
  expect(birthdayText({ ...birthday, calendar: 'lunar', leap: true }, 'zh')).toBe('闰8月15日(农历)');
  expect(birthdayText(birthday, 'en')).toBe('Aug 15 (solar)');
  const told = { ...says, facts: [{ name: '王总', birthday, phone: null, email: null, title: null }] };
  expect(receipt(told, zh, 's1').buttons?.map(({ label }) => label)).toEqual(['撤销', '修改', '是农历']);
  expect(receipt(says, zh, 's1').buttons?.map(({ label }) => label)).toEqual(['撤销', '修改']);
});

test('what reads the same before and after is no change; a number that fits no plan is named', () => {
  const same = { minor: 80_000_000, currency: 'CNY' };
  const deal = { isNew: false, amount: { from: same, to: same }, stage: null, closeDate: null };
  const fact = { name: '王总', birthday: null, email: null, title: null };
  const line = (phone: string, was?: string) =>
    receiptText(
      { ...says, deal, tasks: [], facts: [{ ...fact, phone, ...(was === undefined ? {} : { was: { phone: was } }) }] },
      zh,
    ).split('\n');
  expect(line('1391111000')).toEqual(['✓ 已记 · 腾云 · 电话 · 今天', '金额 80万', '王总 电话 1391111000(位数不对?)']);
  expect(line('+8613911110000', '1391111000')[2]).toBe('王总 电话 1391111000(位数不对?)→+8613911110000');
});

import { breakLine } from './break-line.ts';

test.each([
  ['✓ 已记 · 腾云 · 电话 · 今天', '✓ 已记 · 腾云 · 电话 · 今天', ''],
  ['✓ 已记 · 海拓物流 (新客户) · 拜访 · 今天', '✓ 已记 · 海拓物流 (新客户) · 拜访 ·', '今天'],
  ['已撤销:海拓供应链 · 11/23 周一 拜访、商机 12万。', '已撤销:海拓供应链 · 11/23 周一 拜访、商机', '12万。'],
  ['很长的一行'.repeat(6), '很长的一行'.repeat(6), ''],
])('%j', (line, start, rest) => expect(breakLine(line, 26)).toEqual([start, rest]));

import type { Script } from './script.ts';

export const script10: Script = {
  title: 'script 10: a win taken back in time is never told; later, a correction follows it',
  people: ['zhang', 'chen'],
  customers: [
    {
      name: '芯澜半导体',
      alias: '芯澜',
      owner: 'zhang',
      deal: { units: 360_000, stage: 'negotiation', touchedAt: '2026-11-20T10:00:00+08:00' },
    },
  ],
  talk: `
    chen@sales: 签单了就发到这个群
    <@sales ✓ 本群提醒 · 赢单…
    zhang: 签了 芯澜 36.8万
    < ✓ 已记 · 芯澜… / 金额 36万→36.8万 / 阶段 商务谈判→赢单…
    at 2026-11-23 10:00:30
    zhang: 撤销
    < 已撤销:…
    at 2026-11-23 10:10
    <-
    =
    zhang: 签了 芯澜 36.8万
    < ✓ 已记 · 芯澜…
    at 2026-11-23 10:15
    (known group) <@sales 赢单 · …
    zhang: 撤销
    < 已撤销:…
    at 2026-11-23 10:25
    (known group) <@sales 更正:张伟撤销了刚才那条。
    =`,
};

import { tengyun } from '../../support/sales-team.ts';
import type { Script } from './script.ts';

export const script7: Script = {
  title: 'script 7: told of half an hour before, asked an hour after; the free answer is the log',
  people: ['lin'],
  customers: [tengyun],
  talk: `
    lin: 跟腾云王总通了电话,有点犹豫,今天下午3点再去拜访
    < ✓ 已记 · 腾云 · 电话 · 今天…15:00…
    at 2026-11-23 14:29
    <-
    at 2026-11-23 14:30
    <lin 15:00 · 腾云 / …有点犹豫…
    at 2026-11-23 16:00
    <lin 怎么样? · 腾云 / 15:00 …
    lin: 还行,月底前报价
    < ✓ 已记 · 腾云 · 拜访 · 今天 / 完成 … / 下一步 11/30 周一 报价
    = note 腾云 call 2026-11-23
    = note 腾云 visit 2026-11-23
    = step 腾云 2026-11-23 15:00 … (done)
    = step 腾云 2026-11-30 - 报价`,
};

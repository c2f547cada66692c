import { tengyun } from '../../support/sales-team.ts';
import type { Script } from './script.ts';

export const script1: Script = {
  title: 'script 1: a note, two corrections, one step back, and the whole record taken back',
  people: ['lin'],
  customers: [tengyun],
  talk: `
    lin: 刚跟腾云王总打完电话 80万嫌贵 下周三下午3点再去
    < ✓ 已记 · 腾云 · 电话 · 今天 / 新商机 · 金额 80万 · 阶段 商务谈判 / 下一步 12/2 周三 15:00… [撤销][修改]
    lin: 不是80万是85万
    < ✓ 已改 · 腾云 · 电话 · 今天…85万…
    lin: 是周四
    < ✓ 已改 · 腾云 · 电话 · 今天…12/3 周四 15:00…
    = note 腾云 call 2026-11-23
    = deal 腾云 85万 negotiation
    = step 腾云 2026-12-03 15:00 …
    lin: 撤销
    < 已撤销:…
    = note 腾云 call 2026-11-23
    = deal 腾云 85万 negotiation
    = step 腾云 2026-12-02 15:00 …
    (older buttons) lin[撤销]
    < 已撤销:…
    =`,
};

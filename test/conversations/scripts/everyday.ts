import { tengyun } from '../../support/sales-team.ts';
import type { Script } from './script.ts';

/** What the twelve do not have: a choice by its button, restore, and a reminder put off. */
export const everyday: Script = {
  title: 'a choice, a record taken back and brought back, and a reminder put off',
  people: ['lin'],
  customers: [
    tengyun,
    { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin', contacts: [{ name: '罗海生', alias: '罗总' }] },
    {
      name: '海拓供应链管理有限公司',
      alias: '海拓供应链',
      owner: 'lin',
      contacts: [{ name: '罗启铭', alias: '罗总' }],
    },
  ],
  talk: `
    lin: 跟罗总通了电话,他挺满意
    < 哪位罗总? [海拓物流 罗海生][海拓供应链 罗启铭][都不是]
    lin[海拓物流 罗海生]
    < ✓ 已记 · 海拓物流 · 电话 · 今天…
    = note 海拓物流 call 2026-11-23
    lin: 今天拜访了腾云王总,明天下午3点再去
    < ✓ 已记 · 腾云 · 拜访 · 今天…
    lin[撤销]
    < 已撤销:…
    = note 海拓物流 call 2026-11-23
    lin[恢复]
    < …已恢复…
    = note 海拓物流 call 2026-11-23
    = note 腾云 visit 2026-11-23
    = step 腾云 2026-11-24 15:00 …
    at 2026-11-24 14:35
    <lin 15:00 · 腾云…
    lin[明天再说]
    <…
    at 2026-11-25 10:00
    <lin …腾云…`,
};

import { tengyun } from '../../support/sales-team.ts';
import type { Script } from './script.ts';

export const script2: Script = {
  title: 'script 2: a birthday and a wish go onto the record; after a note on another customer 他 is that one',
  people: ['lin'],
  customers: [
    tengyun,
    { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin', contacts: [{ name: '罗海生', alias: '罗总' }] },
  ],
  talk: `
    lin: 今天跟腾云王总通了电话
    < ✓ 已记 · 腾云 · 电话 · 今天 [撤销][修改]
    lin: 他生日8月15
    < ✓ 已改 · 腾云 · 电话 · 今天 / 王建国 生日 8月15日(公历) [撤销][修改][是农历]
    lin: 还想看demo
    < ✓ 已改 · 腾云…下一步 未定日期 …demo…
    = note 腾云 call 2026-11-23
    = person 腾云 王建国 born solar 8-15
    = step 腾云 - - …demo…
    lin: 拜访了海拓物流的罗海生
    < ✓ 已记 · 海拓物流 · 拜访 · 今天
    lin: 他要合同模板
    < ✓ 已改 · 海拓物流…合同模板…
    = note 腾云 call 2026-11-23
    = person 腾云 王建国 born solar 8-15
    = step 腾云 - - …demo…
    = note 海拓物流 visit 2026-11-23
    = step 海拓物流 - - …合同模板…`,
};

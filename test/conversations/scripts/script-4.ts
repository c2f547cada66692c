import { tengyun } from '../../support/sales-team.ts';
import type { Script } from './script.ts';

const deal = { units: 500_000, stage: 'needs' as const, touchedAt: '2026-11-20T10:00:00+08:00' };

export const script4: Script = {
  title: 'script 4: three customers in one message are three records, and 撤销2 leaves two',
  people: ['lin'],
  customers: [
    { ...tengyun, deal },
    { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin', deal },
    { name: '晨耀新能源有限公司', alias: '晨耀', owner: 'lin', deal },
  ],
  talk: `
    lin: 1腾云报价发了 2海拓物流年后再看 3晨耀不做了没预算
    < 1 ✓ 已记 · 腾云 / 阶段 需求分析→方案报价 / 2 ✓ 已记 · 海拓物流 / 暂停到 2027/2/13 周六 / 3 ✓ 已记 · 晨耀 / 阶段 需求分析→输单 · 没预算 [撤销1][撤销2][撤销3]
    = deal 腾云 50万 proposal
    = deal 海拓物流 50万 needs paused 2027-02-13
    = deal 晨耀 50万 lost 没预算
    lin: 撤销2
    < 已撤销:海拓物流 · 暂停。 / 其他不变。…
    = deal 腾云 50万 proposal
    = deal 晨耀 50万 lost 没预算`,
};

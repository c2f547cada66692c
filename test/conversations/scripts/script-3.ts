import type { Script } from './script.ts';

const deal = { units: 300_000, stage: 'needs' as const, touchedAt: '2026-11-20T10:00:00+08:00' };

export const script3: Script = {
  title: 'script 3: which of two, another note in between, the answer, and never asked again',
  people: ['lin'],
  customers: [
    {
      name: '宁波海拓物流有限公司',
      alias: '海拓物流',
      owner: 'lin',
      contacts: [{ name: '罗海生', alias: '罗总' }],
      deal,
    },
    {
      name: '海拓供应链管理有限公司',
      alias: '海拓供应链',
      owner: 'lin',
      contacts: [{ name: '罗启铭', alias: '罗总' }],
      deal,
    },
    { name: '麦语教育科技有限公司', alias: '麦语', owner: 'lin', contacts: [{ name: '谢远', alias: '谢校长' }] },
  ],
  talk: `
    lin: 跟罗总聊了,年后再看
    < ✓ 已记 · 客户待定…
    < 哪位罗总? [海拓物流 罗海生][海拓供应链 罗启铭][都不是]
    lin: 麦语谢校长方案讲完了
    < ✓ 已记 · 麦语…
    = note ? other 2026-11-23
    = note 麦语 other 2026-11-23
    = deal 麦语 - proposal
    lin: 2
    < ✓ 已记 · 海拓供应链 · 跟进 · 今天 / 暂停到 2027/2/13 周六
    = note 海拓供应链 other 2026-11-23
    = deal 海拓供应链 30万 needs paused 2027-02-13
    = note 麦语 other 2026-11-23
    = deal 麦语 - proposal
    lin: 罗总今天又打电话来了
    < ✓ 已记 · 海拓供应链管理有限公司 · 电话 · 今天
    = note 海拓供应链 other 2026-11-23
    = deal 海拓供应链 30万 needs paused 2027-02-13
    = note 麦语 other 2026-11-23
    = deal 麦语 - proposal
    = note 海拓供应链 call 2026-11-23`,
};

import { tengyun } from './sales-team.ts';

const touchedAt = '2026-11-20T10:00:00+08:00';
const CNY = 'CNY';
const USD = 'USD';

/** Whom the scripted talks are about: two 罗总, two 赵经理, two Danas and two Sams among them. */
export const TALK_CUSTOMERS = [
  { ...tengyun, deal: { units: 500_000, currency: CNY, stage: 'needs' as const, touchedAt } },
  {
    name: '宁波海拓物流有限公司',
    alias: '海拓物流',
    owner: 'lin',
    contacts: [{ name: '罗海生', alias: '罗总' }],
  },
  {
    name: '海拓供应链管理有限公司',
    alias: '海拓供应链',
    owner: 'lin',
    contacts: [
      { name: '罗启铭', alias: '罗总' },
      { name: '赵刚', alias: '赵经理' },
    ],
    deal: { units: 300_000, currency: CNY, stage: 'needs' as const, touchedAt },
  },
  {
    name: '麦语教育科技有限公司',
    alias: '麦语',
    owner: 'lin',
    contacts: [
      { name: '谢远', alias: '谢校长' },
      { name: '赵敏', alias: '赵经理' },
    ],
  },
  {
    name: '苏州晨耀精密机械有限公司',
    alias: '晨耀',
    owner: 'lin',
    contacts: [{ name: '郑敬尧', alias: '郑总' }],
    deal: { units: 180_000, currency: CNY, stage: 'proposal' as const, touchedAt },
  },
  {
    name: '芯澜半导体',
    alias: '芯澜',
    owner: 'zhang',
    contacts: [{ name: '孙立', alias: '孙工' }],
    deal: { units: 360_000, currency: CNY, stage: 'negotiation' as const, touchedAt },
  },
  {
    name: 'Alderbank Holdings plc',
    alias: 'Alderbank',
    owner: 'emma',
    contacts: [
      { name: 'Priya Nair', alias: 'Priya' },
      { name: 'Sam Holt', alias: 'Sam' },
    ],
    deal: { units: 40_000, currency: USD, stage: 'needs' as const, touchedAt },
  },
  {
    name: 'Tern Island Ferries Ltd',
    alias: 'Tern Island',
    owner: 'emma',
    contacts: [
      { name: 'Callum Reid', alias: 'Callum' },
      { name: 'Sam Reyes', alias: 'Sam' },
    ],
  },
  {
    name: 'Northwind Traders',
    alias: 'Northwind',
    owner: 'emma',
    contacts: [{ name: 'Dana Cole', alias: 'Dana' }],
    deal: { units: 10_000, currency: USD, stage: 'proposal' as const, touchedAt },
  },
  {
    name: 'Harbour Foods Ltd',
    alias: 'Harbour Foods',
    owner: 'emma',
    contacts: [{ name: 'Dana Lund', alias: 'Dana' }],
  },
];

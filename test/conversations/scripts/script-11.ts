import type { Script } from './script.ts';

const customers = [
  {
    name: '海拓物流',
    alias: '海拓',
    owner: 'zhang',
    deal: { units: 420_000, stage: 'needs' as const, touchedAt: '2026-11-20T10:00:00+08:00' },
  },
];

export const script11: Script = {
  title: 'script 11: a note on a colleague’s customer names the owner alone, who is told once',
  people: ['lin', 'zhang'],
  customers,
  talk: `
    lin: 跟海拓的人聊了,他们嫌贵
    < 这个客户不归你看,负责人是张伟。…
    = note 海拓 other 2026-11-23
    at 2026-11-23 10:30
    <zhang …林悦…
    at 2026-11-23 17:00
    <-`,
};

export const script11Hidden: Script = {
  title: 'script 11: with owners undisclosed, a hidden customer and one that does not exist are answered alike',
  people: ['lin'],
  customers,
  settings: { discloseOwners: false },
  talk: `
    lin: 海拓怎么样了
    < 没有叫「海拓」的客户。
    lin: 白鹭怎么样了
    < 没有叫「白鹭」的客户。
    lin: 跟海拓的人通了电话,报价10万
    < ✓ 已记 · 海拓 (新客户) · 电话 · 今天…
    lin: 跟白鹭的人通了电话,报价10万
    < ✓ 已记 · 白鹭 (新客户) · 电话 · 今天…
    = customer 海拓
    = note 海拓 call 2026-11-23
    = deal 海拓 10万 …
    = customer 白鹭
    = note 白鹭 call 2026-11-23
    = deal 白鹭 10万 …`,
};

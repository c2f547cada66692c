import type { Script } from './script.ts';

const LIST = [
  '腾云科技 王总 13800010001',
  '海拓物流 罗海生 13800010002',
  '李经理 13800010003',
  '晨耀 陈工 13800010004',
  '麦语教育 谢校长 13800010005',
].join('⏎');

export const script5: Script = {
  title: 'script 5: five customers pasted, one without a name; again, nothing new; undone, empty, and no alerts',
  people: ['lin'],
  customers: [],
  talk: `
    lin: ${LIST}
    < 粘贴的名单 · 4 家 / 新 4 · 已有 0 · 不清楚 1 / 腾云科技 · 王总 · +8613800010001 / 海拓物流 · 罗海生 · +8613800010002 / 晨耀 · 陈工 · +8613800010004 / 第3行:没有客户名 [导入 4 家][先放着]
    =
    lin[导入 4 家]
    < ✓ 已导入 · 4 家 / 第3行:没有客户名…
    = customer 腾云科技
    = person 腾云科技 王总 +8613800010001
    = customer 海拓物流
    = person 海拓物流 罗海生 +8613800010002
    = customer 晨耀
    = person 晨耀 陈工 +8613800010004
    = customer 麦语教育
    = person 麦语教育 谢校长 +8613800010005
    lin: ${LIST}
    < 没有新的:4 家都已经有了。 / 第3行:没有客户名
    lin: 撤销
    < 已撤销:…
    =
    at 2026-12-24 18:00
    <-`,
};

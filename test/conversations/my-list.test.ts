import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: '我的商机:要操心的在前,数字作用于下一步',
    talk: `
      lin: 周三去拜访晨耀郑总
      < …
      lin: 海拓供应链年后再看
      < …
      lin: 我的商机
      < 我的商机 · 3单 / 1 腾云 · 50万 · 需求分析 · 最后 11/20 周五 / 2 晨耀 · 18万 · 方案报价 · 11/25 周三 … / 3 海拓供应链 · 30万 · 需求分析 · 暂停到 2027/2/13 周六
      lin: 2推到周五
      < ✓ 已改 · … / 11/25 周三→11/27 周五 [撤销]
      lin: 1完成
      < 腾云没有下一步。
      = deal 海拓供应链 30万 needs paused 2027-02-13
      = step 晨耀 2026-11-27 - …`,
  },
  {
    title: '我的客户:五行加全部,数字打开一家,记一笔记在那一家',
    talk: `
      lin: 拜访了腾云王总
      lin: 新客户北辰科技,今天拜访了
      < ✓ 已记 · 北辰科技 (新客户)…
      lin: 我的客户
      < 我的客户 · 6家 / 1 … / 2 … / 3 … / 4 … / 5 … / 另有 1 家 [全部]
      lin[全部]
      < 我的客户 · 6家 / 1 … / 6 …
      lin: 9
      < 清单里没有第 9 条。
      lin: 1
      < …负责人 林悦…
      lin: 1记一笔
      < …怎么样?说一句就记。
      lin: 打了电话,周五发方案
      < ✓ 已记 · 北辰科技 · … · 今天 / 下一步 11/27 周五 …
      = note 腾云 visit 2026-11-23
      = customer 北辰科技
      = note 北辰科技 … 2026-11-23
      = step 北辰科技 2026-11-27 - …`,
  },
  {
    title: '没有的也说一句,别人的看不见',
    talk: `
      chen: 我的商机
      < 你名下没有在谈的商机。
      zhang: 我的客户
      < 我的客户 · 1家 / 1 芯澜 · 最后 11/20 周五
      zhang@sales: 我的商机
      < 我的商机 · 1单 / 1 芯澜 · 36万 · 商务谈判 · 最后 11/20 周五
      =`,
  },
  {
    title: 'my customers, my deals',
    talk: `
      emma: Send pricing to Alderbank on Wednesday
      < …
      emma: my deals
      < My deals · 2 / 1 Northwind · $10K · Proposal · last Fri Nov 20 / 2 Alderbank · $40K · Needs · Wed Nov 25 …
      emma: push 2 to Friday
      < ✓ Changed · … / Wed Nov 25→Fri Nov 27 [Undo]
      emma: log 1
      < Northwind: how was it? Say it and I log it.
      emma: Dana liked the offer, send the contract on Friday
      < ✓ Logged · Northwind · … · today / Next: …Fri Nov 27
      emma: my customers
      < My customers · 4 / 1 … / 2 … / 3 … / 4 …
      = step Alderbank 2026-11-27 - …
      = note Northwind … 2026-11-23
      = step Northwind 2026-11-27 - …`,
  },
  {
    title: '主管看下属的客户;同事不行',
    talk: `
      chen: 林悦的客户
      < 林悦的客户 · 5家 / 1 …
      emma: 林悦的客户有哪些
      < 林悦 is not yours to see.
      =`,
  },
  {
    title: '一个人的、一个组的、丢的、大的:接着说就接着看;看不到的不说',
    talk: `
      li: 建团队 一组 二组
      < …
      li: 把林悦放进一组
      < …
      li: 把Emma放进二组
      < …
      li: 让陈敏管一组和二组
      < …
      emma: lost the Alderbank deal, they chose a rival
      < …
      chen: 二组的客户
      < 二组的客户 · 4家 / 1 … / 2 … / 3 … / 4 …
      chen: team one's customers
      < 一组的客户 · 5家 / 1 … / 2 … / 3 … / 4 … / 5 …
      chen: Emma 的商机
      < Emma Clarke的商机 · 1单 / 1 Northwind · …
      chen: 林悦呢
      < 林悦的商机 · 3单 / 1 … / 2 … / 3 …
      chen: 按金额排
      < 林悦的商机 · 3单 / 1 腾云 · 50万… / 2 海拓供应链 · 30万… / 3 晨耀 · 18万…
      chen: 只看大于20万的
      < 林悦的商机 · 2单 · 20万以上 / 1 腾云 · … / 2 海拓供应链 · …
      chen: 前一个
      < 林悦的商机 · 1单 · 20万以上 / 1 腾云 · …
      chen: 还有吗
      < 林悦的商机 · 2单 · 20万以上 / 1 腾云 · … / 2 海拓供应链 · …
      chen: 丢单的客户
      < 全部丢单 · 1单 · 本季度 / 1 Alderbank · US$4万 · 11/23 周一 · Emma Clarke…
      chen: 上个月呢
      < 全部丢单 · 0单 · 10/1 周四 – 10/31 周六
      chen: 没有下一步的单子
      < 全部商机 · 5单 · 没有下一步 / 1 …
      lin: 丢单的客户
      < 我的丢单 · 0单 · 本季度
      lin: 二组的客户
      < 二组的不归你看。
      lin: Emma's lost deals
      < Emma Clarke的不归你看。
      emma: which deals did we lose this month?
      < My lost deals · 1 · this month / 1 Alderbank · $40K · Mon Nov 23 …
      = deal Alderbank … lost …`,
  },
  {
    title: '赢单率:两个数都说;谁跟进最多:看得到的人',
    talk: `
      lin: 腾云签了 50万
      < …
      lin: 晨耀丢单了,嫌贵
      < …
      emma: Called Dana at Northwind
      < …
      chen: 赢单率
      < 赢单率 · 本季度 / 50% · 赢1单,丢1单 / 口径:…
      chen: Emma呢
      < 赢单率 · 本季度 · Emma Clarke / 没有赢单也没有丢单。
      emma: win rate this month
      < Win rate · this month / No deal was won or lost.
      emma: 林悦的赢单率
      < 林悦 is not yours to see.
      zhang@sales: @跟进 赢单率
      <@sales 赢单率 · 本季度 / 没有赢单也没有丢单。
      chen@sales: @跟进 赢单率
      <@sales 这里不便说,已单独发你。
      < 赢单率 · 本季度 / 50% · …
      chen: 本周谁跟进最多
      < 跟进 · 本周 / … / 没记:…张伟…
      emma: who logged the most this week
      < Notes · this week / Emma Clarke · 1 note · Northwind · Call 1
      = deal 腾云 50万 won
      = deal 晨耀 18万 lost 嫌贵
      = note Northwind call 2026-11-23`,
  },
]);

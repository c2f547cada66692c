import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: '主管不用等人写日报:团队的、一个人的,都现成',
    talk: `
      lin: 拜访了腾云王总
      < …
      lin: 拜访了晨耀郑总,周五发合同
      < …
      zhang: 芯澜孙工来过电话
      < …
      chen: 团队日报
      < 日报 · 11/23 周一 / 林悦 · 跟进 2 条 · …腾云… / 张伟 · 跟进 1 条 · 芯澜 / 没记:…Emma Clarke
      chen: 林悦今天做了什么
      < 日报 · 林悦 · 11/23 周一 · 跟进 2 条 / 腾云 · 拜访 · … / 晨耀 · … / 下一步 11/27 周五 · 晨耀 · …
      lin: 让张伟周三给腾云寄样品
      < …
      zhang: 张伟的待办
      < 张伟 · 待办 · 1件事 / 1 …寄样品 · 11/25 周三
      chen: 拜访了腾云王总
      < …
      chen: 林悦的待办
      < 林悦 · 待办 · 1件事 / 1 晨耀 · … · 11/27 周五
      lin: 张伟的日报
      < …
      lin: 日报
      < 日报 · 11/23 周一 · 跟进 2 条 / …
      = note 腾云 visit 2026-11-23
      = note 腾云 visit 2026-11-23
      = step 腾云 2026-11-25 - 给腾云寄样品
      = note 晨耀 visit 2026-11-23
      = step 晨耀 2026-11-27 - …
      = note 芯澜 … 2026-11-23`,
  },
  {
    title: '给同事的一步:两分钟后告诉他,撤了就不告诉',
    talk: `
      lin: 让张伟周三给腾云寄样品
      < ✓ 已记 · 腾云 / 下一步 11/25 周三 给腾云寄样品 @张伟…
      at 2026-11-23 10:03
      <zhang 给你的一步 · 腾云 / 林悦:11/25 周三 给腾云寄样品
      lin: 让张伟周四给晨耀送合同
      < …@张伟…
      lin: 撤销
      < …
      at 2026-11-23 10:10
      <-
      = step 腾云 2026-11-25 - 给腾云寄样品`,
  },
  {
    title: '续约和到期的日子是一步,到那天回来;已经续了的不是',
    talk: `
      lin: 腾云3月15日续约
      < ✓ 已记 · 腾云 / 下一步 2027/3/15 周一 续约
      lin: 晨耀的服务2026年11月25日到期
      < ✓ 已记 · 晨耀 / 下一步 11/25 周三 续约
      lin: 海拓物流昨天续费了
      < …海拓物流…
      emma: Alderbank renewal on March 15
      < ✓ Logged · Alderbank / Next: Renewal, Mon Mar 15, 2027
      at 2026-11-25 09:01
      <lin 该跟进 · 晨耀… / 1 晨耀 · 今天 · 续约…
      <emma …
      <zhang …
      <chen …
      = step 腾云 2027-03-15 - 续约
      = step 晨耀 2026-11-25 - 续约
      = note 海拓物流 …
      = step Alderbank 2027-03-15 - Renewal`,
  },
  {
    title: '新人问流程和怎么记;记录是查,不是记',
    talk: `
      lin: 销售流程
      < 销售流程 · 5步 / 1 初步接触 · … / 5 赢单 · … / 怎么记:说「模板」
      lin: 模板
      < 照着说就行: / 首次「…」 / …
      lin: 拜访了腾云王总
      < …
      lin: 腾云的跟进记录
      < 腾云 · …最近 11/23 周一 拜访…
      emma: sales process
      < Sales process · 5 steps / 1 Contacted · …
      emma: how do I log a first call
      < Say it like this: / …
      emma: Alderbank's history
      < Alderbank · …
      = note 腾云 visit 2026-11-23`,
  },
  {
    title: '早上的名单:数字打开一家,为什么说明一家;别人办的事也说得出为什么',
    talk: `
      at 2026-11-25 09:01
      <chen 团队久未跟 · …
      <lin …
      <zhang …
      <emma …
      chen: 1
      < …负责人 林悦…
      chen: 第二个
      < …负责人 …
      chen: 为什么是腾云
      < 规则:下属的商机久未跟进 / 依据:腾云(林悦),最后 11/20 周五… / 下次:… / 要停:… [少提醒]
      chen: 2为什么
      < 规则:下属的商机久未跟进 / …
      emma: why Alderbank
      < Rule: … / Because: Alderbank… / Next: … [Fewer]
      chen: 让张伟周五给芯澜寄样品
      < …
      at 2026-11-25 10:03
      <zhang …芯澜…
      zhang: 为什么
      < 规则:别人做了和你有关的事 / 依据:陈敏记的 / 下次:不再单独提醒 / 要停:这一类只说一次 [少提醒]
      = step 芯澜 2026-11-27 - …`,
  },
]);

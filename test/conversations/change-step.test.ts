import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: '刚记的那步改期:同一条记录,回执就地改',
    talk: `
      lin: 今天跟腾云王总通了电话,下周三下午3点去拜访
      < ✓ 已记 · 腾云 · 电话 · 今天…
      lin: 拜访改到周四
      < ✓ 已改 · 腾云 · 电话 · 今天 / 下一步 12/3 周四 15:00 …
      lin: 把拜访推到周三
      < ✓ 已改 · 腾云 · 电话 · 今天 / 下一步 12/9 周三 15:00 …
      lin: 撤销
      < 已撤销:…
      = note 腾云 call 2026-11-23
      = step 腾云 2026-12-03 15:00 …`,
  },
  {
    title: '同一天的两步,按事由分得出来',
    talk: `
      lin: 拜访了腾云王总
      lin: 明天寄样品
      lin: 明天一起去看工厂
      lin: 改成后天
      < 哪一步? [腾云 …样品…][腾云 …工厂…][先放着]
      lin: 1
      < …11/25 周三…样品…
      lin: 我今天记了什么
      < 日报 · 11/23 周一 · 跟进 1 条…
      = note 腾云 visit 2026-11-23
      = step 腾云 2026-11-25 - …样品…
      = step 腾云 2026-11-24 - …工厂…`,
  },
  {
    title: '早先记的那步:按客户和事由认出来,改期、取消、恢复',
    talk: `
      lin: 下周二上午10点去麦语演示
      lin: 周五前给腾云发报价
      lin: 麦语的演示改到12月7号下午2点
      < ✓ 已改 · …演示 / 12/1 周二 10:00→12/7 周一 14:00 [撤销]
      lin: 取消麦语的演示
      < ✓ 不做了 · …演示 · 12/7 周一 14:00 [撤销]
      lin: 撤销
      < 已撤销:…
      lin: 报价先不用做了
      < ✓ 不做了 · …报价 · 11/27 周五 [撤销]
      = step 麦语 2026-12-07 14:00 …演示`,
  },
  {
    title: '按对接人的称呼认出那一步;没有的称呼,不动别人的',
    talk: `
      lin: 下周二去拜访腾云王总
      lin: 周五拜访麦语谢校长
      lin: 王总那个拜访挪到下周四
      < ✓ 已改 · …拜访腾云王总 / 12/1 周二→12/3 周四 [撤销]
      lin: 谢校长的拜访取消了
      < ✓ 不做了 · …拜访麦语谢校长… [撤销]
      = step 腾云 2026-12-03 - …`,
  },
  {
    title: 'English: by the first name of whom it is with',
    talk: `
      emma: demo for Priya at Alderbank on Wednesday
      emma: demo for Tern Island on Tuesday
      emma: Priya's demo moved to Thursday
      < ✓ Changed · … / Wed Nov 25→Thu Nov 26 [Undo]
      = step Alderbank 2026-11-26 - …
      = step Tern Island 2026-11-24 - …`,
  },
  {
    title: '刚记的那步不办了:那步取消,别家的不动',
    talk: `
      lin: 周五前给麦语发方案
      lin: 拜访了腾云王总,周四寄样品
      < ✓ 已记 · 腾云 · 拜访 · 今天…
      lin: 不寄样品了
      < ✓ 不做了 · …样品 · 11/26 周四 [撤销]
      = note 腾云 visit 2026-11-23
      = step 麦语 2026-11-27 - …方案`,
  },
  {
    title: "I won't: the step just noted goes",
    talk: `
      emma: Met Priya at Alderbank, send the NDA tomorrow
      < ✓ Logged · Alderbank · Meeting…
      emma: actually I won't send the NDA
      < ✓ Dropped · …NDA… [Undo]
      emma: she also wants a demo
      < ✓ Changed · Alderbank · Meeting · today / Next: demo [Undo][Edit]
      emma[Undo]
      < Undone: …
      =
      emma: Met Priya at Alderbank
      < ✓ Logged…
      = note Alderbank meeting 2026-11-23`,
  },
  {
    title: '两步都像:问一句,点一下',
    talk: `
      lin: 周四拜访海拓物流
      lin: 周五拜访麦语
      lin: 拜访了晨耀郑总
      lin: 拜访改到下周三
      < 哪一步? [海拓物流 11/26 周四][麦语 11/27 周五][先放着]
      lin: 2
      < ✓ 已改 · …麦语 / 11/27 周五→12/2 周三 [撤销]
      = step 海拓物流 2026-11-26 - …
      = step 麦语 2026-12-02 - …
      = note 晨耀 visit 2026-11-23`,
  },
  {
    title: '做完了:联络的那步记成一次联络,别的打勾',
    talk: `
      lin: 下周二去麦语演示
      lin: 周五前给腾云做方案
      lin: 麦语的演示做完了
      < ✓ 已记 · 麦语 · 演示 · 今天 / 完成 …演示 …
      lin: 方案做完了
      < ✓ 完成 · …方案 [撤销]
      = step 麦语 2026-12-01 - …演示 (done)
      = note 麦语 demo 2026-11-23
      = step 腾云 2026-11-27 - …方案 (done)`,
  },
  {
    title: '说的就是那件事:逾期的拜访、没定日子的演示、要发的报价,记一笔就算做了',
    talk: `
      lin: 周三给腾云发报价
      lin: 明天去麦语拜访
      lin: 海拓物流还想看demo
      at 2026-11-26 10:00
      lin: 今天拜访了麦语谢校长
      < ✓ 已记 · 麦语 · 拜访 · 今天 / 完成 …拜访…
      lin: 腾云报价今天上午发给王总了
      < ✓ 已记 · 腾云…完成 …发报价…
      lin: 给海拓物流演示了,反应不错
      < ✓ 已记 · 海拓物流 · 演示 · 今天 / 完成 …demo…
      = step 腾云 2026-11-25 - … (done)
      = step 麦语 2026-11-24 - … (done)
      = step 海拓物流 - - … (done)
      = note 麦语 visit 2026-11-26
      = note 海拓物流 demo 2026-11-26
      = deal 腾云 50万 proposal`,
  },
  {
    title: '没有的那步:说没有,不新建',
    talk: `
      lin: 腾云的演示改到周五
      < 没有「腾云的演示」这一步。 / 说「我的待办」看全部。
      lin: 取消拜访
      < 没有「拜访」这一步。 / 说「我的待办」看全部。
      =`,
  },
  {
    title: '别的改法不归它:金额、客户不做了、撤销刚才那条',
    talk: `
      lin: 跟腾云王总通了电话,报价80万
      lin: 金额改到90万
      < ✓ 已改 · 腾云 · 电话 · 今天 / 金额 50万→90万…
      lin: 晨耀不做了,没预算
      < ✓ 已记 · 晨耀…
      lin: 取消刚才那条
      < 已撤销:晨耀…
      = note 腾云 call 2026-11-23
      = deal 腾云 90万 …`,
  },
  {
    title: 'English: that one, by its customer, by its time alone',
    talk: `
      emma: Visit Tern Island next Thursday at 2
      emma: move that to Friday
      < ✓ Changed · Tern Island / Next: … Fri Dec 4 14:00 …
      emma: Alderbank call tomorrow at 9
      emma: push the Tern Island visit to Wednesday
      < ✓ Changed · Visit Tern Island / Fri Dec 4 14:00→Wed Dec 9 14:00 [Undo]
      emma: reschedule the call to 11am
      < ✓ Changed · Alderbank / Next: … Tue Nov 24 11:00 …
      emma: cancel the Tern Island visit
      < ✓ Dropped · Visit Tern Island · Wed Dec 9 14:00 [Undo]
      emma: done with the call
      < ✓ Logged · Alderbank · Call · today / Done: … …
      = step Alderbank 2026-11-24 11:00 … (done)
      = note Alderbank call 2026-11-23`,
  },
  {
    title: '样品带了:做的是刚才那个客户的那一步;接着说报价发了,也打勾',
    talk: `
      lin: 给麦语寄样品 明天下午2点
      lin: 给晨耀带样品过去 明天下午2点
      lin: 样品带了
      < ✓ 完成 · …带样品过去 [撤销]
      lin: 周五前给晨耀发报价
      at 2026-11-23 10:05
      lin: 报价发了
      < ✓ 已改 · 晨耀 · 跟进 · 今天 / 完成 给晨耀带样品过去 / 完成 给晨耀发报价 …
      = step 麦语 2026-11-24 14:00 给麦语寄样品
      = step 晨耀 2026-11-24 14:00 给晨耀带样品过去 (done)
      = step 晨耀 2026-11-27 - 给晨耀发报价 (done)
      = note 晨耀 other 2026-11-23`,
  },
  {
    title: '第二个:按清单上的号;问同事做了什么,不是问他的安排',
    talk: `
      lin: 周四拜访海拓物流
      lin: 周五拜访麦语
      lin: 我的待办
      < 待办 · 2件事 / 1 海拓物流 · … / 2 麦语 · …
      lin: 第二个推到下周三
      < ✓ 已改 · …麦语 / 11/27 周五→12/2 周三 [撤销]
      chen: 林悦本周的安排
      < 林悦 · … / 1 海拓物流 · …
      chen: 林悦上周跟进了哪些客户
      < 跟进 · 林悦 · 11/16 周一 – 11/22 周日 / 没记:林悦
      = step 海拓物流 2026-11-26 - …
      = step 麦语 2026-12-02 - …`,
  },
]);

import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: '这个客户给谁:最后说到的那家',
    talk: `
      lin: 拜访了晨耀郑总
      lin: 这个客户我不跟了,给张伟吧
      < ✓ 晨耀 · 林悦→张伟…
      = note 晨耀 visit 2026-11-23`,
  },
  {
    title: '问怎么撤销、谁能看:给帮助,什么都不做',
    talk: `
      lin: 拜访了晨耀郑总
      lin: 怎么撤销?
      < 直接说发生了什么…「撤销」…谁能看到:…
      lin: 谁能看到我说的
      < 直接说发生了什么…谁能看到:…
      emma: how do I undo that
      < Say what happened…or "undo"…
      = note 晨耀 visit 2026-11-23`,
  },
  {
    title: '别再提醒:少提醒,可撤销',
    talk: `
      lin: 别再提醒我了
      < ✓ 少提醒… [撤销]
      emma: stop reminding me
      < ✓ Fewer… [Undo]
      =`,
  },
  {
    title: '微信号不是一次联系;换了人就说是谁',
    talk: `
      lin: 王总微信 wangjg88
      < ✓ 已记 · 上海腾云科技有限公司 · 跟进 · 今天…
      lin: 拜访了海拓供应链赵经理
      < ✓ 已记 · 海拓供应链 · 拜访 · 今天…
      lin: 不是赵经理,是罗总
      < ✓ 已改 · 海拓供应链 · 罗启铭 · 拜访 · 今天…
      = note 腾云 other 2026-11-23
      = note 海拓供应链 visit 2026-11-23`,
  },
  {
    title: '带上同事或东西的会也是下一步;让同事做的事归同事',
    talk: `
      lin: 腾云下周三下午3点开会,叫上张伟
      < ✓ 已记 · 腾云 / 下一步 12/2 周三 15:00 …开会…
      lin: 让张伟周五前给我报价单
      < …
      = step 腾云 2026-12-02 15:00 …开会
      = step 腾云 2026-11-27 - …报价单…`,
  },
  {
    title: 'scrap that takes back the last note, no step',
    talk: `
      emma: Visit Tern Island next Thursday at 2
      emma: met Dana at Northwind
      emma: scrap that
      < Undone: Northwind…
      = step Tern Island 2026-12-03 14:00 …`,
  },
  {
    title: '两家各有一位贺总:各记各的,单说贺总就问',
    talk: `
      lin: 拜访了海拓物流的贺总
      lin: 拜访了晨耀的贺总
      lin: 拜访了麦语谢校长
      lin: 跟贺总通了电话
      < …
      < 哪位贺总? [晨耀 贺总][海拓物流 贺总][都不是]
      = note 海拓物流 visit 2026-11-23
      = note 晨耀 visit 2026-11-23
      = note 麦语 visit 2026-11-23
      = note ? call 2026-11-23
      = person 海拓物流 贺总
      = person 晨耀 贺总`,
  },
  {
    title: '多久没动,按说的天数',
    talk: `
      at 2026-12-10 10:00
      lin: 跟腾云王总通了电话
      lin: 哪些单子超过两周没动
      < 2单好久没跟 · 超过14天 / …
      lin: 超过一个月没动的单子
      < 没有好久没跟的单子。
      emma: deals untouched for over 2 weeks
      < 2 deals gone quiet, over 14 days / …
      = note 腾云 call 2026-12-10`,
  },
  {
    title: '同一件事换一天再说,改的是那一步;再约的是下一步;发出去了就完成;明天呢看的是明天',
    talk: `
      lin: 今天拜访了晨耀郑总,月底前要方案
      lin: 方案我周四给他
      < ✓ 已改 · 晨耀 · 拜访 · 今天 / 下一步 11/26 周四 方案
      lin: 不对,周三下班前
      < ✓ 已改 · 晨耀 · 拜访 · 今天 / 下一步 11/25 周三 方案
      lin: 再约了下周二去现场看
      lin: 带上技术的小周
      < ✓ 已改 · 晨耀 · 拜访 · 今天…备注 带上技术的小周
      lin: 再约了周五去现场看
      lin: 不对,周四
      < 改哪一个? [方案的日期][12/1 周二][11/27 周五][先放着]
      at 2026-11-23 10:05
      lin: 方案发出去了
      < …完成 方案…
      lin: 今天跑了几家
      lin: 明天呢
      < 明天没有要做的事。
      = note 晨耀 visit 2026-11-23
      = step 晨耀 2026-11-25 - 方案 (done)
      = step 晨耀 2026-12-01 - 去现场看
      = step 晨耀 2026-11-27 - 去现场看`,
  },
  {
    title: 'the same step on another day moves it; what was to go out has gone; and tomorrow is what comes',
    talk: `
      emma: Call with Priya at Alderbank, proposal goes out by Friday
      emma: I'll get the proposal to her Thursday
      < ✓ Changed · Alderbank · Call · today / Next: Proposal goes out, Thu Nov 26
      emma: demo on Wednesday 2pm
      emma: demo on Thursday
      < …Demo, Thu Nov 26 14:00…
      emma: also a demo on Friday
      emma: no, Monday
      < Which one is meant? [date: Proposal goes out][Thu Nov 26 14:00][Fri Nov 27][Later]
      at 2026-11-23 10:05
      emma: sent the proposal
      < …Done: Proposal goes out…
      emma: daily report
      emma: and tomorrow?
      < tomorrow: nothing to do.
      emma: booked another visit for Tuesday
      = note Alderbank call 2026-11-23
      = deal Alderbank US$4万 proposal
      = step Alderbank 2026-11-26 - Proposal goes out (done)
      = step Alderbank 2026-11-26 14:00 Demo
      = step Alderbank 2026-11-27 - Demo
      = step Alderbank 2026-11-24 - Booked another visit`,
  },
]);

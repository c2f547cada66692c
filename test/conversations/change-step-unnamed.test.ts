import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: '同一步改了又改:时间、地点、改回去、不去了',
    talk: `
      lin: 跟腾云王总通了电话,下周一再跟他碰
      lin: 改周二吧
      lin: 上午10点
      < ✓ 已改 · 腾云 · 电话 · 今天 / 下一步 12/1 周二 10:00 再跟他碰 …
      lin: 地点在他们公司
      < ✓ 已改 · … / 下一步 12/1 周二 10:00 再跟他碰 / 备注 地点在他们公司 …
      lin: 改到下午
      < …下一步 12/1 周二 再跟他碰(下午)…
      lin: 改回去
      < …下一步 12/1 周二 10:00 再跟他碰…
      lin: 还是原来的时间
      < …下一步 11/30 周一 再跟他碰…
      lin: 算了
      < 哪一步不做了? [腾云 11/30 周一][先放着]
      lin: 2
      lin: 算了不碰了
      < ✓ 不做了 · 再跟他碰 · 11/30 周一 [撤销]
      = note 腾云 call 2026-11-23`,
  },
  {
    title: '两步时问哪一步,时间跟着日子走;打过了就是那一步,没回只是备注',
    talk: `
      lin: 跟麦语谢校长聊了,明天给他发方案,周五再打给他
      lin: 周四上午10点
      < 改哪一个? [给他发方案的日期][再打给他的日期][先放着]
      lin: 1
      < …下一步 11/26 周四 10:00 给他发方案…
      lin: 打过了
      < ✓ 已记 · 麦语 · 电话 · 今天 / 完成 再打给他 …
      lin: 微信还没回
      < ✓ 已改 · 麦语 · 电话 · 今天 / 完成 再打给他 / 备注 微信还没回 …
      = note 麦语 other 2026-11-23
      = note 麦语 call 2026-11-23
      = step 麦语 2026-11-26 10:00 给他发方案
      = step 麦语 2026-11-27 - 再打给他 (done)`,
  },
  {
    title: '当天要打的电话没人接:记一笔,那一步还开着;跟谁一起去、算了改哪天,都是那一步的事',
    talk: `
      lin: 提醒我今天给海拓物流罗海生打电话
      at 2026-11-23 11:00
      lin: 给海拓物流罗海生打电话没人接
      < ✓ 已记 · 海拓物流 · 电话 · 今天 [撤销][修改]
      lin: 后天再去拜访他
      lin: 王总也去
      < …下一步 11/25 周三 … / 备注 王总也去 …
      lin: 算了,周四吧
      < …下一步 11/26 周四 …
      = note 海拓物流 call 2026-11-23
      = step 海拓物流 2026-11-23 - …
      = step 海拓物流 2026-11-26 - …`,
  },
  {
    title: 'English: the part of the day is kept; the step is done by its verb; no reply is a remark',
    talk: `
      emma: Called Priya at Alderbank, I'll ping her Thursday
      emma: actually Friday morning
      < ✓ Changed · Alderbank · Call · today / Next: Ping her (morning), Fri Nov 27 …
      emma: at their office
      emma: say 10am
      < …Next: Ping her, Fri Nov 27 10:00…
      emma: pinged her
      < ✓ Logged · Alderbank · Message · today / Done: Ping her …
      emma: no reply yet
      < …Note: no reply yet…
      = note Alderbank call 2026-11-23
      = note Alderbank message 2026-11-23
      = step Alderbank 2026-11-27 10:00 Ping her (done)`,
  },
]);

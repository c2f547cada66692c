import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: 'a birthday and a wish go onto the record; after a note on another customer 他 is that one',
    talk: `
      lin: 今天跟腾云王总通了电话
      < ✓ 已记 · 腾云 · 电话 · 今天 [撤销][修改]
      lin: 他生日8月15
      < ✓ 已改 · 腾云 · 电话 · 今天 / 王建国 生日 8月15日(公历) [撤销][修改][是农历]
      lin: 还想看demo
      < ✓ 已改 · 腾云…下一步 未定日期 …demo…
      lin: 拜访了海拓物流的罗海生
      < ✓ 已记 · 海拓物流 · 拜访 · 今天
      lin: 他要合同模板
      < ✓ 已改 · 海拓物流…合同模板…
      = note 腾云 call 2026-11-23
      = person 腾云 王建国 born solar 8-15
      = step 腾云 - - …demo…
      = note 海拓物流 visit 2026-11-23
      = step 海拓物流 - - …合同模板…`,
  },
  {
    title: 'in English',
    talk: `
      emma: Called Priya at Alderbank
      < ✓ Logged · Alderbank · Call · today [Undo][Edit]
      emma: her birthday is Aug 15
      < ✓ Changed · Alderbank…Aug 15 (solar)…
      emma: she also wants a demo
      < ✓ Changed · Alderbank…demo…
      emma: Met Callum from Tern Island
      < ✓ Logged · Tern Island · Meeting · today
      emma: he wants a contract template
      < ✓ Changed · Tern Island…contract template…
      = note Alderbank call 2026-11-23
      = person Alderbank Priya Nair born solar 8-15
      = step Alderbank - - …demo…
      = note Tern Island meeting 2026-11-23
      = step Tern Island - - …contract template…`,
  },
]);

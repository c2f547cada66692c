import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: 'an English reader writes Chinese: answered in English',
    talk: `
      emma: 跟Alderbank的Priya通了电话,报价4.5万美元
      < ✓ Logged · Alderbank · Call · today / Amount $40K→$45K…
      = note Alderbank call 2026-11-23
      = deal Alderbank US$4.5万 …`,
  },
  {
    title: '中英夹着说:一步、金额、时间都在',
    talk: `
      lin: call with 王总 at 腾云, 85万, next Wed 3pm 再去拜访
      < ✓ 已记 · 腾云 · 电话 · 今天 / 金额 50万→85万… / 下一步 12/2 周三 15:00 …
      = note 腾云 call 2026-11-23
      = deal 腾云 85万 …
      = step 腾云 2026-12-02 15:00 …`,
  },
  {
    title: '会后要 demo:英文钟点',
    talk: `
      lin: 跟腾云王总开会,下周三3pm做demo
      < ✓ 已记 · 腾云 · …今天 / …下一步 12/2 周三 15:00 …
      = note 腾云 meeting 2026-11-23
      = step 腾云 2026-12-02 15:00 …`,
  },
  {
    title: '中文记,英文改',
    talk: `
      lin: 跟腾云王总通了电话,周四发方案
      < ✓ 已记 · 腾云 · 电话 · 今天 / 下一步 11/26 周四 …
      lin: no, Friday
      < …11/27 周五…
      = note 腾云 call 2026-11-23
      = step 腾云 2026-11-27 - …`,
  },
  {
    title: 'noted in English, corrected in Chinese',
    talk: `
      emma: Called Priya at Alderbank, quoted $45k
      < ✓ Logged · Alderbank · Call · today / Amount $40K→$45K…
      emma: 不是45k是48k
      < …$48K…
      = note Alderbank call 2026-11-23
      = deal Alderbank US$4.8万 …`,
  },
  {
    title: '中文的人打 undo,也撤',
    talk: `
      lin: 拜访了腾云王总
      < ✓ 已记 · 腾云…
      lin: undo
      < 已撤销:… [恢复]
      =`,
  },
  {
    title: '半中半英地查一栏',
    talk: `
      lin: 腾云 phone
      < 腾云还没记电话。
      lin: 腾云王总 phone 13800138000
      < …+8613800138000…
      lin: 腾云 phone
      < 腾云 · 电话 · 王建国 +8613800138000
      = person 腾云 王建国 +8613800138000`,
  },
  {
    title: 'met 罗总:问用他的话问',
    talk: `
      lin: met 罗总 today
      < ✓ 已记 · 客户待定 · 见面 · 今天…
      < 哪位罗总?…
      lin: 2
      < ✓ 已记 · 海拓供应链 · 见面 · 今天…
      = note 海拓供应链 meeting 2026-11-23
`,
  },
  {
    title: '群里两种话,各人的回执各是各的话',
    talk: `
      lin@sales: 拜访了麦语谢校长
      <@sales 已记 ✓
      < ✓ 已记 · 麦语…
      emma@sales: Met Callum from Tern Island
      <@sales Logged ✓
      < ✓ Logged · Tern Island…
      = note 麦语 visit 2026-11-23
      = note Tern Island meeting 2026-11-23`,
  },
  {
    title: '同一句里两种话,两家',
    talk: `
      lin: 1 腾云 agreed to 55万 2 麦语下周二去演示
      < 1 ✓ 已记 · 腾云… / 2 ✓ 已记 · 麦语…
      = deal 腾云 55万 …
      = step 麦语 2026-12-01 - …`,
  },
]);

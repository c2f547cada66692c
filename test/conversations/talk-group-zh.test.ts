import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: '群里记一笔,回执就两个字',
    talk: `
      lin@sales: 刚跟腾云王总打完电话 同意55万
      <@sales 已记 ✓
      < ✓ 已记 · 腾云 · 电话 · 今天 / 金额 50万→55万…
      = note 腾云 call 2026-11-23
      = deal 腾云 55万 …`,
  },
  {
    title: '群里要问的,只问写的人',
    talk: `
      lin@sales: 跟罗总通了电话
      <@sales 已记 ✓
      < ✓ 已记 · 客户待定 · 电话 · 今天…
      < 哪位罗总?…
      = note ? call 2026-11-23`,
  },
  {
    title: '群里和私聊同时说:各接各的',
    talk: `
      lin: 拜访了腾云王总
      < ✓ 已记 · 腾云 · 拜访 · 今天
      lin@sales: 拜访了麦语谢校长
      <@sales 已记 ✓
      < ✓ 已记 · 麦语 · 拜访 · 今天
      lin: 他要合同模板
      < …合同模板…
      = note 腾云 visit 2026-11-23
      = note 麦语 visit 2026-11-23
      = step 腾云 - - …合同模板…`,
  },
  {
    title: '群里闲聊,不插嘴',
    talk: `
      lin@sales: 中午吃啥
      <-
      zhang@sales: 老地方
      <-
      =`,
  },
  {
    title: '两个人在群里同时记:各是各的',
    talk: `
      lin@sales: 拜访了麦语谢校长
      <@sales 已记 ✓
      < ✓ 已记 · 麦语…
      zhang@sales: 跟芯澜孙工通了电话
      <@sales 已记 ✓
      < ✓ 已记 · 芯澜…
      lin@sales: 他生日3月8号
      < ✓ 已改 · 麦语…3月8日(公历)…
      = note 麦语 visit 2026-11-23
      = note 芯澜 call 2026-11-23
      = person 麦语 谢远 born solar 3-8`,
  },
  {
    title: '群里问别人的客户:负责人只告诉问的人',
    talk: `
      lin@sales: 芯澜怎么样了
      < 这个客户不归你看,负责人是张伟。
      =`,
  },
]);

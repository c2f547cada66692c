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
      lin%sales: 中午吃啥
      <-
      zhang%sales: 老地方
      <-
      zhang%sales: 大家好
      <-
      =`,
  },
  {
    title: '群里没叫它的,连记得下来的也不记;叫在哪里都行,回复它的话也行',
    talk: `
      lin%sales: 今天拜访了腾云王总,报价60万
      <-
      lin%sales: 本季度漏斗
      <-
      lin%sales: 帮助
      <-
      lin%sales: 拜访了腾云王总,@跟进 下周三再去
      <@sales 已记 ✓
      < ✓ 已记 · 腾云…
      lin%sales: 是下周四
      <-
      lin%sales: 撤销
      <-
      lin%sales^<: 是下周四
      < ✓ 已改 · 腾云…12/3 周四…
      lin%sales^1: 报价60万
      <-
      zhang@sales: 跟芯澜孙工通了电话
      <@sales 已记 ✓
      < ✓ 已记 · 芯澜…
      = note 腾云 visit 2026-11-23
      = note 芯澜 call 2026-11-23
      = step 腾云 2026-12-03 …`,
  },
  {
    title: '群里问了谁,谁直接答;别的话还是大家的',
    talk: `
      lin@sales: 跟罗总聊了,年后再看
      <@sales 已记 ✓
      < …
      < 哪位罗总?…
      zhang%sales: 2
      <-
      lin%sales: 年后真的不急
      <-
      lin%sales: 2
      <…供应链…
      = note 海拓供应链 …
      = deal …`,
  },
  {
    title: '群里点了修改,下一句直接改;不是改的话不理',
    talk: `
      lin@sales: 刚跟腾云王总打完电话 同意55万
      <@sales 已记 ✓
      < ✓ 已记 · 腾云…
      lin[修改]
      < …
      lin%sales: 56万
      < ✓ 已改 · 腾云…56万…
      lin%sales: 57万
      <-
      = note 腾云 call 2026-11-23
      = deal 腾云 56万 …`,
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

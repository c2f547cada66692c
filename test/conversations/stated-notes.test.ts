import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: '说到了客户又没别的可记:原话记下,不再要客户名',
    talk: `
      lin: 腾云发票还没开
      < ✓ 已记 · 腾云 · 跟进 · 今天 [撤销][修改]
      lin: 麦语合同昨天寄给谢校长了
      < ✓ 已记 · 麦语 · 跟进 · 昨天…
      = note 腾云 other 2026-11-23
      = note 麦语 other 2026-11-22`,
  },
  {
    title: '问句、假设、没有客户的话:不记',
    talk: `
      lin: 要是腾云签了就好了
      < 没看出要记什么…
      lin: 发票还没开
      < 没懂。 [帮助]
      =`,
  },
  {
    title: '群里没叫它的闲话:不记,叫了就记',
    talk: `
      lin%sales: 腾云发票还没开
      <-
      lin@sales: 腾云发票还没开
      <@sales 已记 ✓
      < ✓ 已记 · 腾云…
      = note 腾云 …`,
  },
]);

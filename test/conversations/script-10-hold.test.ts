import { playTalks } from '../support/scripted-talk.ts';

const SIGNED = `
      chen@sales: 签单了就发到这个群
      <@sales ✓ 本群提醒 · 赢单…
      zhang: 签了 芯澜 36.8万
      < ✓ 已记 · 芯澜… / 金额 36万→36.8万 / 阶段 商务谈判→赢单…`;

playTalks([
  {
    title: 'taken back within two minutes: the group saw nothing',
    talk: `${SIGNED}
      zhang: 撤销
      < 已撤销:…
      at 2026-11-23 11:00
      <-
      =`,
  },
  {
    title: 'taken back after five minutes: a correction is posted where it went',
    talk: `${SIGNED}
      at 2026-11-23 10:05
      <@sales 赢单 · …
      zhang: 撤销
      < 已撤销:…
      at 2026-11-23 10:20
      <@sales 更正:张伟撤销了刚才那条。
      =`,
  },
  {
    title: 'left alone, the group hears of it two minutes later, once',
    talk: `${SIGNED}
      at 2026-11-23 10:01
      <-
      at 2026-11-23 11:00
      <@sales 赢单 · …
      = deal 芯澜 36.8万 won`,
  },
]);

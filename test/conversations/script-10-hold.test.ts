import { playTalks } from '../support/scripted-talk.ts';
import { script10 } from './scripts/script-10.ts';

playTalks([
  script10,
  {
    title: 'left alone, the group hears of it two minutes later, once',
    talk: `
      chen@sales: 签单了就发到这个群
      <@sales ✓ 本群提醒 · 赢单…
      zhang: 签了 芯澜 36.8万
      < ✓ 已记 · 芯澜…
      at 2026-11-23 10:01
      <-
      at 2026-11-23 11:00
      <@sales 赢单 · …
      = deal 芯澜 36.8万 won`,
  },
]);

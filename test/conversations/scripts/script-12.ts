import { tengyun } from '../../support/sales-team.ts';
import type { Script } from './script.ts';

export const script12: Script = {
  title: 'script 12: a stranger’s note waits until the admin lets them in; after a restart the gap is named',
  people: ['li'],
  // The admin's card names the platform.
  readers: ['stranger'],
  customers: [tengyun],
  talk: `
    doctor
    < 已连接,还没收到消息
    stranger: 拜访了星桥科技,报价12万
    < 你还没加入,已告诉管理员李娜。你刚才那句我留着,加入后就记。
    =
    (strangers) li[加入·销售]
    <stranger ✓ 已记 · 星桥科技 (新客户)…
    = customer 星桥科技
    = note 星桥科技 visit 2026-11-23
    = deal 星桥科技 12万 …
    restart 39
    (missed messages) <stranger …39分钟…`,
};

import { playTalks } from '../support/scripted-talk.ts';

playTalks([
  {
    title: '一条三家,一家是新客户',
    talk: `
      lin: 1腾云同意55万 2麦语下周二去演示 3今天拜访了新客户北辰科技
      < 1 ✓ 已记 · 腾云… / 2 ✓ 已记 · 麦语… / 3 ✓ 已记 · 北辰科技 (新客户)…
      = note 腾云 … 2026-11-23
      = deal 腾云 55万 …
      = step 麦语 2026-12-01 - …
      = customer 北辰科技
      = note 北辰科技 visit 2026-11-23`,
  },
  {
    title: '分号隔开的两家,撤一家',
    talk: `
      lin: 跟腾云王总通了电话同意60万;拜访了麦语谢校长
      < 1 ✓ 已记 · 腾云… / 2 ✓ 已记 · 麦语…
      lin: 撤销1
      < 已撤销:…
      = note 麦语 visit 2026-11-23`,
  },
  {
    title: '表情、位置、名片、语音:各有一句话',
    talk: `
      lin+sticker 笑
      < 表情我看到了,要记什么请打字。
      lin+location 上海
      < 位置记不了,…
      lin+contact 王总
      < 名片读不了,…
      lin+audio 语音
      < 语音我听不了,打字说一下就记。
      =`,
  },
  {
    title: '照片进刚记的那条,换了客户就进后一条',
    talk: `
      lin: 拜访了腾云王总
      lin+image 门头.jpg
      < ✓ 已附 · 腾云 / 门头.jpg…
      lin: 拜访了麦语谢校长
      lin+image 教室.jpg
      < ✓ 已附 · 麦语 / 教室.jpg…
      = note 腾云 visit 2026-11-23
      = note 麦语 visit 2026-11-23`,
  },
  {
    title: '大得离谱的金额:不记,并且说',
    talk: `
      lin: 腾云报价$99999999999999999999
      < …金额太大,没记。…
      = deal 腾云 50万 proposal`,
  },
  {
    title: '新名字,没有像的:直接建,标明是新客户',
    talk: `
      lin: 今天拜访了新客户远航物流的刘总,要20万的设备
      < ✓ 已记 · 远航物流 (新客户) · 拜访 · 今天 / 新商机 · 金额 20万…
      = customer 远航物流
      = person 远航物流 刘总
      = note 远航物流 visit 2026-11-23
      = deal 远航物流 20万 …`,
  },
]);

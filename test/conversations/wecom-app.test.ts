import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { CORP } from '../support/fake-wecom-app.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { openWecomAppTalk } from '../support/wecom-app-talk.ts';
import { sameTalk } from './same-talk.ts';

const START = '2026-11-23T10:00:00+08:00';

sameTalk('the WeCom app', openWecomAppTalk);

test('a stranger’s first note waits for the tap that lets them in, then it is logged and answered', async () => {
  const talk = await openWecomAppTalk(START, ['li'], (records) => fillTeam(records, [tengyun]));
  try {
    await talk.says('stranger', '拜访了星桥科技,报价12万');
    expect(await talk.shownTo('stranger')).toEqual([expect.stringContaining('已告诉管理员李娜')]);
    expect(await talk.kept(interactionKind)).toEqual([]);
    await talk.presses('li', '加入·销售');
    expect(await talk.kept(interactionKind)).toHaveLength(1);
    expect((await talk.shownTo('stranger')).at(-1)).toMatch(/✓ 已记/);
    const user = `${CORP}:stranger`;
    expect(await talk.records.stores.people.byIdentity('wecom-app', user)).toMatchObject({ role: 'rep' });
  } finally {
    await talk.close();
  }
}, 60_000);

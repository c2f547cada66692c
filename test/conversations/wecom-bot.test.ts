import { setTimeout as sleep } from 'node:timers/promises';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { roomKind } from '../../src/crm/room/room.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { until } from '../support/until.ts';
import { openWecomBotTalk } from '../support/wecom-bot-talk.ts';
import { sameTalk } from './same-talk.ts';

sameTalk(
  'the WeCom bot',
  openWecomBotTalk,
  ['colleagues', 'strangers', 'group', 'threads', 'older buttons', 'missed messages', 'doctor'],
  { beside: true },
);

const START = '2026-11-23T10:00:00+08:00';

test('a quoted receipt is amended, however long ago it was; a quote of nothing is read alone', async () => {
  const talk = await openWecomBotTalk(START, ['lin'], (records) =>
    fillTeam(records, [tengyun, { name: '晨耀科技', alias: '晨耀', owner: 'lin' }]),
  );
  try {
    await talk.says('lin', '今天跟腾云的王总通了电话,报价80万');
    const receipt = (await talk.shownTo('lin')).at(-1) ?? '';
    expect(receipt).toMatch(/#\d+/);
    talk.clock.pass(2 * 3_600_000);
    await talk.says('lin', '拜访了晨耀');
    await talk.says('lin', '不是80万是85万', {
      quote: { msgtype: 'text', text: { content: receipt.split('\n[')[0] } },
    });
    const notes = await talk.kept(interactionKind);
    expect(notes).toHaveLength(2);
    expect((await talk.shownTo('lin')).at(-1)).toContain('85万');
    expect((await talk.shownTo('lin')).at(-1)).toContain('腾云');
  } finally {
    await talk.close();
  }
});

test('in a group the asker alone hears what is private: WeCom tells nobody who is in it', async () => {
  const talk = await openWecomBotTalk(START, ['lin'], (records) =>
    fillTeam(records, [
      { ...tengyun, deal: { units: 500_000, stage: 'needs', touchedAt: '2026-11-20T10:00:00+08:00' } },
    ]),
  );
  try {
    await talk.says('lin', '你好');
    await talk.says('lin', '@跟进 本季度漏斗', { chattype: 'group', chatid: 'wrG1' });
    expect((await talk.kept(roomKind)).find(({ room }) => room === 'wrG1')).toMatchObject({
      adapter: 'wecom-bot',
      outsiders: true,
    });
    expect(
      talk.wecom
        .shown('wrG1')
        .map(({ text }) => text)
        .join('\n'),
    ).not.toContain('50万');
    expect((await talk.shownTo('lin')).join('\n')).toContain('50万');
  } finally {
    await talk.close();
  }
});

test('of two processes the one at the connection says what either has to say, once; the other takes over', async () => {
  const talk = await openWecomBotTalk(START, ['lin'], (records) => fillTeam(records, []), { shared: true });
  const other = await talk.another();
  const shown = async (words: string) => {
    await until(async () => (await talk.shownTo('lin')).includes(words));
    await sleep(1_500);
    return (await talk.shownTo('lin')).filter((text) => text === words);
  };
  const say = (words: string) =>
    other.records.ledger.record({ id: `rule:${words}`, kind: 'message', by: 'system' }, async (draft) => {
      draft.send({ adapter: 'wecom-bot', room: 'direct:lin' }, { text: words });
    });
  try {
    await talk.says('lin', '帮助');
    await say('从另一个进程');
    expect(await shown('从另一个进程')).toHaveLength(1);
    await talk.ends();
    await say('接手以后');
    expect(await shown('接手以后')).toHaveLength(1);
  } finally {
    await other.stop();
    await talk.close();
  }
});

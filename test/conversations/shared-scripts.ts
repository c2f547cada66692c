import { setTimeout as sleep } from 'node:timers/promises';
import type { Records } from '../../src/app/records.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { roomKind } from '../../src/crm/room/room.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import type { PlatformTalk } from '../support/platform-talk.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';

/** What a script is about, so that a platform without it has no use for the script. */
export type Need = 'group' | 'strangers';

interface Script {
  title: string;
  needs?: readonly Need[];
  start: string;
  /** Who talks; the first one alone where a platform is for one person. */
  people: readonly string[];
  /** Who is shown the same everywhere; `people` where it is left out. An admin's card names the platform. */
  readers?: readonly string[];
  /** `known`: everybody in the group `sales` is known. */
  fill(records: Records, known: boolean): Promise<void>;
  run(talk: PlatformTalk): Promise<void>;
}

const START = '2026-11-23T10:00:00+08:00';
const CUSTOMERS = [
  { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt: '2026-11-20T10:00:00+08:00' } },
  {
    name: '宁波海拓物流有限公司',
    alias: '海拓物流',
    owner: 'lin',
    contacts: [
      { name: '罗海生', alias: '罗总' },
      { name: '赵刚', alias: '赵经理' },
    ],
  },
  {
    name: '海拓供应链管理有限公司',
    alias: '海拓供应链',
    owner: 'lin',
    contacts: [
      { name: '罗启铭', alias: '罗总' },
      { name: '赵敏', alias: '赵经理' },
    ],
  },
];

/** Log, correct, question, choose by button and by number, undo by word and by button, pipeline, reminder, snooze. */
const everyday: Script = {
  title: 'an everyday talk',
  start: START,
  people: ['lin'],
  fill: (records) => fillTeam(records, CUSTOMERS),
  async run(talk) {
    await talk.says('lin', '今天下午跟腾云的王总通了电话,对80万报价有点犹豫,下周三下午3点再去拜访');
    await talk.says('lin', '不是80万是85万');
    await talk.says('lin', '跟罗总通了电话,他挺满意');
    await talk.presses('lin', '海拓物流 罗海生');
    await talk.says('lin', '跟赵经理通了电话,他要合同');
    await talk.says('lin', '2');
    await talk.says('lin', '拜访了海拓供应链,报价12万');
    await talk.says('lin', '撤销');
    await talk.says('lin', '拜访了海拓供应链,报价13万');
    await talk.presses('lin', '撤销');
    await talk.presses('lin', '恢复');
    await talk.says('lin', '本季度漏斗');
    await talk.until('2026-12-02T14:35:00+08:00');
    expect((await talk.shownTo('lin')).join('\n')).toContain('15:00 · 腾云');
    await talk.presses('lin', '明天再说');
    await talk.until('2026-12-03T10:00:00+08:00');
    expect(await talk.kept(interactionKind)).toHaveLength(4);
  },
};

/** What was kept of a stranger is handled some time after the tap. */
async function shows(talk: PlatformTalk, name: string, words: string): Promise<void> {
  const shown = async () => (await talk.shownTo(name)).join('\n');
  for (let waited = 0; waited < 3_000 && !(await shown()).includes(words); waited += 20) await sleep(20);
  expect(await shown()).toContain(words);
}

/** A number in words is as good as a button. */
const number: Script = {
  title: 'a number typed under a question',
  start: START,
  people: ['lin'],
  fill: (records) => fillTeam(records, CUSTOMERS),
  async run(talk) {
    await talk.says('lin', '跟罗总通了电话,他挺满意');
    await talk.says('lin', '二');
    expect(await talk.kept(interactionKind)).toMatchObject([{ account: 'customer-2' }]);
  },
};

/** A manager has a list sent to the group, as far as all there may know of it. */
const alerts: Script = {
  title: 'a group asks for alerts',
  needs: ['group'],
  start: START,
  people: ['lin', 'chen'],
  async fill(records, known) {
    await fillTeam(records, CUSTOMERS);
    await records.ledger.record({ id: 'import:group', kind: 'import', by: 'system' }, async (draft) => {
      const room = await draft.read(roomKind, 'sales');
      if (room !== null) draft.change(roomKind, room, { members: ['chen', 'lin'], outsiders: !known });
    });
  },
  async run({ group, ...talk }) {
    await talk.says('lin', '帮助');
    await talk.says('chen', '帮助');
    await group?.says('chen', '每天早上把滞留商机发到这个群');
    await talk.until('2026-11-25T10:00:00+08:00');
    expect((await group?.shown())?.join('\n').includes('腾云')).toBe(group?.known);
    await group?.says('lin', '今天拜访了腾云王总,报价60万');
    expect((await group?.shown())?.join('\n')).not.toContain('60万');
    await group?.says('chen', '关闭本群提醒');
    await talk.until('2026-12-10T10:00:00+08:00');
  },
};

/** Script 9 of how Genjin talks. */
const english: Script = {
  title: 'an English note, corrected, edited, unfurled, continued and deleted',
  start: START,
  people: ['emma'],
  fill: (records) =>
    fillTeam(records, [{ name: 'Alderbank Holdings plc', alias: 'Alderbank', owner: 'emma' }], { currency: 'USD' }),
  async run(talk) {
    const note = await talk.says('emma', 'Call with Priya at Alderbank, wants pricing for 40 seats by Thu');
    await talk.says('emma', 'no, Friday');
    expect(await talk.kept(taskKind)).toMatchObject([{ day: '2026-11-27' }]);
    expect(await talk.kept(dealKind)).toEqual([]);
    await talk.edits?.('emma', note, 'Call with Priya at Alderbank, wants pricing for 45 seats by Fri');
    await talk.unfurls?.('emma', note);
    await talk.under?.('emma', note, 'amount is 52k');
    expect(await talk.kept(interactionKind)).toHaveLength(1);
    if (talk.under !== undefined)
      expect(await talk.kept(dealKind)).toMatchObject([{ amount: 5_200_000, currency: 'USD' }]);
    if (talk.deletes === undefined) return;
    await talk.deletes('emma', note);
    await talk.presses('emma', 'Keep it');
    expect(await talk.kept(interactionKind)).toHaveLength(1);
    const other = await talk.says('emma', 'Met Tom at Alderbank');
    await talk.deletes('emma', other);
    await talk.presses('emma', 'Undo record');
    expect(await talk.kept(interactionKind)).toHaveLength(1);
  },
};

/** Script 12. */
const joining: Script = {
  title: 'a stranger writes, is let in, and the bot comes back after a while',
  needs: ['strangers'],
  start: START,
  people: ['li'],
  readers: ['stranger'],
  fill: (records) => fillTeam(records, [tengyun]),
  async run(talk) {
    expect((await talk.doctor?.()) ?? '已连接,还没收到消息').toContain('已连接,还没收到消息');
    await talk.says('li', '帮助');
    await talk.says('stranger', '拜访了星桥科技,报价12万');
    await shows(talk, 'stranger', '已告诉管理员李娜');
    expect(await talk.kept(interactionKind)).toEqual([]);
    // The admin has just written: their card waits out a minute.
    await talk.until('2026-11-23T10:02:00+08:00');
    await talk.presses('li', '加入·销售');
    await shows(talk, 'stranger', '✓ 已记');
    expect(await talk.kept(interactionKind)).toHaveLength(1);
    await talk.restarts?.(39);
    if (talk.forgets === true) await shows(talk, 'stranger', '39分钟');
    await talk.says('stranger', '拜访了晨耀科技');
    expect(await talk.kept(interactionKind)).toHaveLength(2);
  },
};

export const SCRIPTS: readonly Script[] = [everyday, number, alerts, english, joining];

import type { Records } from '../../src/app/records.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import type { Stored } from '../../src/ledger/change-set.ts';
import type { RecordKind } from '../../src/ledger/ledger.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const START = '2026-11-23T10:00:00+08:00';
const touchedAt = '2026-11-20T10:00:00+08:00';
const CUSTOMERS = [
  { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt } },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin', contacts: [{ name: '罗海生', alias: '罗总' }] },
  { name: '海拓供应链管理有限公司', alias: '海拓供应链', owner: 'lin', contacts: [{ name: '罗启铭', alias: '罗总' }] },
];

/** What every platform's people say: log, correct, question, choose, undo by word and by button, pipeline, reminder. */
const SCRIPT: ({ says: string } | { presses: string } | { until: string })[] = [
  { says: '今天下午跟腾云的王总通了电话,对80万报价有点犹豫,下周三下午3点再去拜访' },
  { says: '不是80万是85万' },
  { says: '跟罗总通了电话,他挺满意' },
  { presses: '海拓物流 罗海生' },
  { says: '拜访了海拓供应链,报价12万' },
  { says: '撤销' },
  { says: '拜访了海拓供应链,报价13万' },
  { presses: '撤销' },
  { presses: '恢复' },
  { says: '本季度漏斗' },
  { until: '2026-12-02T18:00:00+08:00' },
];

const KINDS: readonly RecordKind<object>[] = [accountKind, dealKind, interactionKind, taskKind] as never;

/** The whole bot over one platform, where `lin` is a person of the team. */
export interface PlatformTalk {
  says(name: string, text: string): Promise<void>;
  /** Presses the newest button of that label. */
  presses(name: string, label: string): Promise<void>;
  until(at: string): Promise<void>;
  /** What a person sees now, oldest first. */
  shownTo(name: string): Promise<string[]>;
  kept<T extends object>(kind: RecordKind<T>): Promise<Stored<T>[]>;
  close(): Promise<void>;
}

/** The same talk over a platform leaves the same records as in memory, and shows all that is said. */
export function sameTalk(
  name: string,
  open: (start: string, people: readonly string[], fill: (records: Records) => Promise<void>) => Promise<PlatformTalk>,
): void {
  test(`the same talk over ${name} leaves the same records as in memory`, async () => {
    const world = await World.open(START, (records) => fillTeam(records, CUSTOMERS));
    const talk = await open(START, ['lin'], (records) => fillTeam(records, CUSTOMERS));
    try {
      for (const step of SCRIPT) {
        if ('says' in step) {
          await world.person('lin').says(step.says);
          await talk.says('lin', step.says);
        } else if ('presses' in step) {
          await world.person('lin').presses(newest(world.shownTo('lin'), step.presses), step.presses);
          await talk.presses('lin', step.presses);
        } else {
          await world.until(step.until);
          await talk.until(step.until);
        }
      }
      for (const kind of KINDS) expect(content(await talk.kept(kind))).toEqual(content(await world.kept(kind)));
      const shown = flat((await talk.shownTo('lin')).join('\n'));
      for (const text of inPlace(world.shownTo('lin'))) expect(shown).toContain(flat(text));
    } finally {
      await world.close();
      await talk.close();
    }
  }, 60_000);
}

const newest = (replies: readonly Reply[], label: string): Reply | undefined =>
  replies.findLast(({ message }) => message.buttons?.some((button) => button.label === label));

/** What a record says, without what names it: ids, versions and sets differ from run to run. */
const content = (rows: readonly object[]) =>
  rows
    .map((row) => {
      const { _id, v, updatedAt, writers, ...rest } = row as Record<string, unknown>;
      return JSON.stringify(rest, (key, value) =>
        /^(source|interaction|task|deal|message|set|cause)$/.test(key) && typeof value === 'string' ? '(id)' : value,
      );
    })
    .sort();

/** What a reader sees who is shown corrections in the place of what they correct. */
function inPlace(replies: readonly Reply[]): string[] {
  const lines: { id: string; text: string }[] = [];
  for (const { id, replaces, message } of replies) {
    const earlier = lines.find((line) => line.id === replaces);
    if (earlier === undefined) lines.push({ id, text: message.text });
    else Object.assign(earlier, { id, text: message.text });
  }
  return lines.map(({ text }) => text);
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

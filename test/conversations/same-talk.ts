import type { Records } from '../../src/app/records.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { roomKind } from '../../src/crm/room/room.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import type { RecordKind } from '../../src/ledger/ledger.ts';
import { openMemoryTalk } from '../support/memory-talk.ts';
import type { PlatformTalk } from '../support/platform-talk.ts';
import { type Need, SCRIPTS } from './shared-scripts.ts';

const KINDS: readonly RecordKind<object>[] = [accountKind, dealKind, interactionKind, taskKind] as never;

type Open = (
  start: string,
  people: readonly string[],
  fill: (records: Records) => Promise<void>,
) => Promise<PlatformTalk>;

/** The same talks over a platform leave the same records as in memory, and show all that is said there. */
export function sameTalk(name: string, open: Open, has: readonly Need[]): void {
  const scripts = SCRIPTS.filter(({ needs = [] }) => needs.every((need) => has.includes(need)));
  test.each(scripts)(
    `$title, over ${name}`,
    async ({ start, people, readers = people, fill, run }) => {
      const talk = await open(start, people, (records) => fill(records, true));
      const memory = await openMemoryTalk(start, people, (records) => fill(records, talk.group?.known !== false));
      try {
        await run(talk);
        await run(sharedBy(memory, talk));
        for (const kind of KINDS) expect(content(await talk.kept(kind))).toEqual(content(await memory.kept(kind)));
        expect(await alertsOf(talk)).toEqual(await alertsOf(memory));
        for (const person of readers) expectShown(await talk.shownTo(person), await memory.shownTo(person));
        if (talk.group !== undefined) expectShown(await talk.group.shown(), await memory.group.shown());
      } finally {
        await memory.close();
        await talk.close();
      }
    },
    60_000,
  );
}

/** What memory can do and this platform cannot is left out there too. */
function sharedBy(memory: PlatformTalk & Required<Pick<PlatformTalk, 'group'>>, talk: PlatformTalk): PlatformTalk {
  const group = { ...memory.group, known: talk.group?.known !== false };
  const both = Object.entries({ ...memory, group }).filter(([ability]) => ability in talk);
  return Object.fromEntries(both) as unknown as PlatformTalk;
}

function expectShown(there: readonly string[], inMemory: readonly string[]): void {
  const shown = flat(there.join('\n'));
  for (const text of inMemory) expect(shown).toContain(flat(text));
}

/** What is drawn stands among the words where a platform has no charts. */
const flat = (text: string): string => text.replace(/[▁-█]+/gu, '').replace(/\s+/g, ' ');

/** A record that a talk has made. */
const NEW_ID = /^[\w-]{16}$/;

/** What a record says, without what names it: ids, versions and sets differ from run to run. */
const content = (rows: readonly object[]) =>
  rows
    .map((row) => {
      const { _id, v, updatedAt, writers, ...rest } = row as Record<string, unknown>;
      return JSON.stringify(rest, (key, value) => {
        if (typeof value !== 'string') return value;
        if (/^(source|interaction|task|deal|message|set|cause)$/.test(key) || NEW_ID.test(value)) return '(id)';
        return value;
      });
    })
    .sort();

const alertsOf = async (talk: PlatformTalk) => (await talk.kept(roomKind)).flatMap(({ alerts }) => alerts);

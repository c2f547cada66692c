import type { Records } from '../../src/app/records.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { roomKind } from '../../src/crm/room/room.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import type { RecordKind } from '../../src/ledger/ledger.ts';
import { openMemoryTalk } from '../support/memory-talk.ts';
import { flat, playOver } from '../support/platform-stage.ts';
import type { PlatformTalk } from '../support/platform-talk.ts';
import { fillTeam } from '../support/sales-team.ts';
import { type Need, needsOf, START, stepsOf } from '../support/talk-lines.ts';
import type { Script } from './scripts/script.ts';
import { SCRIPTS } from './scripts/scripts.ts';

const KINDS: readonly RecordKind<object>[] = [accountKind, contactKind, dealKind, interactionKind, taskKind] as never;

type Open = (
  start: string,
  people: readonly string[],
  fill: (records: Records) => Promise<void>,
) => Promise<PlatformTalk>;

/**
 * The same talks over a platform leave the records and show the words that the page tells. What needs a thing that the
 * platform does not have is left out, and the title names those things. `beside`: the talk is had in memory too, and all
 * fields of all records and all that is said are the same; once for platforms that have the same things.
 */
export function sameTalk(name: string, open: Open, has: readonly Need[], { beside = false } = {}): void {
  test.each(SCRIPTS.map((script) => ({ title: titleOf(script, name, has), script })))(
    '$title',
    async ({ script }) => {
      const { start = START, readers = script.people } = script;
      const isHere = (person: string) => has.includes('colleagues') || person === script.people[0];
      const people = script.people.filter(isHere);
      const fill = (records: Records) => fillFor(script, records, people, has.includes('known group'));
      const talk = await open(start, people, fill);
      const memory = beside ? await openMemoryTalk(start, people, fill) : null;
      try {
        expect(declared(talk).toSorted()).toEqual(has.filter((need) => declarable.has(need)).toSorted());
        await playOver(talk, stepsWith(script, has));
        if (memory === null) return;
        const inMemory = has.filter((need) => !BEYOND_MEMORY.includes(need));
        await playOver(memory, stepsWith(script, inMemory));
        for (const kind of KINDS) expect(content(await talk.kept(kind))).toEqual(content(await memory.kept(kind)));
        expect(await alertsOf(talk)).toEqual(await alertsOf(memory));
        for (const person of readers.filter(isHere))
          expectShown(await talk.shownTo(person), await memory.shownTo(person));
        if (talk.group !== undefined) expectShown(await talk.group.shown(), await memory.group.shown());
      } finally {
        await memory?.close();
        await talk.close();
      }
    },
    60_000,
  );
}

/** What the platform's own things tell of it. */
const ABILITIES: Partial<Record<Need, (talk: PlatformTalk) => boolean>> = {
  group: ({ group }) => group !== undefined,
  'known group': ({ group }) => group?.known === true,
  threads: ({ under }) => under !== undefined,
  edits: ({ edits }) => edits !== undefined,
  deletes: ({ deletes }) => deletes !== undefined,
  unfurls: ({ unfurls }) => unfurls !== undefined,
  'missed messages': ({ forgets }) => forgets === true,
  doctor: ({ doctor }) => doctor !== undefined,
};
const declarable = new Set(Object.keys(ABILITIES) as Need[]);
const declared = (talk: PlatformTalk): Need[] => [...declarable].filter((need) => ABILITIES[need]?.(talk));

/** What a list in memory can do nothing of. */
const BEYOND_MEMORY: readonly Need[] = ['missed messages', 'doctor'];

const stepsWith = ({ talk, people: [first] }: Script, has: readonly Need[]) => stepsOf(talk, first, has);

function titleOf({ title, talk, people: [first] }: Script, platform: string, has: readonly Need[]): string {
  const missing = needsOf(talk, first).filter((need) => !has.includes(need));
  return `${title}, over ${platform}${missing.length === 0 ? '' : ` (which has no ${missing.join(', ')})`}`;
}

/** `known`: the people of the group `sales` are those who talk; where the platform does not say so, anybody may hear. */
async function fillFor(script: Script, records: Records, people: readonly string[], known: boolean): Promise<void> {
  await fillTeam(records, script.customers, script.settings);
  await script.fill?.(records);
  await records.ledger.record({ id: 'import:room', kind: 'import', by: 'system' }, async (draft) => {
    const room = await draft.read(roomKind, 'sales');
    if (room !== null) draft.change(roomKind, room, { members: [...people], outsiders: !known });
  });
}

function expectShown(there: readonly string[], inMemory: readonly string[]): void {
  const shown = flat(there.join('\n'));
  for (const text of inMemory) expect(shown).toContain(flat(text));
}

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

import type { Viewer } from '../../access/viewer.ts';
import { dayText } from '../../calendar/days.ts';
import { wallTime } from '../../calendar/zone.ts';
import type { Address, MessageDraft } from '../../chat/message.ts';
import { type Import, importKind } from '../../crm/import/import.ts';
import type { Person } from '../../crm/person/person.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Draft } from '../../ledger/ledger.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CrmTools } from '../crm-turn.ts';
import { chunksOf } from './chunks.ts';
import { lookUp, readNames } from './known-customers.ts';
import type { Doubt } from './read/customers.ts';
import { type ListRead, readList } from './read-list.ts';
import { importTexts } from './texts.ts';
import { resultMessage } from './words.ts';
import { writeCustomers } from './write-customers.ts';

/** How often an import tells how far it is. */
const TOLD = 10;
const SHOWN = 8;

interface Work {
  record: Stored<Import>;
  person: Stored<Person>;
  to: Address;
  room: string;
}

export interface ImportTools extends Pick<CrmTools, 'ledger' | 'stores' | 'blobs'> {
  clock: Clock;
  /** What a person may see in private, as of now. */
  viewerOf(person: string): Promise<Viewer>;
}

/**
 * Brings large imports in, and takes them back: one change set after another, each with a cause of its own, so that any
 * process may go on where another one stopped and nothing is done twice.
 */
export function createImports(tools: ImportTools) {
  const { ledger, stores, clock } = tools;
  let stopping = false;

  async function advance(record: Stored<Import>): Promise<void> {
    const person = await stores.people.get(record.person);
    const said = await ledger.findSet(record.set);
    const to = said?.messages.find(({ id }) => id.startsWith(`${record.set}/`))?.to;
    if (person === null || said === null || to === undefined) return;
    const work = { record, person, to, room: said.cause.room ?? to.room };
    await (record.state === 'running' ? bringIn(work) : takeBack(work));
  }

  async function bringIn(work: Work): Promise<void> {
    const { record, person } = work;
    const { zone, locale } = person;
    const [viewer, team] = await Promise.all([tools.viewerOf(person._id), stores.team.settings()]);
    const today = dayText(wallTime(clock.now().getTime(), zone).day);
    const list = await readList(record.blob, { person: person._id, viewer, today, team }, tools);
    if (list.kind !== 'read') return endUnread(work, list);
    const names = await readNames(viewer, stores);
    const chunks = chunksOf(list.customers);
    for (let at = record.done; at < chunks.length && !stopping; at++) {
      const customers = chunks[at] ?? [];
      await step(work, `${at + 1}`, 'running', async (draft, now) => {
        const known = await lookUp(customers, names, viewer, stores);
        const writer = { draft, person: person._id, zone, today, now: clock.now(), team };
        const { brought, leftOut } = await writeCustomers(writer, customers, known);
        const sum = now.brought + brought;
        const taken = [...now.taken, ...leftOut.map(({ line }) => line)].slice(0, SHOWN);
        const takenCount = now.takenCount + leftOut.length;
        const after = { done: at + 1, brought: sum, taken, takenCount };
        if (at + 1 < chunks.length) return { after, message: progress(at, chunks.length, locale, 'progress') };
        const left = [...list.doubts, ...taken.map((line): Doubt => ({ line, why: 'taken', cell: '', row: true }))];
        const undo = { action: 'import-customers.undo', args: { import: record._id } };
        const message = resultMessage(sum, left, list.doubts.length + takenCount, undo, locale);
        return { after: { ...after, state: 'done' as const }, message };
      });
    }
  }

  function endUnread(work: Work, list: Exclude<ListRead, { kind: 'read' }>): Promise<void> {
    const texts = importTexts(work.person.locale);
    const text = list.kind === 'refused' ? texts.refused(list.why) : texts[list.kind];
    return step(work, 'unread', 'running', async () => ({ after: { state: 'done' as const }, message: { text } }));
  }

  async function takeBack(work: Work): Promise<void> {
    const { record, person } = work;
    const { locale } = person;
    for (let at = record.done; at >= 1 && !stopping; at--)
      await step(work, `${at}:undo`, 'undoing', async (draft, now) => {
        await ledger.undo(draft, cause(record, `${at}`), { keepConflicting: true });
        if (at > 1)
          return { after: { done: at - 1 }, message: progress(now.chunks - at, now.chunks, locale, 'undoing') };
        const message = { text: importTexts(locale).undone(now.brought) };
        return { after: { done: 0, state: 'undone' as const }, message };
      });
  }

  /** One change set, and with it how far the import is: whoever comes second with the same one changes nothing. */
  async function step(
    { record, person, to, room }: Work,
    key: string,
    state: Import['state'],
    work: (draft: Draft, now: Stored<Import>) => Promise<{ after: Partial<Import>; message: MessageDraft | null }>,
  ): Promise<void> {
    const id = cause(record, key);
    await ledger.record({ id, kind: 'import', by: person._id, room }, async (draft) => {
      const now = await draft.read(importKind, record._id);
      if (now === null || now.state !== state) return;
      const { after, message } = await work(draft, now);
      const shown = message === null ? now.shown : draft.send(to, message, { replaces: now.shown });
      draft.change(importKind, now, { ...after, shown });
    });
  }

  return {
    /** Does what is left of every import under way. */
    async sweep(): Promise<void> {
      for (const record of await stores.imports.underWay()) if (!stopping) await advance(record);
    },
    /** Stops after the change set under way. */
    stop(): void {
      stopping = true;
    },
  };
}

const cause = ({ _id }: Stored<Import>, key: string): string => `import:${_id}:${key}`;

function progress(at: number, all: number, locale: Person['locale'], how: 'progress' | 'undoing'): MessageDraft | null {
  const told = (done: number) => Math.floor((done * TOLD) / all);
  return told(at + 1) === told(at) ? null : { text: importTexts(locale)[how](at + 1, all) };
}

import type { Viewer } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import { dayText } from '../../calendar/days.ts';
import { wallTime } from '../../calendar/zone.ts';
import type { Address, MessageDraft } from '../../chat/message.ts';
import { type Import, importKind } from '../../crm/import/import.ts';
import type { Person } from '../../crm/person/person.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Draft } from '../../ledger/ledger.ts';
import { type Clock, machineClock } from '../../ports/clock.ts';
import type { CrmTools } from '../crm-turn.ts';
import { chunksOf } from './chunks.ts';
import { heldElsewhere, lookUp, readNames } from './known-customers.ts';
import { readList } from './read-list.ts';
import { importTexts } from './texts.ts';
import { listRefused, restoredMessage, resultMessage, undoneMessage } from './words.ts';
import { hidingFrom, writeCustomers } from './write-customers.ts';

/** How often an import tells how far it is, in milliseconds. */
const TOLD_MS = 5_000;

/** One import under way, and who hears of it. */
interface Work {
  record: Stored<Import>;
  person: Stored<Person>;
  to: Address;
  room: string;
}

export interface ImportTools extends Pick<CrmTools, 'ledger' | 'stores' | 'blobs'> {
  clock: Clock;
  machine?: Clock;
  /** What a person may see in private, as of now. */
  viewerOf(person: string): Promise<Viewer>;
}

/**
 * Brings large imports in, takes them back and restores them: one change set after another, each with a cause of its
 * own, so that any process may go on where another one stopped and nothing is done twice.
 */
export function createImports(tools: ImportTools) {
  const { ledger, stores, clock, machine = machineClock } = tools;
  let stopping = false;

  async function advance(record: Stored<Import>): Promise<void> {
    const person = await stores.people.get(record.person);
    const said = await ledger.findSet(record.set);
    const to = said?.messages.find(({ id }) => id.startsWith(`${record.set}/`))?.to;
    if (person === null || said === null || to === undefined) return;
    const work = { record, person, to, room: said.cause.room ?? to.room };
    await (record.state === 'running' ? bringIn(work) : turnBack(work));
  }

  async function listOf({ record, person }: Work) {
    const [viewer, team] = await Promise.all([tools.viewerOf(person._id), stores.team.settings()]);
    const today = dayText(wallTime(clock.now().getTime(), person.zone).day);
    const asker = { person: person._id, viewer: privately(viewer), today, team };
    return { ...asker, list: await readList(record.blob, asker, tools) };
  }

  async function bringIn(work: Work): Promise<void> {
    const { record, person } = work;
    const { viewer, team, today, list } = await listOf(work);
    if (list.kind !== 'read') return endUnread(work, listRefused(list, person.locale));
    const names = await readNames(viewer, stores);
    const chunks = chunksOf(list.customers);
    const due = pace();
    let passed = chunks.slice(0, record.done).flat().length;
    for (let at = record.done; at < chunks.length; at++) {
      const customers = chunks[at] ?? [];
      passed += customers.length;
      const told = due() ? importTexts(person.locale).progress(passed, list.customers.length) : null;
      await step(work, `${at + 1}`, async (draft, now) => {
        const known = await lookUp(customers, names, viewer, stores);
        const writer = { draft, person: person._id, zone: person.zone, today, now: clock.now(), team };
        const { brought } = await writeCustomers(writer, customers, known);
        return {
          after: { done: at + 1, brought: now.brought + brought },
          message: told === null ? null : { text: told },
        };
      });
      if (stopping) return;
    }
    // As they are called now: what is not among them was left out, whoever else was at this work meanwhile.
    const hideFrom = hidingFrom({ team, person: person._id });
    const held = await heldElsewhere(list.customers, await readNames(viewer, stores), { ledger, hideFrom });
    await step(work, 'end', async (_draft, { _id, blob, brought }) => ({
      after: { state: 'done' },
      message: resultMessage(
        {
          brought,
          left: [...list.doubts, ...held],
          blob,
          undo: { action: 'import-customers.undo', args: { import: _id } },
        },
        person.locale,
      ),
    }));
  }

  /** What came in already stays, with its undo. */
  const endUnread = (work: Work, text: string): Promise<void> =>
    step(work, 'unread', async () => ({ after: { state: 'done' }, message: { text } }));

  /** Takes back what was brought in, from its end; or the taking back, from the beginning. */
  async function turnBack(work: Work): Promise<void> {
    const { record, person } = work;
    const { chunks, brought, round, _id } = record;
    const { locale } = person;
    const back = record.state === 'undoing';
    const words = importTexts(locale)[back ? 'undoing' : 'restoring'];
    const due = pace();
    for (let done = record.done; done !== (back ? 0 : chunks); ) {
      const at = back ? done : done + 1;
      done += back ? -1 : 1;
      const through = back ? chunks - done : done;
      const told = due() ? words(Math.round((brought * through) / chunks), brought) : null;
      const after = done;
      await step(work, `${at}:${round}`, async (draft) => {
        await ledger.undo(draft, cause(record, back ? `${at}` : `${at}:${round - 1}`), { keepConflicting: true });
        return { after: { done: after }, message: told === null ? null : { text: told } };
      });
      if (stopping) return;
    }
    await step(work, `end:${round}`, async () => ({
      after: { state: back ? 'undone' : 'done' },
      message: (back ? undoneMessage : restoredMessage)(brought, _id, locale),
    }));
  }

  /** One change set, and with it how far the import is: whoever comes second with the same one changes nothing. */
  async function step(
    { record, person, to, room }: Work,
    key: string,
    work: (draft: Draft, now: Stored<Import>) => Promise<{ after: Partial<Import>; message: MessageDraft | null }>,
  ): Promise<void> {
    const id = cause(record, key);
    await ledger.record({ id, kind: 'import', by: person._id, room }, async (draft) => {
      const now = await draft.read(importKind, record._id);
      if (now === null || now.state !== record.state) return;
      const { after, message } = await work(draft, now);
      const shown = message === null ? now.shown : draft.send(to, message, { replaces: now.shown });
      draft.change(importKind, now, { ...after, shown });
    });
  }

  /** Whether it is time to tell again how far it is. */
  function pace(): () => boolean {
    let told = machine.now().getTime();
    return () => {
      const now = machine.now().getTime();
      if (now - told < TOLD_MS) return false;
      told = now;
      return true;
    };
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

import type { Viewer } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import { dayText } from '../../calendar/days.ts';
import { wallTime } from '../../calendar/zone.ts';
import type { Import } from '../../crm/import/import.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CrmTools } from '../crm-turn.ts';
import { createLongWork, type Hands, type WorkUnderWay } from '../long-work.ts';
import { chunksOf } from './chunks.ts';
import { importWork } from './import-work.ts';
import { heldElsewhere, lookUp, readNames } from './known-customers.ts';
import { readList, SOURCE_KEPT_MS } from './read-list.ts';
import { importTexts } from './texts.ts';
import { listRefused, restoredMessage, resultMessage, undoneMessage } from './words.ts';
import { hidingFrom, writeCustomers } from './write-customers.ts';

export interface ImportTools extends Pick<CrmTools, 'ledger' | 'stores' | 'blobs'> {
  clock: Clock;
  machine?: Clock;
  /** What a person may see in private, as of now. */
  viewerOf(person: string): Promise<Viewer>;
}

type Work = WorkUnderWay<Import>;

/** Brings large imports in behind the talk, takes them back and restores them. */
export function createImports(tools: ImportTools) {
  const { ledger, stores, blobs, clock } = tools;

  async function listOf({ record, person }: Work) {
    const [viewer, team] = await Promise.all([tools.viewerOf(person._id), stores.team.settings()]);
    const today = dayText(wallTime(clock.now().getTime(), person.zone).day);
    const asker = { person: person._id, viewer: privately(viewer), today, team };
    const list = await readList(record.blob, asker, tools);
    if (list.kind !== 'read') return { ...asker, list };
    // The rows as they came would lie in memory until the end.
    const { kind, customers, doubts } = list;
    return { ...asker, list: { kind, customers, doubts } };
  }

  async function bringIn(work: Work, { step, pace, stopping }: Hands<Import>): Promise<void> {
    const { record, person } = work;
    const keep = (how: keyof typeof SOURCE_KEPT_MS) =>
      blobs.keepUntil(record.blob, new Date(clock.now().getTime() + SOURCE_KEPT_MS[how]));
    await keep('open');
    const { viewer, team, today, list } = await listOf(work);
    if (list.kind !== 'read') {
      // What came in already stays, with its undo.
      const text = listRefused(list, person.locale);
      await step(work, 'unread', async (_draft, { done }) => ({
        after: { state: 'done', chunks: done },
        message: { text },
      }));
      return;
    }
    const names = await readNames(viewer, stores);
    const chunks = chunksOf(list.customers);
    const due = pace();
    let passed = chunks.slice(0, record.done).flat().length;
    for (let at = record.done; at < chunks.length; at++) {
      const customers = chunks[at] ?? [];
      passed += customers.length;
      const told = due() ? importTexts(person.locale).progress(passed, list.customers.length) : null;
      const on = await step(work, `${at + 1}`, async (draft, now) => {
        const known = await lookUp(customers, names, viewer, stores);
        const writer = { draft, person: person._id, zone: person.zone, today, now: clock.now(), team };
        const { brought } = await writeCustomers(writer, customers, known);
        return {
          after: { done: at + 1, chunks: chunks.length, brought: now.brought + brought },
          message: told === null ? null : { text: told },
        };
      });
      if (!on || stopping()) return;
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
    await keep('over');
  }

  return createLongWork<Import>(
    {
      ...importWork,
      underWay: stores.imports.underWay,
      goOn: bringIn,
      turned: async (_draft, { state, brought, _id }, { person: { locale } }) => ({
        after: {},
        message: (state === 'undoing' ? undoneMessage : restoredMessage)(brought, _id, locale),
      }),
    },
    tools,
  );
}
